/** A secret sealed for one device: by a fresh key of the sender and the device's agreeing key. */
import { copied, type Bytes } from './bytes';
import { agree, deriveSealingKey } from './derived-keys';
import { createAgreeingPair, exportPublic, importAgreeKey } from './identity';

export interface Wrapper {
	/** The public half of the fresh key, 65 bytes; it must reach the device with what was wrapped. */
	readonly ephemeral: Bytes;
	/**
	 * Seals 32 bytes into 48, once for each device and context.
	 * Null when the key is no point of the curve.
	 */
	wrap(secret: Bytes, agreeKey: Bytes, context: Bytes): Promise<Bytes | null>;
}

export async function createWrapper(): Promise<Wrapper> {
	const pair = await createAgreeingPair();
	const ephemeral = await exportPublic(pair.publicKey);
	return {
		ephemeral,
		async wrap(secret, agreeKey, context) {
			const other = await importAgreeKey(agreeKey);
			if (!other) return null;
			const key = await deriveSealingKey(await agree(pair.privateKey, other), ephemeral, context);
			return new Uint8Array(await crypto.subtle.encrypt(once, key, secret));
		}
	};
}

/** Null when it was not sealed for this key in this context. */
export async function unwrap(
	wrapped: Uint8Array,
	privateKey: CryptoKey,
	ephemeral: Uint8Array,
	context: Bytes
): Promise<Bytes | null> {
	const other = await importAgreeKey(ephemeral);
	if (!other) return null;
	try {
		const key = await deriveSealingKey(await agree(privateKey, other), copied(ephemeral), context);
		return new Uint8Array(await crypto.subtle.decrypt(once, key, copied(wrapped)));
	} catch {
		return null;
	}
}

/** Each key seals one text, so its nonce may be the same for all. */
const once = { name: 'AES-GCM', iv: new Uint8Array(12) };
