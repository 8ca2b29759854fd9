import { SvelteMap } from 'svelte/reactivity';
import type { PhotoId } from '$lib/domain/contact';

/** More faces than any screen shows at once. */
const kept = 400;

export interface PhotoStore {
	get(id: PhotoId): Promise<Blob | null>;
	put(photo: Blob): Promise<PhotoId>;
	list(): Promise<readonly PhotoId[]>;
}

/**
 * Photos as addresses that an `<img>` can show. An address is null until its photo was read, and as long as there is
 * none here; what was missing is looked for again after `lookAgain`.
 */
export class PhotoUrls {
	readonly #urls = new SvelteMap<PhotoId, string | null>();
	readonly #asked = new Set<PhotoId>();
	readonly #store: PhotoStore;

	constructor(store: PhotoStore) {
		this.#store = store;
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
			if (url !== null) continue;
			this.#asked.delete(id);
			this.#urls.delete(id);
		}
	}

	async #load(id: PhotoId): Promise<void> {
		this.#asked.add(id);
		// A photo that cannot be read is shown as initials until then.
		const blob = await this.#store.get(id).catch(() => null);
		if (blob) this.#show(id, blob);
		else this.#urls.set(id, null);
	}

	#show(id: PhotoId, photo: Blob): void {
		this.#urls.set(id, URL.createObjectURL(photo));
		if (this.#urls.size > kept) this.#forgetOldest();
	}

	#forgetOldest(): void {
		for (const [id, url] of this.#urls) {
			if (url) URL.revokeObjectURL(url);
			this.#urls.delete(id);
			this.#asked.delete(id);
			return;
		}
	}
}
