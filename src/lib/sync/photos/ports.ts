import type { PhotoId } from '$lib/domain/contact';

/** The photos that this device keeps, each under the SHA-256 of its bytes. */
export interface PhotoStore {
	list(): Promise<readonly PhotoId[]>;
	/** Null when there is none, or it is damaged. */
	get(id: PhotoId): Promise<Blob | null>;
	/** Settles once it is kept; rejects when it could not be. */
	put(photo: Blob): Promise<PhotoId>;
	/** Told of each that is kept from now on, by whoever; the answer ends it. */
	watch(listener: (id: PhotoId) => void): () => void;
}

/** The photos that the document names. */
export interface NamedPhotos {
	/** Another set after each change; one that was given does not change. */
	current(): ReadonlySet<PhotoId>;
	/** Told after each change; the answer ends it. */
	watch(listener: () => void): () => void;
}
