/** The kinds of pictures that every browser shows and Kith keeps. */
export type ImageType = 'image/webp' | 'image/jpeg' | 'image/png';

const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const png = [0x89, ...letters('PNG\r\n\x1a\n')];
const pngHead = letters('IHDR');
const jpeg = [0xff, 0xd8, 0xff];
const riff = letters('RIFF');
const webp = [letters('WEBPVP8 '), letters('WEBPVP8L'), letters('WEBPVP8X')];

/** Of which kind a picture is by its first bytes, whatever it is called; null for none of them. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
	const has = (at: number, part: readonly number[]) => part.every((byte, index) => bytes[at + index] === byte);
	if (has(0, jpeg)) return 'image/jpeg';
	if (has(0, png) && has(12, pngHead)) return 'image/png';
	return has(0, riff) && webp.some((form) => has(8, form)) ? 'image/webp' : null;
}
