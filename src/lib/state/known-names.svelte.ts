import type { ContactId } from '$lib/domain/contact';
import type { Row } from '$lib/domain/row';
import { GrowingPeopleIndex, type PeopleIndex } from '$lib/domain/sentence/people-index';
import { pause } from './pause';

/** So many people take a few milliseconds; ten thousand at once would hold a key press up for 150. */
const sliceSize = 200;

/** Everyone by name. Made in slices when first wanted; from then on it follows each change. */
export class KnownNames {
	readonly #everyone: () => Iterable<Row>;
	readonly #index = new GrowingPeopleIndex();
	/** Not in the index yet; null for whoever left. */
	readonly #waiting = new Map<ContactId, Row | null>();
	#version = $state(0);
	#begun = false;
	#working = false;
	#work = Promise.resolve();

	constructor(everyone: () => Iterable<Row>) {
		this.#everyone = everyone;
	}

	/** Everyone else, as far as it was made; whatever is derived from it is derived anew once all are in. */
	but(left: ContactId | ''): PeopleIndex {
		void this.#version;
		return this.#index.without(left);
	}

	/** Settles once everyone is in. It begins a moment later, so that it may be called while something is derived. */
	async prepare(): Promise<void> {
		await Promise.resolve();
		if (!this.#begun) {
			this.#begun = true;
			for (const row of this.#everyone()) this.#waiting.set(row.id, row);
		}
		await this.#follow();
	}

	patch(rows: readonly Row[], removed: readonly ContactId[]): void {
		if (!this.#begun) return;
		for (const row of rows) this.#waiting.set(row.id, row);
		for (const id of removed) this.#waiting.set(id, null);
		void this.#follow();
	}

	#follow(): Promise<void> {
		if (!this.#working && this.#waiting.size > 0) this.#work = this.#takeIn();
		return this.#work;
	}

	async #takeIn(): Promise<void> {
		this.#working = true;
		while (this.#waiting.size > sliceSize) {
			this.#takeSlice();
			await pause();
		}
		this.#takeSlice();
		this.#working = false;
		this.#version++;
	}

	#takeSlice(): void {
		let left = sliceSize;
		for (const [id, row] of this.#waiting) {
			if (left-- === 0) return;
			this.#waiting.delete(id);
			if (row) this.#index.set(row);
			else this.#index.delete(id);
		}
	}
}
