import type { PhotoId } from '$lib/domain/contact';
import { seededRandom } from '../link/random';
import type { PhotoStore } from './ports';
import { photoIdOf } from './small-photo';

/** Photos in memory. */
export class MemoryPhotos implements PhotoStore {
	readonly kept = new Map<PhotoId, Blob>();
	/** Bytes cannot be kept any more. */
	isFull = false;
	/** Nothing can be read. */
	isBroken = false;
	reads = 0;
	readonly #listeners = new Set<(id: PhotoId) => void>();

	async list(): Promise<readonly PhotoId[]> {
		if (this.isBroken) throw new Error('broken');
		return [...this.kept.keys()];
	}

	async get(id: PhotoId): Promise<Blob | null> {
		this.reads++;
		if (this.isBroken) throw new Error('broken');
		return this.kept.get(id) ?? null;
	}

	async put(photo: Blob): Promise<PhotoId> {
		if (this.isFull) throw new Error('full');
		const id = await photoIdOf(new Uint8Array(await photo.arrayBuffer()));
		this.kept.set(id, photo);
		for (const listener of [...this.#listeners]) listener(id);
		return id;
	}

	watch(listener: (id: PhotoId) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	/** Whoever watches. */
	get listening(): number {
		return this.#listeners.size;
	}
}

export interface Picture {
	readonly width?: number;
	readonly height?: number;
	readonly length?: number;
}

/** What begins as a PNG does, the same for the same seed. */
export function picture(seed: number, { width = 512, height = 512, length = 20_000 }: Picture = {}): Uint8Array {
	const bytes = seededRandom(seed)(length);
	const head = Uint8Array.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', (letter) => letter.charCodeAt(0));
	bytes.set(head);
	const view = new DataView(bytes.buffer);
	view.setUint32(16, width);
	view.setUint32(20, height);
	return bytes;
}

export const blobOf = (bytes: Uint8Array) => new Blob([bytes as BlobPart], { type: 'image/png' });
