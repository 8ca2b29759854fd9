import { expect, test } from 'vitest';
import { formatId, newId } from './new-id';

const bytesOf = (...bytes: number[]) => Uint8Array.from({ length: 16 }, (_, at) => bytes[at] ?? 0);

test('an id is 22 characters that an address and a stored key can hold', () => {
	for (let i = 0; i < 1_000; i++) expect(newId()).toMatch(/^[\w-]{22}$/);
});

test('ids made one after the other sort so, and none comes twice', () => {
	const ids = Array.from({ length: 20_000 }, newId);
	expect(new Set(ids).size).toBe(ids.length);
	expect([...ids].sort()).toEqual(ids);
});

test('an id made a moment later sorts later', async () => {
	const first = newId();
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(newId() > first).toBe(true);
});

test('texts sort as their bytes do', () => {
	const ascending = [
		bytesOf(),
		bytesOf(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
		bytesOf(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255),
		bytesOf(0, 1),
		bytesOf(1),
		bytesOf(1, 0, 0, 5),
		bytesOf(128),
		new Uint8Array(16).fill(255)
	].map(formatId);
	expect([...ascending].sort()).toEqual(ascending);
	expect(new Set(ascending).size).toBe(ascending.length);
});

test('each bit of the bytes tells', () => {
	const texts = Array.from({ length: 128 }, (_, bit) => {
		const bytes = new Uint8Array(16);
		bytes[bit >> 3] = 1 << (bit & 7);
		return formatId(bytes);
	});
	expect(new Set(texts).size).toBe(128);
});
