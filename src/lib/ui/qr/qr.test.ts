import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path';
import { readQr } from './read-qr';

/** The drawing as a camera would see it, each cell so many pixels wide. */
function drawn(text: string, cell = 4) {
	const { size, path } = qrPath(text);
	const width = size * cell;
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
		for (let row = Number(y) * cell; row < (Number(y) + 1) * cell; row++)
			data.fill(0, (row * width + Number(x) * cell) * 4, (row * width + (Number(x) + Number(length)) * cell) * 4);
	for (let at = 3; at < data.length; at += 4) data[at] = 255;
	return { data, width, height: width };
}

describe('a QR code', () => {
	it.each([
		'kith:GLLnK0',
		`kith:${'Ab3_-'.repeat(25)}`,
		'https://kith.example/settings/devices#kith-pair=AQBpJ2Vkc-_0'
	])('is read as what was written: %s', (text) => expect(readQr(drawn(text))).toBe(text));

	it('has white around it', () => {
		const { size, path } = qrPath('kith:x');
		const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [x, y, length].map(Number));
		const xs = starts.flatMap(([x = 0, , length = 0]) => [x, x + length]);
		const ys = starts.flatMap(([, y = 0]) => [y, y + 1]);
		expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([4, size - 4, 4, size - 4]);
	});

	it('is not found where there is none', () => {
		expect(readQr({ data: new Uint8ClampedArray(64 * 64 * 4).fill(200), width: 64, height: 64 })).toBeNull();
		expect(readQr({ data: new Uint8ClampedArray(4), width: 1, height: 1 })).toBeNull();
	});
});
