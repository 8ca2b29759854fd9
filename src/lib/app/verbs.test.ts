import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '$lib/domain/settings';
import {
	happening,
	namedBy,
	namesOf,
	nothing,
	openTestKith,
	pageOf,
	reminding,
	rowsOf,
	startsAt,
	type TestKith
} from './test-kith';

let kith: TestKith['kith'];
let clock: TestKith['clock'];
let ana = '';
let tom = '';

beforeEach(async () => {
	({ kith, clock } = await openTestKith());
	ana = await kith.addContact({ given: 'Ana', family: 'Silva', phones: [{ label: 'mobile', value: '+351 1' }] });
	tom = await kith.addContact({ given: 'Tom', notes: 'Plays the cello.' });
});

describe('contacts', () => {
	it('shows a new contact with the id it was given back, and names no one else', async () => {
		let id = '';
		const changes = await namedBy(kith, async () => {
			id = await kith.addContact({ given: 'Grace', tags: [{ name: 'choir' }] });
		});
		expect(changes).toEqual([{ ...nothing, rows: [id], pages: [id], timeline: true }]);
		expect((await pageOf(kith, id)).contact).toMatchObject({ id, given: 'Grace', deletedAt: 0, createdAt: clock.at });
		expect((await rowsOf(kith)).find((row) => row.id === id)).toMatchObject({ name: 'Grace', tags: ['choir'] });
	});

	it('edits what is named of a contact and nothing else', async () => {
		const phone = (await pageOf(kith, ana)).contact.phones[0]?.id ?? '';
		const changes = await namedBy(kith, () =>
			kith.editContact(ana, {
				texts: { family: 'Costa' },
				lists: { phones: { [phone]: null }, emails: { e1: { label: 'home', value: 'ana@example.org' } } }
			})
		);
		expect(changes).toEqual([{ ...nothing, rows: [ana], pages: [ana] }]);
		const { contact } = await pageOf(kith, ana);
		expect(contact).toMatchObject({ given: 'Ana', family: 'Costa', phones: [] });
		expect(contact.emails).toEqual([{ id: 'e1', label: 'home', value: 'ana@example.org' }]);
	});

	it('says nothing of an edit that changes nothing', async () => {
		expect(await namedBy(kith, () => kith.editContact(ana, { texts: { given: 'Ana' } }))).toEqual([]);
		expect(await kith.readHistory(ana)).toEqual([]);
	});

	it('merges what was typed into notes that have changed meanwhile', async () => {
		await kith.editNotes(tom, 'Plays the cello.', 'Plays the cello. Has a dog.');
		const changes = await namedBy(kith, () => kith.editNotes(tom, 'Plays the cello.', 'Tom plays the cello.'));
		expect(changes).toEqual([{ ...nothing, rows: [tom], pages: [tom] }]);
		expect((await pageOf(kith, tom)).contact.notes).toBe('Tom plays the cello. Has a dog.');
	});

	it('keeps one of two values that were written at once', async () => {
		const { kith: other, clock: otherClock } = await openTestKith({ replica: 'b' });
		otherClock.at += 3_600_000;
		await other.mergeDocument(await kith.exportDocument());
		await kith.editContact(ana, { texts: { family: 'Costa' } });
		await other.editContact(ana, { texts: { family: 'Souza' } });
		await kith.mergeDocument(await other.exportDocument());
		const { contact, others } = await pageOf(kith, ana);
		expect(contact.family).toBe('Souza');
		expect(others).toMatchObject([{ field: 'family', value: 'Costa' }]);

		clock.at += 7_200_000;
		await kith.pickValue(ana, 'family', 'Costa');
		await other.mergeDocument(await kith.exportDocument());
		for (const device of [kith, other]) {
			expect(await pageOf(device, ana)).toMatchObject({ contact: { family: 'Costa' }, others: [] });
		}
	});
});

describe('interactions', () => {
	it('shows what happened on the page, the timeline and the row of everyone who was there', async () => {
		let id = '';
		const changes = await namedBy(kith, async () => {
			id = await kith.log(happening([ana, tom], { kind: 'meal', note: 'her new job' }));
		});
		expect(changes).toEqual([{ ...nothing, rows: [ana, tom], pages: [ana, tom], timeline: true }]);
		for (const row of await rowsOf(kith)) expect(row).toMatchObject({ lastContact: '2026-11-20', last: { id } });
		expect((await pageOf(kith, tom)).interactions).toMatchObject([{ id, note: 'her new job', createdAt: clock.at }]);
		expect((await kith.readTimeline(10, null)).interactions).toMatchObject([{ id }]);
	});

	it('takes an interaction from one person to another', async () => {
		const id = await kith.log(happening([ana]));
		const changes = await namedBy(kith, () => kith.editInteraction(id, happening([tom], { kind: 'call' })));
		expect(changes).toEqual([{ ...nothing, rows: [ana, tom], pages: [ana, tom], timeline: true }]);
		expect((await pageOf(kith, ana)).interactions).toEqual([]);
		expect((await pageOf(kith, tom)).interactions).toMatchObject([{ id, kind: 'call' }]);
	});
});

