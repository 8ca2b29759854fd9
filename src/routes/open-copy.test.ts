import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { formatKithFile } from '$lib/formats/kith-file';
import { KithError } from '$lib/kith';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { memoryFiles } from '$lib/storage/files';
import { Photos } from '$lib/storage/photos';
import { openMemoryLive } from '../../tests/support/live';
import { openCopy, openCopyFailure } from './open-copy';

beforeEach(() => overwriteGetLocale(() => 'en'));

/** One pixel. */
const picture = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (c) =>
	c.charCodeAt(0)
);
const face = new Blob([picture], { type: 'image/webp' });

let devices = 0;
async function openDevice() {
	const kept = new Photos(`photos-${devices++}`, memoryFiles());
	return { live: await openMemoryLive(), photos: new PhotoUrls(kept), kept };
}

async function copyOfAna() {
	const { live, photos } = await openDevice();
	const photo = await photos.put(face);
	await live.kith.addContact({ given: 'Ana', photo });
	return { document: await live.kith.exportDocument(), faces: await photos.all(), photo };
}

it('people of a saved copy come with their faces', async () => {
	const { document, faces, photo } = await copyOfAna();
	const { live, photos, kept } = await openDevice();
	expect(photos.url(photo)).toBeNull();
	await kept.list();
	expect(await openCopy(live, photos, formatKithFile(document, faces))).toBe(0);
	expect(live.list.map(({ name, photo }) => [name, photo])).toEqual([['Ana', photo]]);
	expect(await (await kept.get(photo))?.bytes()).toEqual(picture);
	expect(photos.url(photo)).toMatch(/^blob:/);
});

it('a photo that is not what the file says is left out, and its person still comes', async () => {
	const { document, photo } = await copyOfAna();
	const { live, photos, kept } = await openDevice();
	const other = new Blob([picture, 'x'], { type: 'image/webp' });
	expect(await openCopy(live, photos, formatKithFile(document, [{ id: photo, photo: other }]))).toBe(1);
	expect([live.list.length, await kept.list()]).toEqual([1, []]);
});

it('an older copy, without photos, still opens', async () => {
	const { document } = await copyOfAna();
	const { live, photos } = await openDevice();
	expect(await openCopy(live, photos, new Blob([document.slice()]))).toBe(0);
	expect(live.list).toHaveLength(1);
});

it('what could not be opened is told as it is', async () => {
	const { live, photos } = await openDevice();
	const failure = (file: Blob) => openCopy(live, photos, file).then(String, openCopyFailure);
	expect(await failure(new Blob(['noise']))).toMatch(/not a Kith file.*Nothing was changed/);
	expect(await failure(new Blob(['\0kith1']))).toMatch(/not a Kith file/);
	const gone = { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) };
	expect(await failure(gone as unknown as Blob)).toMatch(/could not read/);
	const told = (['newer-document', 'quota', 'io'] as const).map((code) => openCopyFailure(new KithError(code, '')));
	expect(told).toEqual([
		expect.stringMatching(/newer Kith wrote this file/),
		expect.stringMatching(/full.*nothing here is lost/),
		expect.stringMatching(/did not keep all/)
	]);
});
