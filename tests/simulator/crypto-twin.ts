/**
 * WebCrypto for a history: the same for the same seed, done within the turn of events so that virtual time waits for
 * nothing, and cheap. SHA-256 is real, and the rest is made of it: a MAC is the hash behind the key, what is sealed is
 * plain with a MAC behind it, and a pair of keys is one number. So who lacks a key, or changes a byte, is refused as by the
 * real one; who read this file could forge everything, which nobody in a history does.
 */
import { createHash } from 'node:crypto';
import type { RandomBytes } from '$lib/sync/trust/bytes';

interface TwinKey {
	readonly type: 'public' | 'private' | 'secret';
	/** Of a pair both halves have the public point. */
	readonly bytes: Uint8Array;
}

interface How {
	readonly name: string;
	readonly salt: Uint8Array;
	readonly info: Uint8Array;
	readonly iv: Uint8Array;
	readonly additionalData?: Uint8Array;
	readonly public: TwinKey;
}

const pointBytes = 65;
const tagBytes = 16;
const none = new Uint8Array(0);

/** Of all parts, each behind its length. */
function hash(...parts: readonly Uint8Array[]): Uint8Array {
	const made = createHash('sha256');
	for (const part of parts) made.update(`${part.length} `).update(part);
	return made.digest();
}
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
const nameOf = (how: How | string) => (typeof how === 'string' ? how : how.name);

function signature(how: How | string, { bytes }: TwinKey, data: Uint8Array): Uint8Array {
	const half = hash(bytes, data);
	return nameOf(how) === 'HMAC' ? half : Buffer.concat([half, half]);
}

const tagOf = (...parts: readonly Uint8Array[]) => hash(...parts).subarray(0, tagBytes);

function subtleTwin(random: RandomBytes) {
	function pair() {
		const point = Uint8Array.from([4, ...random(pointBytes - 1)]);
		return { privateKey: { type: 'private', bytes: point }, publicKey: { type: 'public', bytes: point } };
	}

	return {
		digest: async (_: string, bytes: Uint8Array) => bufferOf(createHash('sha256').update(bytes).digest()),
		generateKey: async () => pair(),
		exportKey: async (_: string, { bytes }: TwinKey) => bufferOf(bytes),
		async importKey(_: string, raw: Uint8Array, how: How | string): Promise<TwinKey> {
			const isPoint = nameOf(how).startsWith('EC');
			if (isPoint && (raw.length !== pointBytes || raw[0] !== 4)) throw new DOMException('no point', 'DataError');
			return { type: isPoint ? 'public' : 'secret', bytes: new Uint8Array(raw) };
		},
		sign: async (how: How | string, key: TwinKey, data: Uint8Array) => bufferOf(signature(how, key, data)),
		verify: async (how: How | string, key: TwinKey, signed: Uint8Array, data: Uint8Array) =>
			isSame(signature(how, key, data), signed),
		/** Never more than 32 bytes are asked for. */
		async deriveBits(how: How, { bytes }: TwinKey, bits: number): Promise<ArrayBuffer> {
			const isAgreement = how.name !== 'HKDF';
			const parts = isAgreement ? [bytes, how.public.bytes].sort(Buffer.compare) : [bytes, how.salt, how.info];
			return bufferOf(hash(...parts).subarray(0, bits / 8));
		},
		encrypt: async ({ iv, additionalData = none }: How, { bytes }: TwinKey, plain: Uint8Array) =>
			bufferOf(Buffer.concat([plain, tagOf(bytes, iv, additionalData, plain)])),
		async decrypt({ iv, additionalData = none }: How, { bytes }: TwinKey, sealed: Uint8Array) {
			const plain = sealed.subarray(0, -tagBytes);
			if (!isSame(tagOf(bytes, iv, additionalData, plain), sealed.subarray(-tagBytes)))
				throw new DOMException('changed', 'OperationError');
			return bufferOf(plain);
		}
	};
}

export function cryptoTwin(random: RandomBytes): Crypto {
	const twin = {
		subtle: subtleTwin(random),
		getRandomValues(into: Uint8Array) {
			into.set(random(into.length));
			return into;
		}
	};
	return twin as unknown as Crypto;
}
