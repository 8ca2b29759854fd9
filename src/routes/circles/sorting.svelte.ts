import type { ContactId } from '$lib/domain/contact';
import type { Row } from '$lib/domain/row';
import type { CircleId } from '$lib/domain/settings';

/** One sitting of sorting people into circles: who comes when, who was skipped, and the way back. */
export class Sorting {
	readonly #place: (id: ContactId, circle: CircleId | '') => void;
	#queue = $state.raw<readonly ContactId[]>([]);
	#position = $state(0);
	#skipped = $state.raw<readonly ContactId[]>([]);
	#steps = $state.raw<readonly { readonly id: ContactId; readonly placed: boolean }[]>([]);

	#isBegun = false;

	constructor(place: (id: ContactId, circle: CircleId | '') => void) {
		this.#place = place;
	}

	/**
	 * Who is to be sorted, until the first was: what is shown first may be older than the document.
	 * @param rows in the order in which they are to come
	 */
	offer(rows: readonly Row[]): void {
		if (!this.#isBegun) this.#queue = rows.map(({ id }) => id);
	}

	get current(): ContactId | undefined {
		return this.#queue[this.#position];
	}
	get done(): number {
		return this.#position;
	}
	get total(): number {
		return this.#queue.length;
	}
	get skipped(): number {
		return this.#skipped.length;
	}
	get canGoBack(): boolean {
		return this.#steps.length > 0;
	}

	place(circle: CircleId): void {
		const id = this.current;
		if (id === undefined) return;
		this.#place(id, circle);
		this.#advance(id, true);
	}

	skip(): void {
		const id = this.current;
		if (id === undefined) return;
		this.#skipped = [...this.#skipped, id];
		this.#advance(id, false);
	}

	back(): void {
		const step = this.#steps.at(-1);
		if (!step) return;
		this.#steps = this.#steps.slice(0, -1);
		this.#position--;
		if (step.placed) this.#place(step.id, '');
		else this.#skipped = this.#skipped.filter((id) => id !== step.id);
	}

	/** Starts anew with those that were skipped. */
	again(): void {
		this.#queue = this.#skipped;
		this.#skipped = [];
		this.#steps = [];
		this.#position = 0;
	}

	#advance(id: ContactId, placed: boolean): void {
		this.#isBegun = true;
		this.#steps = [...this.#steps, { id, placed }];
		this.#position++;
	}
}
