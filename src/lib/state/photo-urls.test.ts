import { expect, it } from 'vitest';
import { PhotoUrls, type PhotoStore } from './photo-urls.svelte';

/** Photos in memory; `broken` while they cannot be read. */
function photos() {
	const kept = new Map<string, Blob>();
	const store = {
		kept,
		broken: false,
		reads: 0,
		list: () => Promise.resolve([...kept.keys()]),
		get: async (id: string) => {
			store.reads++;
			if (store.broken) throw new Error('closed');
			return kept.get(id) ?? null;
		},
		put: async (photo: Blob) => {
			const id = `photo-${kept.size}`;
			kept.set(id, photo);
			return id;
		}
	} satisfies PhotoStore & Record<string, unknown>;
	return { store, urls: new PhotoUrls(store) };
}

const picture = new Blob(['x'], { type: 'image/webp' });

it('a photo has an address once it was read', async () => {
	const { store, urls } = photos();
	const id = await urls.put(picture);
	expect(urls.url(id)).toBeNull();
	await expect.poll(() => urls.url(id)).toMatch(/^blob:/);
	expect(store.reads).toBe(1);
});

it('one that was missing is not read time and again, and is found when it has come', async () => {
	const { store, urls } = photos();
	urls.url('late');
	await expect.poll(() => store.reads).toBe(1);
	store.kept.set('late', picture);
	expect([urls.url('late'), store.reads]).toEqual([null, 1]);
	urls.lookAgain();
	await expect.poll(() => urls.url('late')).toMatch(/^blob:/);
});

it('one that could not be read is tried again', async () => {
	const { store, urls } = photos();
	const id = await urls.put(picture);
	store.broken = true;
	urls.url(id);
	await expect.poll(() => store.reads).toBe(1);
	store.broken = false;
	urls.lookAgain();
	await expect.poll(() => urls.url(id)).toMatch(/^blob:/);
});
