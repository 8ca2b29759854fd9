import type { ContactId } from '$lib/domain/contact';
import { compareWhen } from '$lib/domain/when';
import type { Interaction } from '$lib/domain/interaction';
import type { KithDocument } from '$lib/doc/doc';
import type { Moved } from '$lib/doc/interactions';
import type { TimelineCursor, TimelinePage } from '$lib/kith';

/** Of two that happened at once, the one written down later comes first: ids grow with time. */
export const newestFirst = (a: TimelineCursor, b: TimelineCursor): number =>
	(a.when !== b.when && compareWhen(b.when, a.when)) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** Above this many at once, sorting anew is quicker than placing one by one. */
const sortAbove = 500;

/** All that happened, newest first. Sorted when first asked for, then kept in order. */
export class Timeline {
	#sorted: Interaction[] | null = null;

	constructor(
		private readonly doc: KithDocument,
		private readonly live: ReadonlySet<ContactId>
	) {}

	page(limit: number, before: TimelineCursor | null): TimelinePage {
		const sorted = (this.#sorted ??= this.#sort());
		const interactions: Interaction[] = [];
		let at = before ? placeOf(sorted, before) : 0;
		if (before && sorted[at]?.id === before.id) at++;
		for (; at < sorted.length && interactions.length < limit; at++) {
			const interaction = sorted[at];
			if (interaction && this.#isShown(interaction)) interactions.push(interaction);
		}
		const last = interactions.at(-1);
		return { interactions, next: last && at < sorted.length ? { when: last.when, id: last.id } : null };
	}

	apply(moves: readonly Moved[]): void {
		if (moves.length > sortAbove) this.#sorted = null;
		if (!this.#sorted) return;
		for (const { before, after } of moves) {
			const at = before ? placeOf(this.#sorted, before) : -1;
			if (before && this.#sorted[at]?.id === before.id) this.#sorted.splice(at, 1);
			if (after && !after.deletedAt) this.#sorted.splice(placeOf(this.#sorted, after), 0, after);
		}
	}

	#sort(): Interaction[] {
		return [...this.doc.interactions.all.values()].filter(({ deletedAt }) => !deletedAt).sort(newestFirst);
	}

	/** What happened only with people who are in the trash waits there with them. */
	#isShown({ contactIds }: Interaction): boolean {
		return !contactIds.length || contactIds.some((id) => this.live.has(id));
	}
}

/** The first place whose interaction is not newer than this one. */
function placeOf(sorted: readonly Interaction[], cursor: TimelineCursor): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const interaction = sorted[middle];
		if (interaction && newestFirst(interaction, cursor) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
