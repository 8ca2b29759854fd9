import { describe, expect, it } from 'vitest';
import { imageTypeOf } from './image-type';

const file = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the kind of a picture', () => {
	it.each([
		['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
		['image/jpeg', '\xff\xd8\xff\xe0'],
		['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
		['image/webp', 'RIFF\x10\0\0\0WEBPVP8L'],
		['image/webp', 'RIFF\x10\0\0\0WEBPVP8X']
	])('is %s by its first bytes', (type, bytes) => {
		expect(imageTypeOf(file(bytes))).toBe(type);
		expect(imageTypeOf(file(bytes).subarray(1))).toBeNull();
		expect(imageTypeOf(file(bytes).subarray(0, -1))).toBe(type === 'image/jpeg' ? type : null);
	});

	it.each(['', 'GIF89a', 'BM', '<svg xmlns="http://www.w3.org/2000/svg">', '<html>', 'RIFF\x10\0\0\0WAVEfmt '])(
		'is none of ours for %j',
		(bytes) => expect(imageTypeOf(file(bytes))).toBeNull()
	);
});
