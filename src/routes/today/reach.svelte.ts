import type { Row } from '$lib/domain/row';
import { whomToReach, type Suggestion } from '$lib/domain/today';
import type { Live } from '$lib/state/live.svelte';
import type { Preferences } from '$lib/state/preferences.svelte';

/**
 * The few people of today. From the first one that is called, put off or set aside they are that day's people: whoever
 * is dealt with is not replaced by the next in line, so the list gets shorter as one goes and ends. More come only
 * when asked for.
 */
export class PeopleToReach {
	readonly #live: Live;
	readonly #preferences: Preferences;
	#more = $state(0);

	readonly #known = $derived.by(() => {
		const { day, ids } = this.#preferences.current.reach;
		return day === this.#live.today ? ids : [];
	});

	readonly #fresh: readonly Suggestion[] = $derived.by(() => {
		const free = this.#live.settings.todayCount + this.#more - this.#known.length;
		if (free <= 0) return [];
		const known = new Set(this.#known);
		return this.#rank(
			this.#live.list.filter(({ id }) => !known.has(id)),
			free
		);
	});

	/** Those of today that are still to be reached, best first. */
	readonly suggestions: readonly Suggestion[] = $derived.by(() => {
		const rows = this.#known.flatMap((id) => this.#live.rows.get(id) ?? []);
		return [...this.#rank(rows, rows.length), ...this.#fresh];
	});

	/** True when somebody was brought up today, and nobody of them is left. */
	readonly done = $derived(this.suggestions.length === 0 && this.#known.length > 0);

	constructor(live: Live, preferences: Preferences) {
		this.#live = live;
		this.#preferences = preferences;
	}

	/** Those on screen are today's from now on. Call before dealing with one of them. */
	settle(): void {
		if (this.#fresh.length === 0) return;
		const ids = [...this.#known, ...this.#fresh.map(({ row }) => row.id)];
		this.#preferences.set({ reach: { day: this.#live.today, ids } });
	}

	/** True when others are due who were not brought up. */
	get hasMore(): boolean {
		const known = new Set(this.#known);
		return (
			this.#rank(
				this.#live.list.filter(({ id }) => !known.has(id)),
				1
			).length > 0
		);
	}

	/** Brings up one more person. */
	more(): void {
		this.#more = Math.max(0, this.#known.length - this.#live.settings.todayCount) + 1;
	}

	#rank(rows: readonly Row[], todayCount: number): readonly Suggestion[] {
		return whomToReach(rows, { ...this.#live.settings, todayCount }, this.#live.today);
	}
}
