import type { DBSchema } from 'idb';
import type { AlarmData, QuietHours } from '$lib/domain/alarms';
import type { Instant } from '$lib/domain/date';
import { exclusively } from './exclusive';
import { KeptDatabase } from './kept-database';

/** An alarm with the words to show: whoever shows it has no message catalogs. */
export type Alarm = AlarmData & {
	readonly heading: string;
	readonly body: string;
	/** Where a tap leads, from the app's root: `people?person=…`. */
	readonly path: string;
};

export interface AlarmSettings {
	readonly quietHours: QuietHours | null;
	/** Words of a notification's actions. */
	readonly done: string;
	readonly later: string;
}

export interface AlarmTable {
	readonly alarms: readonly Alarm[];
	/** Null before the first `writeAlarms`. */
	readonly settings: AlarmSettings | null;
	readonly shownIds: ReadonlySet<string>;
}

export interface Answer {
	readonly answer: 'done' | 'later';
	readonly at: Instant;
	/** As it was shown: it may be gone from the table when the answer is applied. */
	readonly alarm: Alarm;
}

interface Schema extends DBSchema {
	table: { key: 'table'; value: Omit<AlarmTable, 'shownIds'> };
	/** When each alarm was shown. */
	shown: { key: string; value: Instant };
	answers: { key: number; value: Answer };
}

/** By then no table brings a shown alarm back. */
const forgetAfterMs = 400 * 86_400_000;

/** What rings, for whoever must know without loading the document: the service worker first of all. */
export class ReminderTable {
	readonly #database: KeptDatabase<Schema>;

	constructor(name = 'kith-reminders') {
		this.#database = new KeptDatabase<Schema>(name, 1, (fresh) => {
			fresh.createObjectStore('table');
			fresh.createObjectStore('shown');
			fresh.createObjectStore('answers', { autoIncrement: true });
		});
	}

	/** Replaces all alarms; with `settings` left out those stay. What was shown stays shown. */
	writeAlarms(alarms: readonly Alarm[], settings?: AlarmSettings): Promise<void> {
		return this.#database.use(async (database) => {
			const { store, done } = database.transaction('table', 'readwrite');
			const kept = settings ?? (await store.get('table'))?.settings ?? null;
			await Promise.all([store.put({ alarms, settings: kept }, 'table'), done]);
		});
	}

	readTable(): Promise<AlarmTable> {
		return this.#database.use(async (database) => {
			const [table, shown] = await Promise.all([database.get('table', 'table'), database.getAllKeys('shown')]);
			return { alarms: [], settings: null, ...table, shownIds: new Set(shown) };
		});
	}

	/** Claims alarms for showing; gives the ids that nobody claimed before, and only those may be shown. */
	markShown(ids: readonly string[], at: Instant): Promise<readonly string[]> {
		return this.#database.use(async (database) => {
			const { store, done } = database.transaction('shown', 'readwrite', { durability: 'strict' });
			const [known, times] = await Promise.all([store.getAllKeys(), store.getAll()]);
			const fresh = ids.filter((id) => !known.includes(id));
			const old = known.filter((_, index) => at - (times[index] ?? at) > forgetAfterMs);
			await Promise.all([...fresh.map((id) => store.put(at, id)), ...old.map((id) => store.delete(id)), done]);
			return fresh;
		});
	}

	addAnswer(answer: Answer): Promise<void> {
		return this.#database.use(async (database) => {
			const { store, done } = database.transaction('answers', 'readwrite', { durability: 'strict' });
			await Promise.all([store.add(answer), done]);
		});
	}

	/**
	 * Hands over the answers, oldest first, in one tab at a time. They are removed once `apply` has resolved; should the
	 * app be killed in between, they come again.
	 */
	takeAnswers(apply: (answers: readonly Answer[]) => Promise<void>): Promise<void> {
		return exclusively(`${this.#database.name}-answers`, async () => {
			const [keys, answers] = await this.#database.use((database) =>
				Promise.all([database.getAllKeys('answers'), database.getAll('answers')])
			);
			const taken = answers.slice(0, keys.length);
			if (taken.length === 0) return;
			await apply(taken);
			await this.#database.use((database) => database.delete('answers', IDBKeyRange.upperBound(keys.at(-1))));
		});
	}

	close(): void {
		this.#database.close();
	}
}
