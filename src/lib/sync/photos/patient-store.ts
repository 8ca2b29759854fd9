import type { PhotoId } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import type { Clock } from '../clock';
import type { PhotoStore } from './ports';
import { smallPhotoType } from './small-photo';

/** After a failure of the store nothing is asked for so long. */
export const pauseMs = 5 * 60_000;

/** The photos kept here, for who goes on when the store fails. Nothing here rejects. */
export class PatientStore {
	readonly #photos: PhotoStore;
	readonly #clock: Clock;
	#pausedUntil: Instant = -Infinity;

	constructor(photos: PhotoStore, clock: Clock) {
		this.#photos = photos;
		this.#clock = clock;
	}

	/** It failed to keep a photo just now. */
	get isPaused(): boolean {
		return this.#clock.now() < this.#pausedUntil;
	}

	/** Null when it cannot tell. */
	async list(): Promise<readonly PhotoId[] | null> {
		try {
			return await this.#photos.list();
		} catch (reason) {
			console.info('The photos cannot be listed:', String(reason));
			return null;
		}
	}

	/** `lost`: there is none, or it is damaged. Null when it cannot be read now, or no device would take it. */
	async read(id: PhotoId): Promise<Uint8Array | 'lost' | null> {
		try {
			const photo = await this.#photos.get(id);
			if (!photo) return 'lost';
			const bytes = new Uint8Array(await photo.arrayBuffer());
			return smallPhotoType(bytes) && bytes;
		} catch (reason) {
			console.info('A photo cannot be read:', String(reason));
			return null;
		}
	}

	/** Whether it is kept now. */
	async keep(photo: Blob): Promise<boolean> {
		try {
			await this.#photos.put(photo);
			return true;
		} catch (reason) {
			console.info('A photo cannot be kept:', String(reason));
			this.#pausedUntil = this.#clock.now() + pauseMs;
			return false;
		}
	}
}
