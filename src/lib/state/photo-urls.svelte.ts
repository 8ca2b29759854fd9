import { SvelteMap } from 'svelte/reactivity';
import type { PhotoId } from '$lib/domain/contact';

/** More faces than any screen shows at once. */
const kept = 400;

export interface PhotoStore {
	get(id: PhotoId): Promise<Blob | null>;
	put(photo: Blob): Promise<PhotoId>;
	list(): Promise<readonly PhotoId[]>;
	/** Told of each photo that is kept from now on, by whichever tab or thread; the answer ends it. */
	watch(listener: (id: PhotoId) => void): () => void;
}

/**
 * Photos as addresses that an `<img>` can show. An address is null until its photo was read, and as long as there is
 * none here; what was missing is read as soon as it is kept, and looked for again after `lookAgain`.
 */
export class PhotoUrls {
	readonly #urls = new SvelteMap<PhotoId, string | null>();
	readonly #asked = new Set<PhotoId>();
	/** Came while it was being read, which may have been too early. */
	readonly #came = new Set<PhotoId>();
	readonly #store: PhotoStore;
	readonly #missed: (id: PhotoId) => void;

	/** @param missed told of each photo that a screen shows the place of, and that is not here */
	constructor(store: PhotoStore, missed: (id: PhotoId) => void = () => undefined) {
		this.#store = store;
		this.#missed = missed;
		store.watch((id) => this.#come(id));
	}

	/** Settles when the photo is kept on this device. */
	async put(photo: Blob): Promise<PhotoId> {
		const id = await this.#store.put(photo);
		// One that was missed until now.
		if (this.#asked.has(id) && !this.#urls.get(id)) this.#show(id, photo);
		return id;
	}

	/** Every photo kept on this device. */
	async all(): Promise<readonly { readonly id: PhotoId; readonly photo: Blob }[]> {
		const found: { id: PhotoId; photo: Blob }[] = [];
		for (const id of await this.#store.list()) {
			const photo = await this.#store.get(id);
			if (photo) found.push({ id, photo });
		}
		return found;
	}

	url(id: PhotoId): string | null {
		if (!id) return null;
		const url = this.#urls.get(id);
		if (url === undefined && !this.#asked.has(id)) void this.#load(id);
		return url ?? null;
	}

	/** Call when photos may have come: with each change of people. */
	lookAgain(): void {
		for (const [id, url] of [...this.#urls]) {
			if (url === null) this.#forget(id);
		}
	}

	#come(id: PhotoId): void {
		if (this.#urls.get(id) === null) void this.#load(id);
		else if (this.#asked.has(id) && !this.#urls.has(id)) this.#came.add(id);
	}

	#forget(id: PhotoId): void {
		this.#asked.delete(id);
		this.#urls.delete(id);
	}

	async #load(id: PhotoId): Promise<void> {
		this.#asked.add(id);
		// A photo that cannot be read is shown as initials until then.
		const blob = await this.#store.get(id).catch(() => null);
		const cameMeanwhile = this.#came.delete(id);
		if (this.#urls.get(id)) return;
		if (blob) return this.#show(id, blob);
		if (cameMeanwhile) return this.#load(id);
		this.#urls.set(id, null);
		this.#missed(id);
	}

	#show(id: PhotoId, photo: Blob): void {
		this.#urls.set(id, URL.createObjectURL(photo));
		if (this.#urls.size > kept) this.#forgetOldest();
	}

	#forgetOldest(): void {
		for (const [id, url] of this.#urls) {
			if (url) URL.revokeObjectURL(url);
			this.#forget(id);
			return;
		}
	}
}
