import type { PhotoId } from '$lib/domain/contact';

/** What screens want is remembered for so many; more than any shows at once. */
const mostWanted = 400;
/** Missing at once; more than any address book has, fewer than a hostile document may name. */
const mostMissing = 50_000;

/** Which photos the document names, which of them are kept here, and which screens want first. */
export class MissingPhotos {
	#named: ReadonlySet<PhotoId> = new Set();
	readonly #kept = new Set<PhotoId>();
	readonly #missing = new Set<PhotoId>();
	/** What was wanted last, last. */
	readonly #wanted = new Set<PhotoId>();

	get count(): number {
		return this.#missing.size;
	}

	all(): Iterable<PhotoId> {
		return this.#missing;
	}

	isMissing(id: PhotoId): boolean {
		return this.#missing.has(id);
	}

	/** Whether another device may have it from here. */
	isGiven(id: PhotoId): boolean {
		return this.#named.has(id) && this.#kept.has(id);
	}

	name(ids: ReadonlySet<PhotoId>): void {
		this.#named = ids;
		for (const id of this.#missing) if (!ids.has(id)) this.#missing.delete(id);
		for (const id of ids) if (!this.#kept.has(id) && this.#missing.size < mostMissing) this.#missing.add(id);
	}

	keep(id: PhotoId): void {
		this.#kept.add(id);
		this.#missing.delete(id);
		this.#wanted.delete(id);
	}

	/** It was kept here, and is no more: it is missing from the next `name` on. */
	lose(id: PhotoId): void {
		this.#kept.delete(id);
	}

	isKept(id: PhotoId): boolean {
		return this.#kept.has(id);
	}

	want(id: PhotoId): void {
		this.#wanted.delete(id);
		this.#wanted.add(id);
		for (const oldest of this.#wanted) {
			if (this.#wanted.size <= mostWanted) return;
			this.#wanted.delete(oldest);
		}
	}

	/** At most `count` of `among` that pass, what is wanted first and of that the latest, the rest in their order. */
	first(among: ReadonlySet<PhotoId>, count: number, passes: (id: PhotoId) => boolean): readonly PhotoId[] {
		const found = new Set<PhotoId>();
		for (const id of [...this.#wanted].reverse()) {
			if (found.size < count && among.has(id) && passes(id)) found.add(id);
		}
		for (const id of among) {
			if (found.size >= count) break;
			if (passes(id)) found.add(id);
		}
		return [...found];
	}
}
