import { expect, it } from 'vitest';
import { PhotoUrls, type PhotoStore } from './photo-urls.svelte';

/** Photos in memory; `broken` while they cannot be read. */
function photos() {
	const kept = new Map<string, Blob>();
	const listeners = new Set<(id: string) => void>();
	const missed: string[] = [];
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
			store.come(id, photo);
			return id;
		},
		/** Also from elsewhere. */
		come(id: string, photo: Blob) {
			kept.set(id, photo);
			for (const listener of listeners) listener(id);
		},
		watch(listener: (id: string) => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	} satisfies PhotoStore & Record<string, unknown>;
	return { store, missed, urls: new PhotoUrls(store, (id) => missed.push(id)) };
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

it('one that is missing is told of, and shown as soon as it has come from elsewhere, in one more read', async () => {
	const { store, urls, missed } = photos();
	const shown = await urls.put(picture);
	urls.url(shown);
	await expect.poll(() => urls.url(shown)).toMatch(/^blob:/);
	urls.url('late');
	await expect.poll(() => missed).toEqual(['late']);
	for (const id of ['other', shown, 'late']) store.come(id, picture);
	await expect.poll(() => urls.url('late')).toMatch(/^blob:/);
	expect([missed, store.reads]).toEqual([['late'], 3]);
});

it('one that comes while it is looked for is found', async () => {
	const { store, urls, missed } = photos();
	const { get } = store;
	store.get = async (id) => {
		const found = await get(id);
		if (store.reads === 1) store.come(id, picture);
		return found;
	};
	urls.url('late');
	await expect.poll(() => urls.url('late')).toMatch(/^blob:/);
	expect(missed).toEqual([]);
});
