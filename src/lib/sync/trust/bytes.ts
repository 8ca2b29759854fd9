/** Bytes in a buffer of their own, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** So many random bytes; for tests they may come from a seed. */
export type RandomBytes = (length: number) => Bytes;

export const systemRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

export const copied = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function joined(...parts: readonly Uint8Array[]): Bytes {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Not in constant time: for what is no secret. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
	one.length === other.length && one.every((byte, at) => byte === other[at]);

export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Without padding. */
export const toBase64Url = (bytes: Uint8Array): string =>
	btoa(String.fromCharCode(...bytes))
		.replace(/\+/g, '-')
		.replace(/\//g, '_')
		.replace(/=+$/, '');

/** Null unless it is exactly what `toBase64Url` gives for some bytes. */
export function fromBase64Url(text: string): Bytes | null {
	if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
	const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
	const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
	return toBase64Url(bytes) === text ? bytes : null;
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
