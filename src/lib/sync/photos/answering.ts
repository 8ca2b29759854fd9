/** Answering one device's questions about photos, and sending it those that it wishes for, one after the other. */
import type { PhotoId } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import { mostWished } from './asking';
import { mostIds, PhotoOffence, type Form } from './messages';

/** Between two answers, and before saying that a photo does not come. */
const spacedMs = 100;
/** One photo is sent so often within `againMs`. */
const mostTimes = 3;
/** After it, what was sent too often is sent again, and what was not to be had is asked for again. */
export const againMs = 10 * 60_000;
/** Photos that were asked about in vain, and of which it is told once they are here. */
const mostLacked = 20_000;

export interface AnsweringHost {
	now(): Instant;
	after(ms: number, run: () => void): void;
	/** Whether the photo is here and the document names it. */
	isGiven(id: PhotoId): boolean;
	/** Never rejects; null when there is none that may be sent. */
	read(id: PhotoId): Promise<Uint8Array | null>;
	say(form: Form, ids: readonly PhotoId[]): void;
	/** Settles when the channel has it, or the link is closed. */
	send(photo: Uint8Array): Promise<void>;
	readonly isOver: boolean;
}

/** Whatever it is asked may throw a `PhotoOffence`. */
export class Answering {
	readonly #host: AnsweringHost;
	#isAsked = false;
	#answeredAt = -Infinity;
	readonly #lacked = new Set<PhotoId>();
	/** The first is being sent. */
	readonly #wishes: PhotoId[] = [];
	readonly #times = new Map<PhotoId, number>();
	#countedSince = -Infinity;

	constructor(host: AnsweringHost) {
		this.#host = host;
	}

	/** One question at a time, answered at once unless another was just answered. */
	question(ids: readonly PhotoId[]): void {
		if (this.#isAsked) throw new PhotoOffence('flood');
		this.#isAsked = true;
		const wait = this.#answeredAt + spacedMs - this.#host.now();
		if (wait > 0) this.#host.after(wait, () => this.#answer(ids));
		else this.#answer(ids);
	}

	wish(ids: readonly PhotoId[]): void {
		if (this.#wishes.length + ids.length > mostWished) throw new PhotoOffence('flood');
		this.#wishes.push(...ids);
		if (this.#wishes.length === ids.length) void this.#serve();
	}

	/** Tells which of those that were lacking are here by now. */
	look(): void {
		const found = [...this.#lacked].filter((id) => this.#host.isGiven(id));
		const told = found.slice(0, mostIds);
		if (told.length === 0) return;
		for (const id of told) this.#lacked.delete(id);
		this.#host.say('arrived', told);
		if (told.length < found.length) this.#host.after(spacedMs, () => this.look());
	}

	#answer(ids: readonly PhotoId[]): void {
		this.#isAsked = false;
		this.#answeredAt = this.#host.now();
		const here = ids.filter((id) => this.#host.isGiven(id));
		const given = new Set(here);
		for (const id of ids) if (!given.has(id)) this.#miss(id);
		this.#host.say('answer', here);
	}

	#miss(id: PhotoId): void {
		if (this.#lacked.size < mostLacked) this.#lacked.add(id);
	}

	async #serve(): Promise<void> {
		for (let id = this.#wishes[0]; id !== undefined && !this.#host.isOver; id = this.#wishes[0]) {
			const photo = this.#mayHave(id) ? await this.#host.read(id) : null;
			if (photo) await this.#host.send(photo);
			else await new Promise<void>((resolve) => this.#host.after(spacedMs, resolve));
			this.#wishes.shift();
			if (photo) continue;
			if (!this.#host.isGiven(id)) this.#miss(id);
			this.#host.say('none', [id]);
		}
	}

	#mayHave(id: PhotoId): boolean {
		if (!this.#host.isGiven(id)) return false;
		const now = this.#host.now();
		if (now - this.#countedSince > againMs) {
			this.#times.clear();
			this.#countedSince = now;
		}
		const times = (this.#times.get(id) ?? 0) + 1;
		this.#times.set(id, times);
		return times <= mostTimes;
	}
}
