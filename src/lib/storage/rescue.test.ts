import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { defaultSettings } from '$lib/domain/settings';
import { openDerived } from './derived';
import { openDevice } from './device';
import { openIndexedDbLog } from './indexeddb-log';
import { bringInLeft, readDocumentName, rescueOf, setDocumentAside } from './rescue';

const people = (doc: Y.Doc) => doc.getMap<string>('people');
const namesIn = (doc: Y.Doc) => [...people(doc).values()].sort();
const later = 1_800_000_000_000;
/** A day after the first snapshot, so that neither is outdated. */
const nextDay = 86_401_000;

/** Databases that the browser fails to open. */
const broken = new Set<string>();

class BreakableFactory extends IDBFactory {
	override open(name: string, version?: number) {
		if (broken.has(name)) throw new DOMException('Internal error opening backing store', 'UnknownError');
		return super.open(name, version);
	}
}

/** A browser whose storage nothing was ever kept in. */
beforeEach(() => {
	broken.clear();
	vi.stubGlobal('indexedDB', new BreakableFactory());
});

/** Ana is in the snapshot; Tom came after it. */
async function livedIn(name = 'kith') {
	const log = await openIndexedDbLog(name, { now: () => 1_000 });
	people(log.doc).set('ana', 'Ana');
	await log.settled();
	await log.takeSnapshot('daily', 1);
	people(log.doc).set('tom', 'Tom');
	await log.settled();
	await log.close();
}

async function rescued() {
	const device = await openDevice();
	const rescue = rescueOf(Promise.resolve(device), () => later);
	const [snapshot] = await rescue.readSnapshots();
	await rescue.restoreSnapshot(snapshot?.id ?? '');
	return { device, rescue };
}

it('a device that was never rescued has its document in one place', async () => {
	const device = await openDevice();
	expect(await readDocumentName(device)).toBe('kith');
	await device.set('document', 5);
	expect(await readDocumentName(device)).toBe('kith');
});

describe('restoring beside a database that cannot be opened', () => {
	it('begins a document with the snapshot’s content, for the next opening to find', async () => {
		await livedIn();
		broken.add('kith');
		await expect(openIndexedDbLog('kith')).rejects.toMatchObject({ code: 'open-failed' });
		const { device } = await rescued();
		const name = await readDocumentName(device);
		expect(name).not.toBe('kith');
		const log = await openIndexedDbLog(name);
		expect(namesIn(log.doc)).toEqual(['Ana']);
		await log.close();
	});

	it('leaves the old database as it is', async () => {
		await livedIn();
		await rescued();
		const old = await openIndexedDbLog('kith');
		expect(namesIn(old.doc)).toEqual(['Ana', 'Tom']);
		await old.close();
	});

	it('has what was derived from the old document forgotten', async () => {
		await livedIn();
		const derived = await openDerived('kith-derived');
		const reminder = { id: 'r' } as never;
		const timeline = { interactions: [], next: null };
		await derived.rebuild({ rows: [], reminders: [reminder], settings: defaultSettings }, [], timeline, 2);
		const { device } = await rescued();
		const log = await openIndexedDbLog(await readDocumentName(device));
		expect(await derived.readMark()).not.toBe(log.mark);
		expect((await derived.readHead())?.reminders).toEqual([]);
		await log.close();
		derived.close();
	});

	it('changes nothing when there is no such snapshot', async () => {
		await livedIn();
		const device = await openDevice();
		const rescue = rescueOf(Promise.resolve(device), () => later);
		await expect(rescue.restoreSnapshot('1-daily-1')).rejects.toMatchObject({ code: 'not-found' });
		expect(await readDocumentName(device)).toBe('kith');
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`kith-${later}`);
	});

	it('lists the snapshots of the first document and of the one after it, newest first', async () => {
		await livedIn();
		const { device, rescue } = await rescued();
		const log = await openIndexedDbLog(await readDocumentName(device), { now: () => nextDay });
		await log.takeSnapshot('manual', 1);
		await log.close();
		expect(await rescue.readSnapshots()).toMatchObject([
			{ takenAt: nextDay, reason: 'manual' },
			{ takenAt: 1_000, reason: 'daily' }
		]);
	});

	it('lists them although the device’s own store cannot be opened', async () => {
		await livedIn();
		const opening = Promise.reject(new Error('no device'));
		opening.catch(() => 'it is asked for below');
		const rescue = rescueOf(opening, () => later);
		expect(await rescue.readSnapshots()).toMatchObject([{ reason: 'daily', contacts: 1 }]);
		const [snapshot] = await rescue.readSnapshots();
		await expect(rescue.restoreSnapshot(snapshot?.id ?? '')).rejects.toThrow('no device');
	});
});

