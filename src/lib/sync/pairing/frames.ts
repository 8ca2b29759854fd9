/** Each message sealed, bound to the topic, the direction, the guest's session and its number. */
import { copied, joined, utf8, type Bytes, type RandomBytes } from '../trust/bytes';
import { deriveSealingKey } from '../trust/derived-keys';
import { Reader, Writer } from '../trust/layout';
import type { Meeting } from './meeting';

export const protocolVersion = 1;
/** What a meeting point takes. */
const longestFrame = 16_384;
const headLength = 1 + 1 + 1 + 16 + 4;
const nonceLength = 12;

export type Direction = 'to-host' | 'to-guest';

/** `first`: sealed by what the code says. `agreed`: by what only these two devices can know. */
export type Level = 'first' | 'agreed';

export interface Head {
	readonly version: number;
	readonly direction: Direction;
	readonly level: Level;
	/** 16 bytes as text; the guest draws them. */
	readonly session: string;
	readonly counter: number;
}

export interface Frame extends Head {
	readonly head: Bytes;
	readonly nonce: Bytes;
	readonly sealed: Bytes;
}

/** The same in every version, so that a version that is not understood is still known to be said by the right device. */
export const firstKeyOf = ({ topic, secret }: Meeting): Promise<CryptoKey> =>
	deriveSealingKey(secret, utf8(topic), utf8('kith pairing first'));

const bindingOf = (topic: string, head: Bytes): Bytes => joined(utf8(topic), head);

export async function sealFrame(
	key: CryptoKey,
	topic: string,
	head: Omit<Head, 'version'>,
	message: Bytes,
	random: RandomBytes
): Promise<Bytes> {
	const bytes = new Writer()
		.number(1, protocolVersion)
		.number(1, head.direction === 'to-host' ? 0 : 1)
		.number(1, head.level === 'first' ? 0 : 1)
		.put(Uint8Array.from(head.session, (letter) => letter.charCodeAt(0)))
		.number(4, head.counter)
		.done();
	const iv = random(nonceLength);
	const how = { name: 'AES-GCM', iv, additionalData: bindingOf(topic, bytes) };
	return joined(bytes, iv, new Uint8Array(await crypto.subtle.encrypt(how, key, message)));
}

/** Null for what is no frame. Nothing of it is to be believed before `openFrame`. */
export function readFrame(bytes: Uint8Array): Frame | null {
	if (bytes.length > longestFrame || bytes.length < headLength + nonceLength + 16) return null;
	const reader = new Reader(bytes);
	const [version, direction, level] = [reader.number(1), reader.number(1), reader.number(1)];
	if (direction > 1 || level > 1) return null;
	const session = String.fromCharCode(...reader.take(16));
	const counter = reader.number(4);
	return {
		version,
		direction: direction === 0 ? 'to-host' : 'to-guest',
		level: level === 0 ? 'first' : 'agreed',
		session,
		counter,
		head: copied(bytes.subarray(0, headLength)),
		nonce: reader.take(nonceLength),
		sealed: reader.take(reader.left)
	};
}

/** Null when it was sealed with another key, for another topic, or changed on the way. */
export async function openFrame(key: CryptoKey, topic: string, frame: Frame): Promise<Bytes | null> {
	try {
		const how = { name: 'AES-GCM', iv: frame.nonce, additionalData: bindingOf(topic, frame.head) };
		return new Uint8Array(await crypto.subtle.decrypt(how, key, frame.sealed));
	} catch {
		return null;
	}
}
