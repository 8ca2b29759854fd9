import type { DBSchema } from 'idb';
import type { PhotoId } from '$lib/domain/contact';
import { KeptDatabase } from './kept-database';

interface Schema extends DBSchema {
	/** Bytes rather than blobs: some browsers lose the file behind a stored blob. */
	photos: { key: PhotoId; value: { readonly type: string; readonly bytes: ArrayBuffer; readonly at: number } };
}

/** A photo that no contact names is kept this long: its contact may be about to be saved, or come from another device. */
const graceMs = 7 * 86_400_000;

/** Photos by the SHA-256 of their bytes: the same photo is kept once, and a damaged one is noticed. */
export class Photos {
	readonly #database: KeptDatabase<Schema>;

	constructor(name = 'kith-photos') {
		this.#database = new KeptDatabase<Schema>(name, 1, (fresh) => fresh.createObjectStore('photos'));
	}

	async put(photo: Blob, now: number): Promise<PhotoId> {
		const bytes = await photo.arrayBuffer();
		const id = await hash(bytes);
		await this.#database.use(async (database) => {
			const { store, done } = database.transaction('photos', 'readwrite', { durability: 'strict' });
			await Promise.all([store.put({ type: photo.type, bytes, at: now }, id), done]);
		});
		return id;
	}

	/** Null when there is none or its bytes are no longer those that were put. */
	async get(id: PhotoId): Promise<Blob | null> {
		const photo = await this.#database.use((database) => database.get('photos', id));
		return photo && (await hash(photo.bytes)) === id ? new Blob([photo.bytes], { type: photo.type }) : null;
	}

	has(id: PhotoId): Promise<boolean> {
		return this.#database.use(async (database) => (await database.getKey('photos', id)) !== undefined);
	}

	list(): Promise<readonly PhotoId[]> {
		return this.#database.use((database) => database.getAllKeys('photos'));
	}

	/** Removes photos that are in no use and were put a week ago or earlier; gives their ids. */
	removeUnused(used: ReadonlySet<PhotoId>, now: number): Promise<readonly PhotoId[]> {
		return this.#database.use(async (database) => {
			const { store, done } = database.transaction('photos', 'readwrite');
			const removed: PhotoId[] = [];
			for (const id of await store.getAllKeys()) {
				if (used.has(id) || now - ((await store.get(id))?.at ?? now) < graceMs) continue;
				removed.push(id);
				await store.delete(id);
			}
			await done;
			return removed;
		});
	}

	close(): void {
		this.#database.close();
	}
}

async function hash(bytes: ArrayBuffer): Promise<PhotoId> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
