import { SvelteMap } from 'svelte/reactivity';
import type { PhotoId } from '$lib/domain/contact';

/** More faces than any screen shows at once. */
const kept = 400;

export interface PhotoStore {
	get(id: PhotoId): Promise<Blob | null>;
	put(photo: Blob): Promise<PhotoId>;
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
	put(photo: Blob): Promise<PhotoId> {
		return this.#store.put(photo);
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
		this.#urls.set(id, blob && URL.createObjectURL(blob));
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
