import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { openIndexedDbLog } from './indexeddb-log';
import { opfsFolder } from './journal/opfs-folder';
import { memoryLog } from './memory-log';
import { createShelf, soon } from './memory-records';
import type { LogPlace, Position } from './contract-steps.contract';

export function memoryPlace(): LogPlace {
	const shelf = createShelf();
	return {
		open: (options) => memoryLog(options, shelf),
		spoil: (how, position, value) =>
			soon(() => {
				const values = withSpoiled([...shelf.records.values()], how, position, value);
				values.forEach((record, index) => shelf.records.set(index + 1, record));
				shelf.newest = values.length;
			}),
		lose: () => soon(() => shelf.records.clear()),
		hasJournal: true,
		countRecords: () => soon(() => shelf.records.size),
		refuseWrites: (reason) => (shelf.refuses = reason)
	};
}

/** In the browser it runs in, or with fake-indexeddb. Writes are refused to all of that thread. */
export function indexedDbPlace(name: string): LogPlace {
	const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add');
	const full = {
		...add,
		value: () => {
			throw new DOMException('full', 'QuotaExceededError');
		}
	};
	return {
		open: (options) => openIndexedDbLog(name, options),
		spoil: (how, position, value) =>
			using(name, async (database) => {
				const values = withSpoiled(await database.getAll('updates'), how, position, value);
				await database.clear('updates');
				for (const [index, record] of values.entries()) await database.add('updates', record, index + 1);
			}),
		lose: () => deleteDB(name),
		hasJournal: opfsFolder(name) !== null,
		countRecords: () => using(name, (database) => database.count('updates')),
		refuseWrites: (reason) => Object.defineProperty(IDBObjectStore.prototype, 'add', reason ? full : (add ?? full))
	};
}

async function using<T>(name: string, work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
	const database = await openDB(name);
	try {
		return await work(database);
	} finally {
		database.close();
	}
}

function withSpoiled(
	values: readonly unknown[],
	how: 'add' | 'replace',
	position: Position,
	value: unknown
): readonly unknown[] {
	const last = how === 'add' ? values.length : values.length - 1;
	const at = { start: 0, middle: Math.floor(values.length / 2), end: last }[position];
	return values.toSpliced(at, how === 'add' ? 0 : 1, value);
}
