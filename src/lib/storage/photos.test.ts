import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { Photos } from './photos';

const dayMs = 86_400_000;
const blob = (text: string) => new Blob([text], { type: 'image/webp' });

test('the same photo is kept once, under the hash of its bytes', async () => {
	const photos = new Photos('a');
	const id = await photos.put(blob('face'), 0);
	expect(id).toBe('0282d9b79f42c74c1550b20ff2dd16aafc3fe5d8ae9a00b2f66996d0ae882775');
	expect(await photos.put(blob('face'), 1)).toBe(id);
	expect(await photos.list()).toEqual([id]);
	expect([await photos.has(id), await photos.has('0')]).toEqual([true, false]);
	const got = await photos.get(id);
	expect([await got?.text(), got?.type]).toEqual(['face', 'image/webp']);
	expect(await photos.get('0')).toBeNull();
});

test('a photo whose bytes were damaged is not shown', async () => {
	const photos = new Photos('b');
	const id = await photos.put(blob('face'), 0);
	const database = await openDB('b');
	await database.put('photos', { type: 'image/webp', bytes: new ArrayBuffer(4), at: 0 }, id);
	expect(await photos.get(id)).toBeNull();
});

test('a photo no contact has is removed a week after it was put', async () => {
	const photos = new Photos('c');
	const [used, unused] = [await photos.put(blob('used'), 0), await photos.put(blob('unused'), 0)];
	const young = await photos.put(blob('young'), 6 * dayMs);
	expect(await photos.removeUnused(new Set([used]), 8 * dayMs)).toEqual([unused]);
	expect([...(await photos.list())].sort()).toEqual([used, young].sort());
});
