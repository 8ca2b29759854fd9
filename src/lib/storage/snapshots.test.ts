import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { memoryFiles, type Files } from './files';
import { createSnapshots } from './snapshots';

const dayMs = 86_400_000;

function memoryStore(kept = new Map<string, Uint8Array>()) {
	return { store: memoryFiles(kept), kept };
}

const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
const brokenStore: Files = { write: refuse, list: refuse, read: refuse, remove: refuse };

function update(): Uint8Array {
	const doc = new Y.Doc();
	doc.getMap('people').set('a', 'Ana');
	return Y.encodeStateAsUpdate(doc);
}

const info = (takenAt: number) => ({ takenAt, reason: 'daily' as const, contacts: 1 });

test('a snapshot damaged in one place is read from the other', async () => {
	const [one, two] = [memoryStore(), memoryStore()];
	const snapshots = createSnapshots([one.store, two.store]);
	const bytes = update();
	await snapshots.keep(info(dayMs), bytes);
	const [{ id } = { id: '' }] = await snapshots.list();
	one.kept.get(id)?.fill(7, 12, 20);
	expect(await snapshots.read(id)).toEqual(bytes);
	two.kept.get(id)?.fill(7, 12, 20);
	await expect(snapshots.read(id)).rejects.toMatchObject({ code: 'not-found' });
});

test('one place that works is enough; none is a failure', async () => {
	const snapshots = createSnapshots([brokenStore, memoryStore().store]);
	await snapshots.keep(info(dayMs), update());
	expect(await snapshots.list()).toMatchObject([{ takenAt: dayMs, reason: 'daily', contacts: 1 }]);
	await expect(createSnapshots([brokenStore]).keep(info(dayMs), update())).rejects.toMatchObject({ code: 'quota' });
	expect(await createSnapshots([brokenStore]).list()).toEqual([]);
});

test('old ones are removed from every place, and strange files are left alone', async () => {
	const [one, two] = [memoryStore(), memoryStore(new Map([['notes', new Uint8Array(1)]]))];
	const snapshots = createSnapshots([one.store, two.store]);
	for (let day = 1; day <= 60; day++) await snapshots.keep(info(day * dayMs), update());
	expect((await snapshots.list()).length).toBeLessThan(14);
	expect(two.kept.size).toBe(one.kept.size + 1);
});
