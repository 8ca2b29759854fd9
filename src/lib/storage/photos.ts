import type { DBSchema } from 'idb';
import type { PhotoId } from '$lib/domain/contact';
import type { Files } from './files';
import { KeptDatabase } from './kept-database';
import { opfsFiles } from './opfs-files';

interface Kept {
	readonly type: string;
	readonly bytes: ArrayBuffer;
}

interface Schema extends DBSchema {
	/** Bytes rather than blobs: some browsers lose the file behind a stored blob. */
	photos: { key: PhotoId; value: Kept };
}

/** `<id>.webp`: what a photo's file is called. */
const fileShape = /^([0-9a-f]{64})\.(webp|jpeg|png)$/;
const types = ['webp', 'jpeg', 'png'];
const fileName = (id: PhotoId, type: string) => `${id}.${type.replace(/^image\//, '')}`;

/**
 * Photos by the SHA-256 of their bytes: the same photo is kept once, and a damaged one is noticed. Each lies in a
 * database and in a file; what one of them lost, the other still has.
 */
export class Photos {
	readonly #database: KeptDatabase<Schema>;
	readonly #files: Files;
	/** Tells the other tabs and threads of each photo that was put. */
	readonly #bell: BroadcastChannel;
	readonly #listeners = new Set<(id: PhotoId) => void>();

	constructor(name = 'kith-photos', files: Files = opfsFiles(name)) {
		this.#database = new KeptDatabase<Schema>(name, 1, (fresh) => fresh.createObjectStore('photos'));
		this.#files = files;
		this.#bell = new BroadcastChannel(name);
		this.#bell.onmessage = ({ data }: MessageEvent<PhotoId>) => this.#tell(data);
	}

	/** Settles once it is kept; rejects when no place takes it. */
	async put(photo: Blob): Promise<PhotoId> {
		const { type } = photo;
		const bytes = await photo.arrayBuffer();
		const id = await photoIdOf(bytes);
		const file = this.#files.write(fileName(id, type), new Uint8Array(bytes));
		const [kept, filed] = await Promise.allSettled([this.#keep(id, { type, bytes }), file]);
		if (kept.status === 'rejected' && filed.status === 'rejected') throw kept.reason;
		this.#bell.postMessage(id);
		this.#tell(id);
		return id;
	}

	/** Told of each photo that is put from now on, here, in another tab or thread; the answer ends it. */
	watch(listener: (id: PhotoId) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	/** Null when there is none, or its bytes are nowhere those that were put. */
	async get(id: PhotoId): Promise<Blob | null> {
		const [kept] = await Promise.allSettled([this.#database.use((database) => database.get('photos', id))]);
		const photo = kept.status === 'fulfilled' ? kept.value : undefined;
		if (photo && (await photoIdOf(photo.bytes)) === id) return new Blob([photo.bytes], { type: photo.type });
		const filed = await this.#fromFile(id);
		if (filed) await Promise.allSettled([this.#keep(id, filed)]);
		else if (kept.status === 'rejected') throw kept.reason;
		return filed && new Blob([filed.bytes], { type: filed.type });
	}

	/** Ids of all that are kept anywhere; rejects when no place can tell. */
	async list(): Promise<readonly PhotoId[]> {
		const [kept, filed] = await Promise.allSettled([
			this.#database.use((database) => database.getAllKeys('photos')),
			this.#files.list()
		]);
		if (kept.status === 'rejected' && filed.status === 'rejected') throw kept.reason;
		const names = filed.status === 'fulfilled' ? [...filed.value.keys()] : [];
		const fromFiles = names.flatMap((name) => fileShape.exec(name)?.[1] ?? []);
		return [...new Set([...(kept.status === 'fulfilled' ? kept.value : []), ...fromFiles])];
	}

	close(): void {
		this.#listeners.clear();
		this.#bell.close();
		this.#database.close();
	}

	#tell(id: PhotoId): void {
		for (const listener of [...this.#listeners]) listener(id);
	}

	#keep(id: PhotoId, photo: Kept): Promise<void> {
		return this.#database.use(async (database) => {
			const { store, done } = database.transaction('photos', 'readwrite', { durability: 'strict' });
			await Promise.all([store.put(photo, id), done]);
		});
	}

	async #fromFile(id: PhotoId): Promise<Kept | null> {
		const reading = types.map(async (type) => {
			const { buffer: bytes } = (await this.#files.read(fileName(id, type))).slice();
			if ((await photoIdOf(bytes)) !== id) throw new Error(`the file of photo ${id} is damaged`);
			return { type: `image/${type}`, bytes };
		});
		return Promise.any(reading).catch(() => null);
	}
}

/** The SHA-256, in hex. */
export async function photoIdOf(bytes: ArrayBuffer): Promise<PhotoId> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
