import { fromBase64Url, joined, sha256, toBase64Url, utf8, type Bytes } from './bytes';
import { isSignedBy, parseDeviceId, signWith, type DeviceId, type Identity } from './identity';
import { Reader, Writer } from './layout';
import { codeOf, encodeStatement, parseStatement, type Statement } from './statement';
import { TrustError } from './trust-error';

/** The hash of what was signed, as base64url; of the founding entry it is the id of the group. */
export type EntryId = string;

export interface Entry {
	readonly id: EntryId;
	/** Of a founding entry its own id. */
	readonly group: EntryId;
	readonly author: DeviceId;
	/** What its author's clock said, in milliseconds since 1970. */
	readonly at: number;
	/** The newest entries its author knew, sorted: through them it names all it knew. */
	readonly seen: readonly EntryId[];
	readonly statement: Statement;
	/** What was signed, and the signature. */
	readonly signed: Bytes;
	readonly signature: Bytes;
	/** Both, as they are kept and sent. */
	readonly bytes: Bytes;
}

/** Above the largest rotation: 32 devices of 80 bytes. */
export const longestEntry = 8_192;
/** Lines of history that one entry joins. */
export const mostSeen = 16;

const format = 1;
const signatureLength = 64;
const purpose = utf8('kith roster\0');
const noGroup = new Uint8Array(32);

export interface Draft {
	/** Null for the founding entry. */
	readonly group: EntryId | null;
	readonly at: number;
	readonly seen: readonly EntryId[];
	readonly statement: Statement;
}

/** @throws TrustError `full` when it joins too many lines of history */
export async function signEntry(identity: Identity, { group, at, seen, statement }: Draft): Promise<Entry> {
	if (seen.length > mostSeen) throw new TrustError('full');
	const writer = new Writer().number(1, format).number(1, codeOf(statement));
	writer.put(group === null ? noGroup : hashOf(group)).put(parseDeviceId(identity.id) ?? noGroup);
	writer.number(6, Math.max(0, Math.floor(at))).number(1, seen.length);
	for (const id of [...seen].sort()) writer.put(hashOf(id));
	const signed = writer.block(encodeStatement(statement)).done();
	return parseEntry(joined(signed, await signWith(identity, joined(purpose, signed))));
}

/** Reads one without asking who may say so: its signature is checked by `isEntrySigned`. @throws TrustError `malformed` */
export async function parseEntry(bytes: Uint8Array): Promise<Entry> {
	if (bytes.length > longestEntry) throw new TrustError('malformed');
	const reader = new Reader(bytes);
	if (reader.number(1) !== format) throw new TrustError('malformed');
	const code = reader.number(1);
	const group = toBase64Url(reader.take(32));
	const author = toBase64Url(reader.take(32));
	const at = reader.number(6);
	const seen = readSeen(reader);
	const statement = await parseStatement(code, reader.block());
	const signature = reader.take(signatureLength);
	reader.end();
	const whole = joined(bytes);
	const signed = whole.slice(0, -signatureLength);
	const id = toBase64Url(await sha256(signed));
	const isFounding = statement.kind === 'founded';
	if (isFounding !== (seen.length === 0) || isFounding !== (group === toBase64Url(noGroup))) {
		throw new TrustError('malformed');
	}
	if (isFounding && statement.device !== author) throw new TrustError('malformed');
	return { id, group: isFounding ? id : group, author, at, seen, statement, signed, signature, bytes: whole };
}

export const isEntrySigned = ({ signed, signature }: Entry, key: CryptoKey): Promise<boolean> =>
	isSignedBy(key, joined(purpose, signed), signature);

function readSeen(reader: Reader): readonly EntryId[] {
	const count = reader.number(1);
	if (count > mostSeen) throw new TrustError('malformed');
	const seen = Array.from({ length: count }, () => toBase64Url(reader.take(32)));
	if (seen.some((id, at) => at > 0 && id <= (seen[at - 1] ?? ''))) throw new TrustError('malformed');
	return seen;
}

function hashOf(id: EntryId): Bytes {
	const bytes = fromBase64Url(id);
	if (bytes?.length !== 32) throw new TrustError('malformed');
	return bytes;
}