describe('reminders', () => {
	const only = async () => (await kith.readHead()).reminders[0];

	it('tells the whole list and the page of whom it is about', async () => {
		let id = '';
		const changes = await namedBy(kith, async () => {
			id = await kith.addReminder(reminding({ title: 'Call her', contactId: ana }));
		});
		expect(changes).toEqual([{ ...nothing, rows: [ana], pages: [ana], reminders: [id] }]);
		expect(await only()).toMatchObject({ id, title: 'Call her', doneFor: '', createdAt: clock.at });
	});

	it('edits, completes, reopens and snoozes', async () => {
		const id = await kith.addReminder(reminding());
		await kith.editReminder(id, reminding({ title: 'Water the garden', time: '09:00' }));
		expect(await only()).toMatchObject({ title: 'Water the garden', time: '09:00', due: '2026-12-01' });

		await kith.snoozeReminder(id, '2026-12-05');
		const snoozed = await only();
		expect(snoozed).toMatchObject({ snoozedUntil: '2026-12-05', doneFor: '' });

		expect(await namedBy(kith, () => kith.completeReminder(id, '2026-12-01', '2026-12-04'))).toEqual([
			{ ...nothing, reminders: [id] }
		]);
		expect(await only()).toMatchObject({ doneFor: '2026-12-01', doneOn: '2026-12-04', snoozedUntil: '' });

		await kith.reopenReminder(id, { doneFor: '', doneOn: '', snoozedUntil: '2026-12-05' });
		expect(await only()).toEqual(snoozed);
	});

	it('reopens one that repeats to the time it was done before', async () => {
		const id = await kith.addReminder(reminding({ repeat: { every: 1, unit: 'week', from: 'schedule' } }));
		await kith.completeReminder(id, '2026-12-01', '2026-12-02');
		const before = await only();
		await kith.completeReminder(id, '2026-12-08', '2026-12-08');
		if (before) await kith.reopenReminder(id, before);
		expect(await only()).toEqual(before);
	});
});

describe('settings', () => {
	it('changes what is named, and tells no row', async () => {
		expect(await namedBy(kith, () => kith.editSettings({ me: ana, todayCount: 5 }))).toEqual([
			{ ...nothing, settings: true }
		]);
		expect((await kith.readHead()).settings).toEqual({ ...defaultSettings, me: ana, todayCount: 5 });
	});

	it('counts the last contact of everyone anew when other kinds count', async () => {
		await kith.log(happening([ana], { kind: 'letter' }));
		const [change] = await namedBy(kith, () => kith.editSettings({ countingKinds: ['met'] }));
		expect([...(change?.rows ?? [])].sort()).toEqual([ana, tom].sort());
		expect(change?.pages).toEqual([]);
		expect((await rowsOf(kith))[0]).toMatchObject({ lastContact: '', last: { kind: 'letter' } });
	});
});

describe('the trash', () => {
	it('takes a contact off the lists and gives it back whole', async () => {
		await kith.log(happening([ana]));
		const before = [await rowsOf(kith), await kith.readTimeline(10, null)];
		expect(await namedBy(kith, () => kith.remove('contact', [ana]))).toEqual([
			{ ...nothing, removed: [ana], pages: [ana], timeline: true }
		]);
		expect(await namesOf(kith)).toEqual(['Tom']);
		expect((await kith.readTimeline(10, null)).interactions).toEqual([]);
		expect((await pageOf(kith, ana)).contact.deletedAt).toBeGreaterThan(startsAt);
		expect(await namedBy(kith, () => kith.restore('contact', [ana]))).toEqual([
			{ ...nothing, rows: [ana], pages: [ana], timeline: true }
		]);
		expect([await rowsOf(kith), await kith.readTimeline(10, null)]).toEqual(before);
	});

	it('takes an interaction off the page and gives it back', async () => {
		const id = await kith.log(happening([ana]));
		const named = { ...nothing, rows: [ana], pages: [ana], timeline: true };
		expect(await namedBy(kith, () => kith.remove('interaction', [id]))).toEqual([named]);
		expect((await pageOf(kith, ana)).interactions).toEqual([]);
		expect((await rowsOf(kith))[0]).toMatchObject({ lastContact: '', last: null });
		expect(await namedBy(kith, () => kith.restore('interaction', [id]))).toEqual([named]);
		expect((await pageOf(kith, ana)).interactions).toMatchObject([{ id, deletedAt: 0 }]);
		expect((await rowsOf(kith))[0]).toMatchObject({ lastContact: '2026-11-20', last: { id } });
	});

	it('takes a reminder off the list and gives it back', async () => {
		const id = await kith.addReminder(reminding());
		expect(await namedBy(kith, () => kith.remove('reminder', [id]))).toEqual([{ ...nothing, reminders: [] }]);
		expect(await namedBy(kith, () => kith.restore('reminder', [id]))).toEqual([{ ...nothing, reminders: [id] }]);
	});

	it('takes many at once in one change', async () => {
		const changes = await namedBy(kith, () => kith.remove('contact', [ana, tom]));
		expect(changes).toMatchObject([{ removed: [ana, tom] }]);
		expect(await namesOf(kith)).toEqual([]);
	});

	it('changes nothing for what is not there', async () => {
		for (const kind of ['contact', 'interaction', 'reminder'] as const) {
			expect(await namedBy(kith, () => kith.remove(kind, ['nobody']))).toEqual([]);
		}
		expect(await kith.readTrash()).toEqual([]);
	});
});
