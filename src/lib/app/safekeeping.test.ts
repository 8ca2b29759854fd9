import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
	changesOf,
	happening,
	namesOf,
	openTestKith,
	pageOf,
	reminding,
	shownBy,
	startsAt,
	wholeTimeline,
	writeAsNewerApp
} from './test-kith';

/** Someone with everything around them. */
async function openWithAna(options: Parameters<typeof openTestKith>[0] = {}) {
	const opened = await openTestKith(options);
	const { kith } = opened;
	const ana = await kith.addContact({ given: 'Ana', notes: 'Met in Porto.', tags: [{ name: 'choir' }] });
	const meal = await kith.log(happening([ana], { kind: 'meal', note: 'her new job' }));
	const call = await kith.addReminder(reminding({ title: 'Call her', contactId: ana }));
	await kith.editSettings({ me: ana });
	return { ...opened, ana, meal, call };
}

describe('snapshots', () => {
	it('are listed newest first, with when, why and of how many people', async () => {
		const { kith, clock } = await openWithAna();
		await kith.takeSnapshot();
		await kith.addContact({ given: 'Tom' });
		await kith.takeSnapshot();
		const [second, first] = await kith.readSnapshots();
		expect([first, second]).toMatchObject([
			{ reason: 'manual', contacts: 1 },
			{ reason: 'manual', contacts: 2 }
		]);
		expect(first?.takenAt).toBeGreaterThan(startsAt);
		expect(second?.takenAt).toBeLessThanOrEqual(clock.at);
		expect(second?.size).toBeGreaterThan(0);
	});

	it('bring back what was deleted and changed, and keep what came since', async () => {
		const { kith, shelf, ana, meal, call } = await openWithAna();
		const before = { page: await pageOf(kith, ana), reminders: (await kith.readHead()).reminders };
		await kith.takeSnapshot();
		const [snapshot] = await kith.readSnapshots();
		await kith.editContact(ana, { texts: { given: 'Anna', title: 'Nurse' } });
		await kith.editNotes(ana, 'Met in Porto.', 'Moved to Lyon.');
		await kith.editReminder(call, reminding({ title: 'Write to her' }));
		await kith.remove('interaction', [meal]);
		await kith.remove('reminder', [call]);
		await kith.remove('contact', [ana]);
		const tom = await kith.addContact({ given: 'Tom' });

		await kith.restoreSnapshot(snapshot?.id ?? '');
		const contact = { ...before.page.contact, title: 'Nurse', notes: 'Met in Porto.\nMoved to Lyon.' };
		const { kith: again } = await openTestKith({ shelf });
		for (const device of [kith, again]) {
			expect(await namesOf(device)).toEqual(['Ana', 'Tom']);
			expect(await pageOf(device, ana)).toEqual({ ...before.page, contact });
			expect((await device.readHead()).reminders).toEqual(before.reminders);
			expect(await pageOf(device, tom)).toMatchObject({ contact: { deletedAt: 0 } });
			expect(await device.readTrash()).toEqual([]);
		}
	});

	it('can be undone: what was before is a snapshot too', async () => {
		const { kith, ana } = await openWithAna();
		await kith.takeSnapshot();
		const [snapshot] = await kith.readSnapshots();
		await kith.editContact(ana, { texts: { given: 'Anna' } });
		await kith.restoreSnapshot(snapshot?.id ?? '');
		const [undo] = await kith.readSnapshots();
		expect(undo).toMatchObject({ reason: 'restore', contacts: 1 });
		await kith.restoreSnapshot(undo?.id ?? '');
		expect(await namesOf(kith)).toEqual(['Anna']);
	});

	it('that are not there say so, and change nothing', async () => {
		const { kith } = await openWithAna();
		const changes = await changesOf(kith, () =>
			expect(kith.restoreSnapshot('1-manual-1')).rejects.toMatchObject({ code: 'not-found' })
		);
		expect(changes).toEqual([]);
		expect(await kith.readSnapshots()).toEqual([]);
	});

	it('can be taken, but not restored, in a document of a newer app', async () => {
		const { kith, log } = await openWithAna();
		await kith.takeSnapshot();
		const [snapshot] = await kith.readSnapshots();
		await writeAsNewerApp(log);
		await kith.takeSnapshot();
		await expect(kith.restoreSnapshot(snapshot?.id ?? '')).rejects.toMatchObject({ code: 'read-only' });
	});
});

