import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { ContactId } from '$lib/domain/contact';
import type { Day } from '$lib/domain/date';
import type { Reminder } from '$lib/domain/reminder';
import type { Row } from '$lib/domain/row';
import { defaultSettings, type Settings } from '$lib/domain/settings';
import type { Change, Head, Kith, SaveStatus, Trouble } from '$lib/kith';

/** What the fast store can answer before the document is open. */
export type FastHead = () => Promise<Head | null>;

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
	trouble = $state.raw<Trouble>({ quarantined: 0 });
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
		today: Day
	) {
		this.today = today;
	}

	get list(): readonly Row[] {
		return this.#list;
	}

	/** Shows the fast store's rows first, then follows the document. Rejects when the document cannot be opened. */
	async open(fastHead: FastHead, heard: (change: Change) => void = () => {}): Promise<void> {
		const head = await fastHead();
		if (head && !this.opened) this.#seed(head);
		await this.kith.watchStatus((status) => (this.status = status));
		await this.kith.watch((change) => {
			this.#patch(change);
			heard(change);
		});
		this.trouble = await this.kith.ready();
		if (!head) this.#seed(await this.kith.readHead());
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
