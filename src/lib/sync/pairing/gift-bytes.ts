/** What is handed to a new device, with each secret sealed for its own key: whoever cannot open them has no use for it. */
import { utf8, type Bytes } from '../trust/bytes';
import { longestEntry } from '../trust/entry';
import { secretLength } from '../trust/epochs';
import type { Gift } from '../trust/group';
import { publicKeyLength } from '../trust/identity';
import { Reader, Writer } from '../trust/layout';
import { wrapLength } from '../trust/statement';
import { createWrapper, unwrap } from '../trust/wrapping';

/** A roster of 512 KiB at most, and its secrets. */
export const longestGift = 640 * 1024;
const mostSecrets = 1_024;
/** With its frame within what a meeting point takes. */
const partLength = 8_192;

const contextOf = (transcript: Bytes, id: string): Bytes =>
	new Writer().put(utf8('kith gift\0')).block(transcript).text(id).done();

/** Null when the key is no point of the curve. */
export async function encodeGift(gift: Gift, agreeKey: Bytes, transcript: Bytes): Promise<Bytes | null> {
	const writer = new Writer().text(gift.group).number(2, gift.entries.length);
	for (const entry of gift.entries) writer.block(entry);
	const { ephemeral, wrap } = await createWrapper();
	writer.put(ephemeral).number(2, gift.secrets.size);
	for (const [id, secret] of gift.secrets) {
		const wrapped = await wrap(secret, agreeKey, contextOf(transcript, id));
		if (!wrapped) return null;
		writer.text(id).put(wrapped);
	}
	return writer.done();
}

/** Null when it is no gift, or not for this key. */
export async function parseGift(bytes: Bytes, privateKey: CryptoKey, transcript: Bytes): Promise<Gift | null> {
	try {
		const reader = new Reader(bytes);
		const group = reader.text();
		const entries = Array.from({ length: reader.number(2) }, () => reader.block());
		if (entries.some((entry) => entry.length > longestEntry)) return null;
		const [ephemeral, count] = [reader.take(publicKeyLength), reader.number(2)];
		if (count > mostSecrets) return null;
		const secrets = new Map<string, Bytes>();
		for (let each = 0; each < count; each++) {
			const id = reader.text();
			const secret = await unwrap(reader.take(wrapLength), privateKey, ephemeral, contextOf(transcript, id));
			if (secret?.length !== secretLength) return null;
			secrets.set(id, secret);
		}
		reader.end();
		return { group, entries, secrets };
	} catch {
		return null;
	}
}

export function partsOf(bytes: Bytes): readonly Bytes[] {
	const count = Math.ceil(bytes.length / partLength);
	return Array.from({ length: count }, (_, at) => bytes.slice(at * partLength, (at + 1) * partLength));
}

export const mostParts = Math.ceil(longestGift / partLength);
