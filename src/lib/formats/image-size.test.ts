import { describe, expect, it } from 'vitest';
import { imageSizeOf } from './image-size';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
	Uint8Array.from(
		parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : [...part]))
	);
const zeros = (count: number) => new Array<number>(count).fill(0);

describe('the size of a picture', () => {
	it.each([
		['PNG', bytes([0x89], 'PNG\r\n\x1a\n', zeros(4), 'IHDR', [0, 0, 1, 44, 0, 0, 0, 200])],
		['GIF', bytes('GIF89a', [44, 1, 200, 0])],
		['BMP', bytes('BM', zeros(16), [44, 1, 0, 0, 0x38, 0xff, 0xff, 0xff])],
		['JPEG', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 6], zeros(4), [0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44])],
		['WebP', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [44, 1, 200, 0])],
		['WebP with transparency', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [43, 1, 0, 199, 0, 0])],
		['lossless WebP', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0x2b, 0xc1, 0x31, 0])]
	])('is read from %s', (_, file) => {
		expect(imageSizeOf(file)).toEqual({ width: 300, height: 200 });
	});

	it.each([
		['another kind of file', bytes('<svg>', zeros(40))],
		['a file cut off', bytes([0xff, 0xd8, 0xff])],
		['an empty file', bytes()]
	])('is unknown for %s', (_, file) => {
		expect(imageSizeOf(file)).toBeNull();
	});
});
