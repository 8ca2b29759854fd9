import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BadPacking, browserPacking, type Packing } from './packing';
import { directPacking } from './test-packing';

const mebibyte = 2 ** 20;

describe.each([
	['the browser’s', browserPacking],
	['that of tests', directPacking]
] satisfies [string, Packing][])('E22: packing, %s', (_, { pack, unpack }) => {
	it('gives back what was packed, in fewer bytes', async () => {
		const bytes = new TextEncoder().encode('lunch with Ana '.repeat(20_000));
		const packed = await pack(bytes);
		expect(packed.byteLength).toBeLessThan(bytes.byteLength / 20);
		expect(await unpack(packed, mebibyte)).toEqual(bytes);
		expect(await unpack(await pack(new Uint8Array(0)), mebibyte)).toEqual(new Uint8Array(0));
	});

	it('takes what is as long as may be, and not a byte more', async () => {
		const packed = await pack(new Uint8Array(mebibyte));
		expect((await unpack(packed, mebibyte)).byteLength).toBe(mebibyte);
		await expect(unpack(packed, mebibyte - 1)).rejects.toThrow(BadPacking);
	});

	it('stops at a thousand times too much, and refuses what was never packed', async () => {
		const bomb = new Uint8Array(deflateRawSync(new Uint8Array(512 * mebibyte)));
		expect(bomb.byteLength).toBeLessThan(mebibyte);
		await expect(unpack(bomb, mebibyte)).rejects.toThrow(BadPacking);
		for (const bytes of [new Uint8Array(0), Uint8Array.of(7, 7, 7), bomb.subarray(0, 100)])
			await expect(unpack(bytes, mebibyte)).rejects.toThrow(BadPacking);
	});
});
