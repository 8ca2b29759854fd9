/** What an entry of the roster says. The numbers are on disk and in signatures: they never change their meaning. */
import { toBase64Url, type Bytes } from './bytes';
import { cleanName, isNameShort } from './device-name';
import { deviceIdOf, parseDeviceId, publicKeyLength, type DeviceId, type PublicKeys } from './identity';
import { Reader, Writer } from './layout';
import { TrustError } from './trust-error';

/** The first device makes the group. */
export interface Founded {
	readonly kind: 'founded';
	readonly device: DeviceId;
	readonly keys: PublicKeys;
	readonly name: string;
}
export interface Add {
	readonly kind: 'add';
	readonly device: DeviceId;
	readonly keys: PublicKeys;
	readonly name: string;
}
export interface Rename {
	readonly kind: 'rename';
	readonly device: DeviceId;
	readonly name: string;
}
export interface Remove {
	readonly kind: 'remove';
	readonly device: DeviceId;
}
/** A new secret: `wraps` holds it for each device, `ephemeral` opens them, `commitment` is the same for all. */
export interface Rotate {
	readonly kind: 'rotate';
	readonly height: number;
	readonly commitment: Bytes;
	readonly ephemeral: Bytes;
	readonly wraps: ReadonlyMap<DeviceId, Bytes>;
}
/** Of a newer version: kept and passed on, else ignored. */
export interface Unknown {
	readonly kind: 'unknown';
	readonly code: number;
	readonly payload: Bytes;
}
export type Statement = Founded | Add | Rename | Remove | Rotate | Unknown;

/** More devices than anyone owns. */
export const mostMembers = 32;
/** Rotations on top of each other; far above what a roster has room for. */
const highestEpoch = 2 ** 20;
export const wrapLength = 48;

const codes = { founded: 1, add: 2, rename: 3, remove: 4, rotate: 5 } as const;

export const codeOf = (statement: Statement): number =>
	statement.kind === 'unknown' ? statement.code : codes[statement.kind];

const putDevice = (writer: Writer, id: DeviceId): Writer => {
	const bytes = parseDeviceId(id);
	if (!bytes) throw new TrustError('malformed');
	return writer.put(bytes);
};

export function encodeStatement(statement: Statement): Bytes {
	const writer = new Writer();
	switch (statement.kind) {
		case 'founded':
		case 'add':
			return writer.put(statement.keys.sign).put(statement.keys.agree).text(statement.name).done();
		case 'rename':
			return putDevice(writer, statement.device).text(statement.name).done();
		case 'remove':
			return putDevice(writer, statement.device).done();
		case 'rotate':
			writer.number(4, statement.height).put(statement.commitment).put(statement.ephemeral);
			writer.number(1, statement.wraps.size);
			for (const [device, wrap] of statement.wraps) putDevice(writer, device).put(wrap);
			return writer.done();
		case 'unknown':
			return statement.payload;
	}
}

/** @throws TrustError `malformed` */
export async function parseStatement(code: number, payload: Bytes): Promise<Statement> {
	const reader = new Reader(payload);
	const statement = await read(code, payload, reader);
	if (statement.kind !== 'unknown') reader.end();
	return statement;
}

async function read(code: number, payload: Bytes, reader: Reader): Promise<Statement> {
	switch (code) {
		case codes.founded:
		case codes.add: {
			const keys = { sign: reader.take(publicKeyLength), agree: reader.take(publicKeyLength) };
			const kind = code === codes.add ? 'add' : 'founded';
			return { kind, device: await deviceIdOf(keys), keys, name: readName(reader) };
		}
		case codes.rename:
			return { kind: 'rename', device: readDevice(reader), name: readName(reader) };
		case codes.remove:
			return { kind: 'remove', device: readDevice(reader) };
		case codes.rotate: {
			const height = reader.number(4);
			if (height > highestEpoch) throw new TrustError('malformed');
			const [commitment, ephemeral] = [reader.take(32), reader.take(publicKeyLength)];
			return { kind: 'rotate', height, commitment, ephemeral, wraps: readWraps(reader) };
		}
		default:
			return { kind: 'unknown', code, payload };
	}
}

const readDevice = (reader: Reader): DeviceId => toBase64Url(reader.take(32));

function readName(reader: Reader): string {
	const name = reader.text();
	if (!isNameShort(name)) throw new TrustError('malformed');
	return cleanName(name);
}

function readWraps(reader: Reader): ReadonlyMap<DeviceId, Bytes> {
	const count = reader.number(1);
	const wraps = new Map<DeviceId, Bytes>();
	for (let each = 0; each < count; each++) wraps.set(readDevice(reader), reader.take(wrapLength));
	if (count > mostMembers || wraps.size < count) throw new TrustError('malformed');
	return wraps;
}
