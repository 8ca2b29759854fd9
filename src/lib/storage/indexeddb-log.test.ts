import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { openIndexedDbLog } from './indexeddb-log';

afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

const people = (doc: Y.Doc) => doc.getMap<string>('people');

test('plain y-indexeddb reads what Kith wrote, and Kith what plain y-indexeddb wrote', async () => {
	const log = await openIndexedDbLog('both');
	people(log.doc).set('a', 'Ana');
	await log.settled();
	await log.compact();
	await log.close();

	const doc = new Y.Doc();
	const plain = new IndexeddbPersistence('both', doc);
	await plain.whenSynced;
	expect(people(doc).get('a')).toBe('Ana');
	people(doc).set('b', 'Tom');
	await plain.set('any', 'thing');
	await plain.destroy();

	const again = await openIndexedDbLog('both');
	expect([...people(again.doc).keys()].sort()).toEqual(['a', 'b']);
	expect(again.quarantined).toBe(0);
	await again.close();
});

test('a connection closed behind the log’s back costs no edit and no failure', async () => {
	const connections: IDBDatabase[] = [];
	const { transaction } = IDBDatabase.prototype;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...parameters) {
		connections.push(this);
		return transaction.apply(this, parameters);
	});
	const log = await openIndexedDbLog('closed');
	people(log.doc).set('a', 'Ana');
	await log.settled();
	for (const connection of connections) connection.close();
	people(log.doc).set('b', 'Tom');
	await log.settled();
	await log.close();
	const again = await openIndexedDbLog('closed');
	expect(people(again.doc).size).toBe(2);
	await again.close();
});

test('a write that never ends is told after 20 s, and made up for', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const log = await openIndexedDbLog('hanging');
	const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
		const request = this.count();
		request.addEventListener = () => undefined;
		return request as IDBRequest<IDBValidKey>;
	});
	people(log.doc).set('a', 'Ana');
	const settled = expect(log.settled()).rejects.toMatchObject({ code: 'io' });
	await vi.advanceTimersByTimeAsync(20_000);
	await settled;
	add.mockRestore();
	await log.settled();
	await log.close();
	const again = await openIndexedDbLog('hanging');
	expect(people(again.doc).get('a')).toBe('Ana');
	await again.close();
});

test('what was set aside keeps its key, its bytes and the time', async () => {
	const log = await openIndexedDbLog('aside');
	people(log.doc).set('a', 'Ana');
	await log.settled();
	await log.close();
	const database = await openDB('aside');
	const key = await database.add('updates', Uint8Array.of(9, 9));
	await (await openIndexedDbLog('aside')).close();
	const custom = (await database.getAll('custom')) as unknown[];
	expect(custom).toContainEqual({ key, value: Uint8Array.of(9, 9), at: expect.any(Number) as number });
	expect(await database.get('updates', key)).toBeUndefined();
	database.close();
});

test('a listener of the document that throws is reported and stops nothing', async () => {
	const [first, second] = await Promise.all([openIndexedDbLog('listener'), openIndexedDbLog('listener')]);
	const reported: unknown[] = [];
	const report = (error: unknown) => reported.push(error);
	const before = process.listeners('unhandledRejection');
	process.removeAllListeners('unhandledRejection').on('unhandledRejection', report);
	people(second.doc).observe(() => {
		throw new Error('listener');
	});
	people(first.doc).set('a', 'Ana');
	await first.settled();
	await vi.waitFor(() => expect(people(second.doc).get('a')).toBe('Ana'));
	people(first.doc).set('b', 'Tom');
	await first.settled();
	await vi.waitFor(() => expect(people(second.doc).get('b')).toBe('Tom'));
	await vi.waitFor(() => expect(reported).toHaveLength(2));
	process.off('unhandledRejection', report);
	for (const listener of before) process.on('unhandledRejection', listener);
	expect(second.quarantined).toBe(0);
	await Promise.all([first.close(), second.close()]);
});

test('an edit is stored although another listener of updates has thrown', async () => {
	const log = await openIndexedDbLog('thrown');
	log.doc.once('update', () => {
		throw new Error('listener');
	});
	expect(() => people(log.doc).set('a', 'Ana')).toThrow('listener');
	people(log.doc).set('b', 'Tom');
	await log.settled();
	people(log.doc).set('c', 'Grace');
	await log.settled();
	await log.close();
	const again = await openIndexedDbLog('thrown');
	expect([...people(again.doc).keys()].sort()).toEqual(['a', 'b', 'c']);
	await again.close();
});
