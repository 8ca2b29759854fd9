import { copied, fromBase64Url, joined, sha256, toBase64Url, type Bytes } from './bytes';

/** base64url of SHA-256 over both public keys: 43 characters. */
export type DeviceId = string;

/** Uncompressed points of P-256, 65 bytes each. */
export interface PublicKeys {
	readonly sign: Bytes;
	readonly agree: Bytes;
}

export const publicKeyLength = 65;

/** What is kept of a device's keys; the private ones cannot be read out. */
export interface DeviceKeyPairs {
	readonly sign: CryptoKeyPair;
	readonly agree: CryptoKeyPair;
}

export interface Identity extends DeviceKeyPairs {
	readonly id: DeviceId;
	readonly publicKeys: PublicKeys;
}

const signing = { name: 'ECDSA', namedCurve: 'P-256' };
const agreeing = { name: 'ECDH', namedCurve: 'P-256' };
const signature = { name: 'ECDSA', hash: 'SHA-256' };

export async function createKeyPairs(): Promise<DeviceKeyPairs> {
	const [sign, agree] = await Promise.all([
		crypto.subtle.generateKey(signing, false, ['sign', 'verify']),
		createAgreeingPair()
	]);
	return { sign, agree };
}

export const createAgreeingPair = (): Promise<CryptoKeyPair> =>
	crypto.subtle.generateKey(agreeing, false, ['deriveBits']);

export const exportPublic = async (key: CryptoKey): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.exportKey('raw', key));

export async function identityOf(pairs: DeviceKeyPairs): Promise<Identity> {
	const publicKeys = {
		sign: await exportPublic(pairs.sign.publicKey),
		agree: await exportPublic(pairs.agree.publicKey)
	};
	return { ...pairs, publicKeys, id: await deviceIdOf(publicKeys) };
}

export const deviceIdOf = async ({ sign, agree }: PublicKeys): Promise<DeviceId> =>
	toBase64Url(await sha256(joined(sign, agree)));

/** Null for what is no id. */
export function parseDeviceId(id: string): Bytes | null {
	const bytes = fromBase64Url(id);
	return bytes?.length === 32 ? bytes : null;
}

/** Null when the bytes are no point of the curve. */
export const importSignKey = (raw: Uint8Array): Promise<CryptoKey | null> =>
	crypto.subtle.importKey('raw', copied(raw), signing, true, ['verify']).catch(() => null);

/** Null when the bytes are no point of the curve. */
export const importAgreeKey = (raw: Uint8Array): Promise<CryptoKey | null> =>
	crypto.subtle.importKey('raw', copied(raw), agreeing, true, []).catch(() => null);

/** 64 bytes. What is signed begins with words for its use, so that no signature serves another. */
export const signWith = async ({ sign }: DeviceKeyPairs, bytes: Uint8Array): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.sign(signature, sign.privateKey, copied(bytes)));

export const isSignedBy = (key: CryptoKey, bytes: Uint8Array, signed: Uint8Array): Promise<boolean> =>
	crypto.subtle.verify(signature, key, copied(signed), copied(bytes)).catch(() => false);

/** Sixteen consonants that are not taken for one another or for digits, and make no words. */
const letters = 'BCDFGHJKMNPQRTVX';

/** As people compare it: four groups of four letters, 64 bits of the id. Empty for what is no id. */
export function formatDeviceId(id: DeviceId): string {
	const bytes = parseDeviceId(id)?.subarray(0, 8) ?? [];
	const text = Array.from(bytes, (byte) => `${letters[byte >> 4] ?? ''}${letters[byte & 15] ?? ''}`).join('');
	return text.match(/.{4}/g)?.join(' ') ?? '';
}
