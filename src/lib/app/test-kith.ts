/** A whole Kith in memory for tests, with its clock, its log and its shelf in reach. */
import { openKith, type OpenedKith } from '$lib/app';
import type { ContactId } from '$lib/domain/contact';
import type { Interaction, InteractionDraft } from '$lib/domain/interaction';
import type { ReminderDraft } from '$lib/domain/reminder';
import type { Change, Kith } from '$lib/kith';
import { memoryLog } from '$lib/storage/memory-log';
import { createShelf, type Shelf } from '$lib/storage/memory-records';
import type { UpdateLog } from '$lib/storage/update-log';
import { newId } from '$lib/workers/new-id';
import type { Adapters } from './adapters';
import { memoryHistory } from './history';

/** Ten o'clock UTC on 23 November 2026. */
export const startsAt = Date.UTC(2026, 10, 23, 10);

export interface TestKith {
	readonly kith: OpenedKith;
	readonly log: UpdateLog;
	readonly shelf: Shelf;
	/** A minute passes at each reading, so that no two moments are the same. */
	readonly clock: { at: number };
}

export async function openTestKith(options: Partial<Adapters> & { readonly shelf?: Shelf } = {}): Promise<TestKith> {
	const clock = { at: startsAt };
	const now = () => (clock.at += 60_000);
	const { shelf = createShelf(), ...adapters } = options;
	const log = adapters.log ?? (await memoryLog({ now }, shelf));
	const pause = () => Promise.resolve();
	const kith = openKith({ derived: null, history: memoryHistory(), replica: 'a', now, newId, pause, ...adapters, log });
	return { kith, log, shelf, clock };
}

/** The document as a newer app leaves it. */
export function writeAsNewerApp(log: UpdateLog): Promise<void> {
	log.doc.getMap('meta').set('schema/2', true);
	return log.settled();
}

export async function changesOf(kith: Kith, run: () => Promise<unknown>): Promise<readonly Change[]> {
	const changes: Change[] = [];
	const stop = await kith.watch((change) => changes.push(change));
	await run();
	stop();
	return changes;
}

/** What each change of a run names. */
export async function namedBy(kith: Kith, run: () => Promise<unknown>) {
	const changes = await changesOf(kith, run);
	return changes.map(({ rows, removed, pages, timeline, reminders, settings }) => ({
		rows: rows.map(({ id }) => id),
		removed,
		pages,
		timeline,
		reminders: reminders?.map(({ id }) => id) ?? null,
		settings: settings !== null
	}));
}

/** A change that names nothing. */
export const nothing = { rows: [], removed: [], pages: [], timeline: false, reminders: null, settings: false };

export const happening = (
	contactIds: readonly ContactId[],
	fields: Partial<InteractionDraft> = {}
): InteractionDraft => ({
	contactIds,
	kind: 'met',
	when: '2026-11-20',
	note: '',
	place: '',
	initiator: '',
	direction: '',
	duration: 0,
	...fields
});

export const reminding = (fields: Partial<ReminderDraft> = {}): ReminderDraft => ({
	title: 'Water the plants',
	contactId: '',
	due: '2026-12-01',
	time: '',
	leadDays: 0,
	repeat: null,
	...fields
});

export const pageOf = async (kith: Kith, id: ContactId) => {
	const page = await kith.readPage(id);
	if (!page) throw new Error(`no page of ${id}`);
	return page;
};

export const rowsOf = async (kith: Kith) =>
	[...(await kith.readHead()).rows].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));

export const namesOf = async (kith: Kith) => (await rowsOf(kith)).map(({ name }) => name);

/** Everything that is shown, in an order that does not depend on who wrote first. */
export async function shownBy(kith: Kith) {
	const { reminders, settings } = await kith.readHead();
	const rows = await rowsOf(kith);
	return {
		rows,
		settings,
		reminders: [...reminders].sort((a, b) => (a.id < b.id ? -1 : 1)),
		pages: await Promise.all(rows.map(({ id }) => kith.readPage(id))),
		timeline: await wholeTimeline(kith, 100),
		trash: await kith.readTrash()
	};
}

export async function wholeTimeline(kith: Kith, pageSize: number): Promise<readonly Interaction[]> {
	const { interactions, next } = await kith.readTimeline(pageSize, null);
	const all = [...interactions];
	for (let cursor = next; cursor;) {
		const page = await kith.readTimeline(pageSize, cursor);
		all.push(...page.interactions);
		cursor = page.next;
	}
	return all;
}
