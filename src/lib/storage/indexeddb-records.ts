import { Connection, type Database } from './connection';
import { emptyUpdate, type Appended, type Records, type StoredRecord } from './records';
import { finished, quiet } from './transaction';
import { asWriteError } from './write-failure';
import { within } from './within';

const asidePrefix = 'kith/aside/';
const asideRange = () => IDBKeyRange.bound(asidePrefix, `${asidePrefix}\uffff`);
const above = (mark: number) => IDBKeyRange.lowerBound(mark, true);

/** A write that has not ended by then hangs; the connection is made anew. */
const patienceMs = 20_000;

/** What was set aside, as kept in the database: `value` is missing when it could not be read. */
export interface SetAside {
	readonly key: number;
	readonly value?: unknown;
	readonly at: number;
}

/**
 * Records in y-indexeddb's layout. The database is the bus between tabs: a bell only says that there is something to
 * read, and each append reads what others added in the same transaction, so nothing is missed.
 */
export class IndexedDbRecords implements Records {
	readonly #connection: Connection;
	readonly #bell: BroadcastChannel;
	#heard: (event: 'added' | 'lost') => void = () => undefined;

	constructor(readonly name: string) {
		this.#connection = new Connection(name, () => this.#heard('lost'));
		this.#bell = new BroadcastChannel(`kith-log-${name}`);
		this.#bell.onmessage = () => this.#heard('added');
	}

	async readAfter(mark: number): Promise<readonly StoredRecord[]> {
		const database = await this.#connection.open();
		const range = above(this.#connection.emptied ? 0 : mark);
		try {
			const { store, done } = database.transaction('updates');
			const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range), done]);
			return pair(keys, values);
		} catch {
			return readOneByOne(database, range);
		}
	}

	append(updates: readonly Uint8Array[], mark: number, whole: () => Uint8Array): Promise<Appended> {
		return this.#write(async (database) => {
			const appended = this.#connection.emptied
				? await refill(database, mark, whole())
				: await append(database, mark, updates);
			this.#connection.emptied = false;
			if (appended.added > 0) this.#bell.postMessage(appended.mark);
			return appended;
		});
	}

	replace(mark: number, held: ReadonlySet<number>, whole: () => Uint8Array): Promise<number> {
		return this.#write(async (database) => {
			if (this.#connection.emptied) return 0;
			const transaction = strictly(database, ['updates']);
			const store = transaction.objectStore('updates');
			const keys = (await store.getAllKeys(IDBKeyRange.upperBound(mark))).filter((key) => !held.has(key));
			const newest = keys.pop();
			if (newest === undefined || keys.length === 0) return 0;
			await finished(transaction, () => store.put(whole(), newest), ...keys.map((key) => () => store.delete(key)));
			return keys.length;
		});
	}

	setAside(records: readonly StoredRecord[]): Promise<void> {
		return this.#write(async (database) => {
			const known = new Set(await database.getAllKeys('custom', asideRange()));
			const fresh = records.filter((record) => record.readable || !known.has(asideKey(record.key)));
			if (fresh.length === 0) return;
			const transaction = strictly(database, ['updates', 'custom']);
			const [updates, custom] = [transaction.objectStore('updates'), transaction.objectStore('custom')];
			await finished(
				transaction,
				...fresh.map(({ key, value, readable }) => {
					const entry: SetAside = readable ? { key, value, at: Date.now() } : { key, at: Date.now() };
					return () => custom.put(entry, asideKey(key));
				}),
				...fresh.filter((record) => record.readable).map((record) => () => updates.delete(record.key)),
				() => updates.add(emptyUpdate)
			);
		});
	}

	async countSetAside(): Promise<number> {
		return (await this.#connection.open()).count('custom', asideRange());
	}

	async alone(wait: boolean, work: () => Promise<void>): Promise<void> {
		if (!globalThis.navigator?.locks) return work();
		await navigator.locks.request(`kith-compact-${this.name}`, { ifAvailable: !wait }, async (lock) => {
			if (lock) await work();
		});
	}

	watch(listener: (event: 'added' | 'lost') => void): void {
		this.#heard = listener;
	}

	close(): void {
		this.#bell.close();
		this.#connection.close();
	}

	/**
	 * Any failure but a full disk may be the connection's, so the next try makes a new one: at once when it was closed
	 * behind our back, as iOS does to a sleeping page.
	 */
	async #write<T>(work: (database: Database) => Promise<T>, isRetry = false): Promise<T> {
		try {
			return await within(patienceMs, 'io', this.#connection.open().then(work));
		} catch (cause) {
			const error = asWriteError(cause);
			if (error.code !== 'quota') this.#connection.drop();
			if (error.code === 'closed' && !isRetry) return this.#write(work, true);
			throw error;
		}
	}
}

/** Complete means durable. */
function strictly<S extends 'updates' | 'custom'>(database: Database, stores: S[]) {
	return quiet(database.transaction(stores, 'readwrite', { durability: 'strict' }));
}

async function append(database: Database, mark: number, updates: readonly Uint8Array[]): Promise<Appended> {
	const transaction = strictly(database, ['updates']);
	const store = transaction.objectStore('updates');
	const [keys, values, ...added] = await finished<[number[], unknown[], ...number[]]>(
		transaction,
		() => store.getAllKeys(above(mark)),
		() => store.getAll(above(mark)),
		...updates.map((update) => () => store.add(update))
	);
	const others = pair(keys, values);
	return { others, mark: added.at(-1) ?? others.at(-1)?.key ?? mark, added: added.length };
}

/** Marks go on from where they were, so that no derived store takes an old state for a fresh one. */
async function refill(database: Database, mark: number, whole: Uint8Array): Promise<Appended> {
	const transaction = strictly(database, ['updates']);
	const store = transaction.objectStore('updates');
	const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
	const key = Math.max(mark, keys.at(-1) ?? 0) + 1;
	await finished(transaction, () => store.add(whole, key));
	return { others: pair(keys, values), mark: key, added: 1 };
}

async function readOneByOne(database: Database, range: IDBKeyRange): Promise<StoredRecord[]> {
	const records: StoredRecord[] = [];
	for (const key of await database.getAllKeys('updates', range)) {
		try {
			records.push({ key, value: await database.get('updates', key), readable: true });
		} catch {
			records.push({ key, value: null, readable: false });
		}
	}
	return records;
}

function pair(keys: readonly number[], values: readonly unknown[]): StoredRecord[] {
	return keys.map((key, index) => ({ key, value: values[index], readable: true }));
}

/** Padded, so that keys sort as numbers do. */
function asideKey(key: number): string {
	return asidePrefix + String(key).padStart(16, '0');
}
