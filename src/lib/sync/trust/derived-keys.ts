import { utf8, type Bytes } from './bytes';

/** Bytes of HKDF-SHA-256 for one use, which the label names. */
export async function deriveBytes(secret: Bytes, salt: Bytes, label: Bytes, length: number): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const how = { name: 'HKDF', hash: 'SHA-256', salt, info: label };
	return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}

/** An AES-GCM key of HKDF-SHA-256 for one use. */
export async function deriveSealingKey(secret: Bytes, salt: Bytes, label: Bytes): Promise<CryptoKey> {
	const bits = await deriveBytes(secret, salt, label, 32);
	return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** An HMAC key made from a secret, for the use that the label names. */
export async function deriveMacKey(secret: Bytes, label: string): Promise<CryptoKey> {
	const bits = await deriveBytes(secret, new Uint8Array(0), utf8(label), 32);
	return crypto.subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/** What two devices have in common that hold one private and the other's public key: 32 bytes. */
export async function agree(own: CryptoKey, other: CryptoKey): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256));
}
