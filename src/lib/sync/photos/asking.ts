/** Asking one device for the photos that are missing here. */
import type { PhotoId } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import { mostIds, PhotoOffence, type Form } from './messages';
import type { MissingPhotos } from './missing-photos';
import { photoIdOf, smallPhotoType } from './small-photo';

/**
 * Photos on their way over one link. They are all that may be in its channel ahead of an edit, or of a photo that a
 * screen wants; one alone would leave the link idle while it is kept.
 */
export const mostWished = 2;

export interface AskingHost {
	readonly missing: MissingPhotos;
	now(): Instant;
	/** Nothing is asked for now: what comes could not be kept. */
	readonly isPaused: boolean;
	/** Whether another device is sending it. */
	isComing(id: PhotoId): boolean;
	say(form: Form, ids: readonly PhotoId[]): void;
	/** The device does not send what it had promised: others may. */
	refused(): void;
	/** Never rejects; false when it could not be kept. */
	keep(id: PhotoId, photo: Blob): Promise<boolean>;
}

/** Whatever it is told may throw a `PhotoOffence`. */
export class Asking {
	readonly #host: AskingHost;
	/** Missing, and the device was not asked about them. */
	readonly #unasked = new Set<PhotoId>();
	/** It was asked about them, and has not answered: one question at a time. */
	#asked: ReadonlySet<PhotoId> | null = null;
	/** Missing, and it says that it has them. */
	readonly #offered = new Set<PhotoId>();
	/** They are to come, since when. */
	readonly #wished = new Map<PhotoId, Instant>();
	#checking = 0;
	#keeping = 0;

	constructor(host: AskingHost) {
		this.#host = host;
	}

	/** Since when the photo is to come from here; null when it is not. */
	wishedSince(id: PhotoId): Instant | null {
		return this.#wished.get(id) ?? null;
	}

	/** Asks about these that are missing, if not asked already. */
	consider(ids: Iterable<PhotoId>): void {
		for (const id of ids) {
			const isKnown = this.#offered.has(id) || this.#wished.has(id) || this.#asked?.has(id);
			if (!isKnown) this.#unasked.add(id);
		}
	}

	/** Says what there is to say now. */
	proceed(): void {
		const { missing, isPaused } = this.#host;
		if (isPaused) return;
		this.#wish();
		if (this.#asked) return;
		const ids = missing.first(this.#unasked, mostIds, (id) => this.#isStillMissing(this.#unasked, id));
		if (ids.length === 0) return;
		for (const id of ids) this.#unasked.delete(id);
		this.#asked = new Set(ids);
		this.#host.say('question', ids);
	}

	answered(ids: readonly PhotoId[]): void {
		const asked = this.#asked;
		if (!asked || ids.some((id) => !asked.has(id))) throw new PhotoOffence('bad-wish');
		this.#asked = null;
		this.#offer(ids);
	}

	arrived(ids: readonly PhotoId[]): void {
		this.#offer(ids);
	}

	refused(ids: readonly PhotoId[]): void {
		for (const id of ids) if (!this.#wished.delete(id)) throw new PhotoOffence('bad-wish');
		this.#host.refused();
	}

	/** It must be one that was wished for. */
	async receive(bytes: Uint8Array): Promise<void> {
		if (this.#checking >= this.#wished.size) throw new PhotoOffence('bad-photo');
		const type = smallPhotoType(bytes);
		if (!type) throw new PhotoOffence('bad-photo');
		this.#checking++;
		const id = await photoIdOf(bytes);
		this.#checking--;
		if (!this.#wished.delete(id)) throw new PhotoOffence('bad-photo');
		if (this.#host.missing.isMissing(id)) await this.#keep(id, new Blob([bytes as BlobPart], { type }));
		this.proceed();
	}

	async #keep(id: PhotoId, photo: Blob): Promise<void> {
		this.#keeping++;
		const isKept = await this.#host.keep(id, photo);
		this.#keeping--;
		if (!isKept) this.#offered.add(id);
	}

	#offer(ids: readonly PhotoId[]): void {
		for (const id of ids) {
			if (!this.#host.missing.isMissing(id) || this.#wished.has(id)) continue;
			this.#unasked.delete(id);
			this.#offered.add(id);
		}
		this.proceed();
	}

	#wish(): void {
		const { missing } = this.#host;
		const room = mostWished - this.#wished.size - this.#keeping;
		if (room <= 0) return;
		const passes = (id: PhotoId) => this.#isStillMissing(this.#offered, id) && !this.#host.isComing(id);
		const ids = missing.first(this.#offered, room, passes);
		for (const id of ids) {
			this.#offered.delete(id);
			this.#wished.set(id, this.#host.now());
		}
		if (ids.length > 0) this.#host.say('wish', ids);
	}

	/** What has come, or is named no more, is forgotten here. */
	#isStillMissing(among: Set<PhotoId>, id: PhotoId): boolean {
		const isMissing = this.#host.missing.isMissing(id);
		if (!isMissing) among.delete(id);
		return isMissing;
	}
}
