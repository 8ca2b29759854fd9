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

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The value of each letter, by its code. */
const values = new Uint8Array(128);
for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value;

/** Without padding. */
export function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	let [bits, held] = [0, 0];
	for (const byte of bytes) {
		bits = (bits << 8) | byte;
		held += 8;
		while (held >= 6) {
			held -= 6;
			text += letters.charAt((bits >> held) & 63);
		}
		bits &= (1 << held) - 1;
	}
	return held > 0 ? text + letters.charAt(bits << (6 - held)) : text;
}

/** Null unless it is exactly what `toBase64Url` gives for some bytes. */
export function fromBase64Url(text: string): Bytes | null {
	if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let [bits, held, at] = [0, 0, 0];
	for (let place = 0; place < text.length; place++) {
		bits = (bits << 6) | (values[text.charCodeAt(place)] ?? 0);
		held += 6;
		if (held < 8) continue;
		held -= 8;
		bytes[at++] = bits >> held;
		bits &= (1 << held) - 1;
	}
	// Bits beyond the last byte would be another spelling.
	return bits === 0 ? bytes : null;
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