describe('a file of the whole document', () => {
	it('makes another device show the same', async () => {
		const { kith, meal } = await openWithAna();
		const tom = await kith.addContact({ given: 'Tom' });
		await kith.log(happening([tom], { when: '2025' }));
		await kith.remove('contact', [tom]);
		await kith.remove('interaction', [meal]);
		const { kith: other, shelf } = await openTestKith({ replica: 'b' });
		await other.mergeDocument(await kith.exportDocument());
		expect(await shownBy(other)).toEqual(await shownBy(kith));
		expect(await shownBy((await openTestKith({ shelf })).kith)).toEqual(await shownBy(kith));
	});

	it('joins two address books, whichever way they meet', async () => {
		const { kith, ana } = await openWithAna();
		const { kith: other } = await openTestKith({ replica: 'b' });
		await other.mergeDocument(await kith.exportDocument());
		await kith.editContact(ana, { texts: { family: 'Silva' } });
		await other.editContact(ana, { texts: { title: 'Nurse' } });
		const tom = await other.addContact({ given: 'Tom' });
		await other.log(happening([ana, tom]));
		await kith.mergeDocument(await other.exportDocument());
		await other.mergeDocument(await kith.exportDocument());
		expect(await namesOf(kith)).toEqual(['Ana Silva', 'Tom']);
		expect((await pageOf(kith, ana)).contact.title).toBe('Nurse');
		expect(await shownBy(other)).toEqual(await shownBy(kith));
	});

	it('brings in nothing twice', async () => {
		const { kith } = await openWithAna();
		const before = await shownBy(kith);
		await kith.mergeDocument(await kith.exportDocument());
		expect(await shownBy(kith)).toEqual(before);
		expect(await wholeTimeline(kith, 10)).toHaveLength(1);
	});

	it('is not stored until there is room', async () => {
		const { kith } = await openWithAna();
		const { kith: other, shelf } = await openTestKith({ replica: 'b' });
		shelf.refuses = 'quota';
		await expect(other.mergeDocument(await kith.exportDocument())).rejects.toMatchObject({ code: 'quota' });
		expect(await namesOf(other)).toEqual(['Ana']);
	});
});

/** A `GC` struct of length 2^40 by client 7: whatever that client writes later would pass for known. */
const hugeGap = Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);

describe('bytes that are no whole document', () => {
	const poisoned = (whole: Uint8Array) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, whole);
		Y.applyUpdate(doc, hugeGap);
		return Y.encodeStateAsUpdate(doc);
	};
	const latestPart = (whole: Uint8Array) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, whole);
		const before = Y.encodeStateVector(doc);
		doc.getMap('contacts').set('late', new Y.Map());
		doc.getMap('meta').set('schema/1', true);
		doc.getMap('contacts').delete('late');
		return Y.encodeStateAsUpdate(doc, before);
	};
	const cases: readonly (readonly [string, (whole: Uint8Array) => Uint8Array])[] = [
		['no bytes', () => new Uint8Array(0)],
		['an empty document', () => new Uint8Array(2)],
		['text', () => new TextEncoder().encode('BEGIN:VCARD\r\nEND:VCARD')],
		['a picture', () => Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + 13) % 256)],
		['a document cut short', (whole) => whole.slice(0, -7)],
		['half a document', (whole) => whole.slice(0, whole.length / 2)],
		['another app’s document', () => Y.encodeStateAsUpdate(withTodo())],
		['a document with a poisoned clock', poisoned],
		['the latest part of a document', latestPart],
		['no bytes at all', () => 'a text' as unknown as Uint8Array]
	];

	it.each(cases)('%s: rejects with invalid, and everything is as it was', async (_, spoil) => {
		const { kith, shelf, log } = await openWithAna();
		const { kith: other } = await openWithAna({ replica: 'b' });
		const before = [await kith.exportDocument(), shelf.records.size];
		const bytes = spoil(await other.exportDocument());
		const changes = await changesOf(kith, () =>
			expect(kith.mergeDocument(bytes)).rejects.toMatchObject({ name: 'KithError', code: 'invalid' })
		);
		expect(changes).toEqual([]);
		await log.settled();
		expect([await kith.exportDocument(), shelf.records.size]).toEqual(before);
	});

	function withTodo(): Y.Doc {
		const doc = new Y.Doc();
		doc.getMap('todo').set('milk', true);
		return doc;
	}
});
