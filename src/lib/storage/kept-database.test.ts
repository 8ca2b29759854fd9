import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { KeptDatabase } from './kept-database';

interface Schema {
	values: { key: string; value: string };
}

const kept = (name: string) => new KeptDatabase<Schema>(name, 1, (fresh) => fresh.createObjectStore('values'));
const put = (database: KeptDatabase<Schema>) => database.use((opened) => opened.put('values', 'v', 'k'));

afterEach(() => vi.restoreAllMocks());

test('a connection that was closed is made anew', async () => {
	const database = kept('a');
	await database.use((opened) => Promise.resolve(opened.close()));
	await put(database);
	expect(await database.use((opened) => opened.get('values', 'k'))).toBe('v');
});

test('it stands in no one’s way who deletes the database', async () => {
	const database = kept('b');
	await put(database);
	await deleteDB('b');
	expect(await database.use((opened) => opened.get('values', 'k'))).toBeUndefined();
});

test('an opening that fails says so, and the next use tries again', async () => {
	(await openDB('c', 5)).close();
	const database = kept('c');
	await expect(put(database)).rejects.toMatchObject({ code: 'open-failed' });
	await deleteDB('c');
	await put(database);
});

test('a full disk says so', async () => {
	const database = kept('d');
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	await expect(put(database)).rejects.toMatchObject({ code: 'quota' });
});
