import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { ContactId } from '$lib/domain/contact';
import type { Day } from '$lib/domain/date';
import type { Reminder } from '$lib/domain/reminder';
import type { Row } from '$lib/domain/row';
import { defaultSettings, type Settings } from '$lib/domain/settings';
import type { Change, Head, Kith, Page, SaveStatus, TimelinePage, Trouble } from '$lib/kith';

/** What the fast store has before the document is open, and the document's mark it was derived at. */
export type FastHead = Head & { readonly mark: number };

/** Answers before the document is open; null when it has nothing. */
export interface FastStore {
	readPage(id: ContactId): Promise<Page | null>;
	readTimeline(): Promise<TimelinePage | null>;
}

/**
 * The reactive projections of one opened document. They change because the document changed (`Kith.watch`),
 * never beside it. Made once in the root layout, reached by `getLive()`.
 */
export class Live {
	/** Every contact that is not in the trash. */
	readonly rows = new SvelteMap<ContactId, Row>();
	reminders = $state.raw<readonly Reminder[]>([]);
	settings = $state.raw<Settings>(defaultSettings);
	status = $state.raw<SaveStatus>({ state: 'opening' });
	trouble = $state.raw<Trouble>({ quarantined: 0, broughtBack: false });
	/** True once rows are known, from the fast store or the document. */
	seeded = $state(false);
	/** True once the document itself is open. */
	opened = $state(false);
	/** Grows when a contact's page, or any interaction, should be read anew. */
	readonly pageVersions = new SvelteMap<ContactId, number>();
	timelineVersion = $state(0);
	today = $state<Day>('');

	readonly #list = $derived([...this.rows.values()]);

	constructor(
		readonly kith: Kith,
		readonly fast: FastStore,
		today: Day
	) {
		this.today = today;
	}

	get list(): readonly Row[] {
		return this.#list;
	}

	/** Shows the fast store's rows at once, then follows the document. Rejects when the document cannot be opened. */
	async open(fast: FastHead | null, heard: (change: Change) => void = () => {}): Promise<void> {
		if (fast) this.#seed(fast);
		await this.kith.watchStatus((status) => (this.status = status));
		const patch = (change: Change) => {
			this.#patch(change);
			heard(change);
		};
		await (fast ? this.kith.watch(patch, fast.mark) : this.kith.watch(patch));
		this.trouble = await this.kith.ready();
		if (!fast) this.#seed(await this.kith.readHead());
		this.opened = true;
	}

	#seed(head: Head): void {
		for (const row of head.rows) this.rows.set(row.id, row);
		this.reminders = head.reminders;
		this.settings = head.settings;
		this.seeded = true;
	}

	#patch(change: Change): void {
		for (const row of change.rows) this.rows.set(row.id, row);
		for (const id of change.removed) this.rows.delete(id);
		for (const id of change.pages) this.pageVersions.set(id, (this.pageVersions.get(id) ?? 0) + 1);
		if (change.timeline) this.timelineVersion++;
		if (change.reminders) this.reminders = change.reminders;
		if (change.settings) this.settings = change.settings;
	}
}

export const [getLive, setLive] = createContext<Live>();
