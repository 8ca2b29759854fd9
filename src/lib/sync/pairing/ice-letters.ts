/** ICE's words are made of the 64 letters of base64: six bits a letter, behind their count. */
import { joined, type Bytes } from '../trust/bytes';
import type { Reader } from '../trust/layout';
import { TrustError } from '../trust/trust-error';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of letters that `readLetters` gives, at most 255. */
export function packLetters(text: string): Bytes {
	const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(6, '0')).join('');
	const bytes = bits.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)) ?? [];
	return joined(new Uint8Array([text.length]), Uint8Array.from(bytes));
}

/** @throws TrustError `malformed` also when bits are set that belong to no letter */
export function readLetters(reader: Reader): string {
	const count = reader.number(1);
	const bytes = reader.take(Math.ceil((count * 6) / 8));
	const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
	if (/1/.test(bits.slice(count * 6))) throw new TrustError('malformed');
	return (bits.slice(0, count * 6).match(/.{6}/g) ?? [])
		.map((letter) => letters[Number.parseInt(letter, 2)] ?? '')
		.join('');
}
