import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { memoryFiles, type Files } from './files';
import { Photos } from './photos';

const blob = (text: string) => new Blob([text], { type: 'image/webp' });
const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
const noFiles: Files = { write: refuse, list: refuse, read: refuse, remove: refuse };

async function damage(name: string, id: string) {
	const database = await openDB(name);
	await database.put('photos', { type: 'image/webp', bytes: new ArrayBuffer(4) }, id);
	database.close();
}

test('the same photo is kept once, under the hash of its bytes', async () => {
	const photos = new Photos('a', memoryFiles());
	const id = await photos.put(blob('face'));
	expect(id).toBe('0282d9b79f42c74c1550b20ff2dd16aafc3fe5d8ae9a00b2f66996d0ae882775');
	expect(await photos.put(blob('face'))).toBe(id);
	expect(await photos.list()).toEqual([id]);
	const got = await photos.get(id);
	expect([await got?.text(), got?.type]).toEqual(['face', 'image/webp']);
	expect(await photos.get('0')).toBeNull();
});

test('a photo that the database lost comes from its file, and is in the database again', async () => {
	const kept = new Map<string, Uint8Array>();
	const id = await new Photos('b', memoryFiles(kept)).put(blob('face'));
	const photos = new Photos('b-anew', memoryFiles(kept));
	expect(await photos.list()).toEqual([id]);
	const got = await photos.get(id);
	expect([await got?.text(), got?.type]).toEqual(['face', 'image/webp']);
	kept.clear();
	expect(await (await photos.get(id))?.text()).toBe('face');
});

test('a photo whose bytes were damaged is not shown, unless another copy is whole', async () => {
	const kept = new Map<string, Uint8Array>();
	const photos = new Photos('c', memoryFiles(kept));
	const id = await photos.put(blob('face'));
	await damage('c', id);
	expect(await (await photos.get(id))?.text()).toBe('face');
	await damage('c', id);
	kept.set(`${id}.webp`, new Uint8Array(4));
	expect(await photos.get(id)).toBeNull();
});

test('one place that takes a photo is enough; none is a failure', async () => {
	const photos = new Photos('d', noFiles);
	const id = await photos.put(blob('face'));
	expect([await photos.list(), await (await photos.get(id))?.text()]).toEqual([[id], 'face']);
	expect(await photos.get('0')).toBeNull();

	const blocked = await openDB('e', 2);
	const kept = new Map<string, Uint8Array>();
	const fromFiles = new Photos('e', memoryFiles(kept));
	expect(await fromFiles.put(blob('face'))).toBe(id);
	expect([await fromFiles.list(), await (await fromFiles.get(id))?.text()]).toEqual([[id], 'face']);
	const nowhere = new Photos('e', noFiles);
	await expect(nowhere.put(blob('face'))).rejects.toMatchObject({ code: 'open-failed' });
	await expect(nowhere.list()).rejects.toMatchObject({ code: 'open-failed' });
	await expect(nowhere.get(id)).rejects.toMatchObject({ code: 'open-failed' });
	blocked.close();
});

test('whoever watches is told of each photo that is put, here and elsewhere, once it can be read', async () => {
	const kept = new Map<string, Uint8Array>();
	const [here, elsewhere] = [new Photos('f', memoryFiles(kept)), new Photos('f', memoryFiles(kept))];
	const heard: string[] = [];
	here.watch((id) => void heard.push(`here ${id.slice(0, 4)}`));
	elsewhere.watch((id) => void elsewhere.get(id).then(async (photo) => heard.push(`elsewhere ${await photo?.text()}`)));
	const stop = elsewhere.watch(() => heard.push('stopped'));
	stop();
	await here.put(blob('face'));
	await expect.poll(() => heard).toEqual(['here 0282', 'elsewhere face']);
	here.close();
	elsewhere.close();
});

test('nobody is told of a photo that no place took', async () => {
	const blocked = await openDB('g', 2);
	const photos = new Photos('g', noFiles);
	let told = 0;
	photos.watch(() => told++);
	await expect(photos.put(blob('face'))).rejects.toMatchObject({ code: 'open-failed' });
	expect(told).toBe(0);
	photos.close();
	blocked.close();
});
