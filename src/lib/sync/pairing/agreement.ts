/** What both devices work out once each has the other's fresh key: the keys of the rest, and the six digits. */
import { joined, sha256, utf8, type Bytes } from '../trust/bytes';
import { agree, deriveBytes, deriveSealingKey } from '../trust/derived-keys';
import { importAgreeKey } from '../trust/identity';
import { Writer } from '../trust/layout';
import type { Meeting } from './meeting';

/** All that was said before, in the order in which it was. */
export interface Opening {
	readonly session: string;
	readonly commitment: Bytes;
	readonly hostKey: Bytes;
	readonly hostNonce: Bytes;
	readonly guestKey: Bytes;
	readonly guestNonce: Bytes;
}

export interface Agreement {
	readonly toHost: CryptoKey;
	readonly toGuest: CryptoKey;
	/** Six digits, the same on both screens unless somebody stands between them. */
	readonly digits: string;
	/** Stands for all that was said: signed and proved over. */
	readonly transcript: Bytes;
}

/** To a key and a number that nobody can choose once they have seen the other's. */
export const commitmentTo = (key: Bytes, nonce: Bytes): Promise<Bytes> =>
	sha256(joined(utf8('kith pairing commitment\0'), key, nonce));

/** Null when the other's key is no point of the curve. */
export async function agreeOn(
	meeting: Meeting,
	opening: Opening,
	own: CryptoKey,
	otherKey: Bytes
): Promise<Agreement | null> {
	const other = await importAgreeKey(otherKey);
	if (!other) return null;
	const writer = new Writer().text('kith pairing 1').text(meeting.topic).text(opening.session);
	for (const part of [opening.commitment, opening.hostKey, opening.hostNonce, opening.guestKey, opening.guestNonce]) {
		writer.block(part);
	}
	const transcript = await sha256(writer.done());
	const common = joined(await agree(own, other), meeting.secret);
	const [toHost, toGuest, number] = await Promise.all([
		deriveSealingKey(common, transcript, utf8('to-host')),
		deriveSealingKey(common, transcript, utf8('to-guest')),
		deriveBytes(common, transcript, utf8('digits'), 6)
	]);
	const digits = number.reduce((sum, byte) => sum * 256 + byte, 0) % 1_000_000;
	return { toHost, toGuest, transcript, digits: digits.toString().padStart(6, '0') };
}

/** `482 193` */
export const formatDigits = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`;

/** What a new device signs to show that its keys are its own. */
export const readyWords = (transcript: Bytes): Bytes => joined(utf8('kith pairing ready\0'), transcript);
export const doneWords = (transcript: Bytes): Bytes => joined(utf8('kith pairing done\0'), transcript);