describe('what was left', () => {
	it('joins as soon as it can be opened again, together with what came since', async () => {
		await livedIn();
		const { device } = await rescued();
		const name = await readDocumentName(device);
		const log = await openIndexedDbLog(name);
		people(log.doc).set('grace', 'Grace');
		await bringInLeft(device, log);
		expect(namesIn(log.doc)).toEqual(['Ana', 'Grace', 'Tom']);
		await log.close();
		const again = await openIndexedDbLog(name);
		expect(namesIn(again.doc)).toEqual(['Ana', 'Grace', 'Tom']);
		expect(await device.get('documents-left')).toEqual([]);
		await again.close();
	});

	it('waits while it still cannot be opened', async () => {
		await livedIn();
		broken.add('kith');
		const { device } = await rescued();
		const log = await openIndexedDbLog(await readDocumentName(device));
		await bringInLeft(device, log);
		expect(namesIn(log.doc)).toEqual(['Ana']);
		expect(await device.get('documents-left')).toEqual(['kith']);
		broken.clear();
		await bringInLeft(device, log);
		expect(namesIn(log.doc)).toEqual(['Ana', 'Tom']);
		await log.close();
	});

	it('of two rescues, what can be opened joins and the other waits', async () => {
		await livedIn();
		const { device } = await rescued();
		const second = await readDocumentName(device);
		broken.add(second);
		const rescue = rescueOf(Promise.resolve(device), () => later + 1);
		const [snapshot] = await rescue.readSnapshots();
		await rescue.restoreSnapshot(snapshot?.id ?? '');
		const log = await openIndexedDbLog(await readDocumentName(device));
		await bringInLeft(device, log);
		expect(namesIn(log.doc)).toEqual(['Ana', 'Tom']);
		expect(await device.get('documents-left')).toEqual([second]);
		await log.close();
	});

	it('stays noted when it could not be stored here', async () => {
		await livedIn();
		const { device } = await rescued();
		const log = await openIndexedDbLog(await readDocumentName(device));
		const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		await bringInLeft(device, log);
		add.mockRestore();
		expect(await device.get('documents-left')).toEqual(['kith']);
		await log.close();
	});
});

describe('a document set aside', () => {
	async function aside() {
		await livedIn();
		const device = await openDevice();
		const log = await openIndexedDbLog('kith');
		const fresh = await setDocumentAside(device, log, { takenAt: later, contacts: 2 });
		return { device, log, fresh };
	}

	it('leaves an empty one in its place, for this opening and those to come', async () => {
		const { device, fresh } = await aside();
		expect(namesIn(fresh.doc)).toEqual([]);
		people(fresh.doc).set('mia', 'Mia');
		await fresh.close();
		const name = await readDocumentName(device);
		const again = await openIndexedDbLog(name);
		expect(namesIn(again.doc)).toEqual(['Mia']);
		expect(again.broughtBack).toBe(false);
	});

	it('does not come back by itself, even when nothing was written in the new one', async () => {
		const { device, fresh } = await aside();
		await fresh.close();
		const again = await openIndexedDbLog(await readDocumentName(device));
		expect(namesIn(again.doc)).toEqual([]);
		await bringInLeft(device, again);
		expect(namesIn(again.doc)).toEqual([]);
	});

	it('is in a snapshot of the new one, whole', async () => {
		const { device } = await aside();
		const rescue = rescueOf(Promise.resolve(device), () => later + 1);
		const [snapshot] = await rescue.readSnapshots();
		expect(snapshot).toMatchObject({ reason: 'aside', contacts: 2, takenAt: later });
		await rescue.restoreSnapshot(snapshot?.id ?? '');
		const name = await readDocumentName(device);
		expect(name).toBe(`kith_${later}-${later + 1}`);
		expect(namesIn((await openIndexedDbLog(name)).doc)).toEqual(['Ana', 'Tom']);
	});

	it('stays as it was', async () => {
		const { log } = await aside();
		expect(namesIn(log.doc)).toEqual(['Ana', 'Tom']);
	});
});
