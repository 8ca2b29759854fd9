import { describe, expect, it } from 'vitest';
import type { Kith, SaveStatus } from '$lib/kith';
import { memoryHistory } from './history';
import { changesOf, happening, namesOf, openTestKith, pageOf, reminding, writeAsNewerApp } from './test-kith';

const statusesOf = async (kith: Kith) => {
	const statuses: SaveStatus[] = [];
	const stop = await kith.watchStatus((status) => statuses.push(status));
	return { statuses, stop };
};

describe('a promise settles only when the change is durable', () => {
	it('is stored by then, and not before', async () => {
		const { kith, shelf } = await openTestKith();
		const adding = kith.addContact({ given: 'Ana' });
		expect(shelf.records.size).toBe(0);
		await adding;
		expect(await namesOf((await openTestKith({ shelf })).kith)).toEqual(['Ana']);
	});

	it('rejects when the disk is full; what was typed stays, and is stored once there is room', async () => {
		const { kith, shelf } = await openTestKith();
		const ana = await kith.addContact({ given: 'Ana' });
		const { statuses, stop } = await statusesOf(kith);
		shelf.refuses = 'quota';
		await expect(kith.editContact(ana, { texts: { given: 'Anna' } })).rejects.toMatchObject({
			name: 'KithError',
			code: 'quota'
		});
		await expect(kith.log(happening([ana]))).rejects.toMatchObject({ code: 'quota' });
		expect(await namesOf(kith)).toEqual(['Anna']);
		expect(statuses.at(-1)).toEqual({ state: 'unsaved', reason: 'quota' });
		expect(await namesOf((await openTestKith({ shelf })).kith)).toEqual(['Ana']);

		shelf.refuses = null;
		await kith.editContact(ana, { texts: { nickname: 'An' } });
		stop();
		expect(statuses.at(-1)).toEqual({ state: 'saved' });
		const { kith: again } = await openTestKith({ shelf });
		expect(await namesOf(again)).toEqual(['Anna']);
		expect((await pageOf(again, ana)).interactions).toHaveLength(1);
	});

	it('settles for an edit that is stored although its history could not be', async () => {
		const history = { ...memoryHistory(), append: () => Promise.reject(new Error('no room for history')) };
		const { kith, shelf } = await openTestKith({ history });
		const ana = await kith.addContact({ given: 'Ana' });
		await kith.editContact(ana, { texts: { given: 'Anna' } });
		expect(await namesOf((await openTestKith({ shelf })).kith)).toEqual(['Anna']);
	});

	it('tells another tab of what was stored', async () => {
		const { kith, shelf } = await openTestKith();
		const { kith: other } = await openTestKith({ shelf, replica: 'b' });
		const changes = await changesOf(other, async () => {
			await kith.addContact({ given: 'Ana' });
			await expect.poll(() => namesOf(other)).toEqual(['Ana']);
		});
		expect(changes.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual(['Ana']);
	});
});

describe('what is not there', () => {
	const asked: readonly (readonly [string, (kith: Kith) => Promise<unknown>])[] = [
		['editContact', (kith) => kith.editContact('nobody', { texts: { given: 'Ana' } })],
		['editNotes', (kith) => kith.editNotes('nobody', '', 'Ana')],
		['pickValue', (kith) => kith.pickValue('nobody', 'given', 'Ana')],
		['editInteraction', (kith) => kith.editInteraction('nothing', happening([]))],
		['editReminder', (kith) => kith.editReminder('nothing', reminding())],
		['completeReminder', (kith) => kith.completeReminder('nothing', '2026-12-01', '2026-12-01')],
		['reopenReminder', (kith) => kith.reopenReminder('nothing', { doneFor: '', doneOn: '', snoozedUntil: '' })],
		['snoozeReminder', (kith) => kith.snoozeReminder('nothing', '2026-12-01')]
	];
	it.each(asked)('%s rejects with not-found and stores nothing', async (_, ask) => {
		const { kith, shelf } = await openTestKith();
		await expect(ask(kith)).rejects.toMatchObject({ name: 'KithError', code: 'not-found' });
		expect(shelf.records.size).toBe(0);
	});

	it('a field that no contact has is invalid', async () => {
		const { kith } = await openTestKith();
		const ana = await kith.addContact({ given: 'Ana' });
		await expect(kith.pickValue(ana, 'shoe size', '38')).rejects.toMatchObject({ code: 'invalid' });
		await expect(kith.pickValue(ana, 'interactions/nothing', {})).rejects.toMatchObject({ code: 'invalid' });
	});
});

describe('a document that a newer app wrote in', () => {
	const asked: readonly (readonly [string, (kith: Kith, id: string) => Promise<unknown>])[] = [
		['addContact', (kith) => kith.addContact({ given: 'Tom' })],
		['editContact', (kith, id) => kith.editContact(id, { texts: { given: 'Anna' } })],
		['editNotes', (kith, id) => kith.editNotes(id, '', 'Met in Porto.')],
		['pickValue', (kith, id) => kith.pickValue(id, 'given', 'Anna')],
		['log', (kith, id) => kith.log(happening([id]))],
		['addReminder', (kith) => kith.addReminder(reminding())],
		['remove', (kith, id) => kith.remove('contact', [id])],
		['restore', (kith, id) => kith.restore('contact', [id])],
		['editSettings', (kith) => kith.editSettings({ todayCount: 1 })],
		['bringIn', (kith) => kith.bringIn({ contacts: [{ given: 'Tom' }] }, 'cards', () => undefined)],
		['takeBack', (kith) => kith.takeBack('cards')],
		['mergeDocument', async (kith) => kith.mergeDocument(await (await openTestKith()).kith.exportDocument())]
	];
	it.each(asked)('%s rejects with read-only and changes nothing', async (_, ask) => {
		const { kith, log, shelf } = await openTestKith();
		const id = await kith.addContact({ given: 'Ana' });
		await writeAsNewerApp(log);
		const { size } = shelf.records;
		await expect(ask(kith, id)).rejects.toMatchObject({ name: 'KithError', code: 'read-only' });
		expect(await namesOf(kith)).toEqual(['Ana']);
		expect(shelf.records.size).toBe(size);
	});

	it('is told at once to whoever watches, and to whoever comes later', async () => {
		const { kith, log } = await openTestKith();
		const { statuses, stop } = await statusesOf(kith);
		expect(statuses).toEqual([{ state: 'saved' }]);
		await writeAsNewerApp(log);
		const readOnly = { state: 'read-only', reason: 'newer-document' };
		expect(statuses.at(-1)).toEqual(readOnly);
		stop();
		expect((await statusesOf(kith)).statuses).toEqual([readOnly]);
	});

	it('can still be taken along as a file', async () => {
		const { kith, log } = await openTestKith();
		await kith.addContact({ given: 'Ana' });
		await writeAsNewerApp(log);
		const { kith: other } = await openTestKith({ replica: 'b' });
		await expect(other.mergeDocument(await kith.exportDocument())).rejects.toMatchObject({ code: 'newer-document' });
		expect(await namesOf(other)).toEqual([]);
	});
});

it('a Kith that is open says how many records had to be set aside', async () => {
	const { kith, shelf } = await openTestKith();
	await kith.addContact({ given: 'Ana' });
	expect(await kith.ready()).toEqual({ quarantined: 0, broughtBack: false });
	shelf.records.set(++shelf.newest, Uint8Array.of(1, 2, 3));
	expect(await (await openTestKith({ shelf })).kith.ready()).toEqual({ quarantined: 1, broughtBack: false });
});
