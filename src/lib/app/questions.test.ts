import { describe, expect, it } from 'vitest';
import { defaultSettings } from '$lib/domain/settings';
import { happening, openTestKith, pageOf, reminding, startsAt, wholeTimeline } from './test-kith';

it('an empty document answers every question', async () => {
	const { kith } = await openTestKith();
	expect(await kith.readHead()).toEqual({ rows: [], reminders: [], settings: defaultSettings });
	expect(await kith.readPage('nobody')).toBeNull();
	expect(await kith.readTimeline(10, null)).toEqual({ interactions: [], next: null });
	expect(await kith.readTrash()).toEqual([]);
	expect(await kith.readHistory('nobody')).toEqual([]);
	expect(await kith.readUids()).toEqual(new Map());
	expect(await kith.readSnapshots()).toEqual([]);
});

it('a page has all that happened, newest first', async () => {
	const { kith } = await openTestKith();
	const ana = await kith.addContact({ given: 'Ana' });
	for (const when of ['2024', '2026-11-20T19:30', '2026-11', '2026-11-20', '~2025-02']) {
		await kith.log(happening([ana], { when }));
	}
	const { interactions, complete } = await pageOf(kith, ana);
	const order = ['2026-11-20T19:30', '2026-11-20', '2026-11', '~2025-02', '2024'];
	expect(interactions.map(({ when }) => when)).toEqual(order);
	expect(complete).toBe(true);
});

it('the UIDs are those of cards whose people are not in the trash', async () => {
	const { kith } = await openTestKith();
	const ana = await kith.addContact({ given: 'Ana', uid: 'card-1' });
	const tom = await kith.addContact({ given: 'Tom', uid: 'card-2' });
	await kith.addContact({ given: 'Grace' });
	expect(await kith.readUids()).toEqual(
		new Map([
			['card-1', ana],
			['card-2', tom]
		])
	);
	await kith.remove('contact', [tom]);
	expect(await kith.readUids()).toEqual(new Map([['card-1', ana]]));
});

it('the trash tells of each thing what it was, the latest deletion first', async () => {
	const { kith } = await openTestKith();
	const ana = await kith.addContact({ given: 'Ana', family: 'Silva' });
	const noted = await kith.log(happening([ana], { note: 'her new job', place: 'Porto' }));
	const placed = await kith.log(happening([ana], { place: 'Porto' }));
	const bare = await kith.log(happening([ana]));
	const alone = await kith.log(happening([], { kind: 'event' }));
	const reminder = await kith.addReminder(reminding());
	await kith.remove('reminder', [reminder]);
	for (const id of [noted, placed, bare, alone]) await kith.remove('interaction', [id]);
	await kith.remove('contact', [ana]);
	const trash = await kith.readTrash();
	expect(trash.map(({ kind, id, label }) => [kind, id, label])).toEqual([
		['contact', ana, 'Ana Silva'],
		['interaction', alone, 'event'],
		['interaction', bare, 'Ana Silva'],
		['interaction', placed, 'Porto'],
		['interaction', noted, 'her new job'],
		['reminder', reminder, 'Water the plants']
	]);
	const moments = trash.map(({ deletedAt }) => deletedAt);
	expect(moments).toEqual([...moments].sort((a, b) => b - a));
	expect(Math.min(...moments)).toBeGreaterThan(startsAt);
});

it('the history tells each change of a contact, newest first, as it was shown', async () => {
	const { kith, clock } = await openTestKith();
	const ana = await kith.addContact({ given: 'Ana' });
	const tom = await kith.addContact({ given: 'Tom' });
	await kith.editContact(ana, { texts: { given: 'Anna', title: 'Nurse' } });
	const first = clock.at;
	await kith.editContact(tom, { texts: { given: 'Thomas' } });
	await kith.editNotes(ana, '', 'Met in Porto.');
	await kith.editContact(ana, { lists: { tags: { choir: { name: 'choir' } } } });
	const entries = await kith.readHistory(ana);
	expect(entries.map(({ field, before, after }) => [field, before, after])).toEqual([
		['tags/choir', null, { name: 'choir' }],
		['notes', '', 'Met in Porto.'],
		['title', '', 'Nurse'],
		['given', 'Ana', 'Anna']
	]);
	expect(entries.map(({ contactId }) => contactId)).toEqual([ana, ana, ana, ana]);
	expect(entries.at(-1)?.at).toBe(first);
});

describe('the timeline in pages', () => {
	it.each([1, 2, 3, 7, 50])('of %i gives everything once, newest first, over days that are equal', async (size) => {
		const { kith } = await openTestKith();
		const days = ['2026-11-20', '2026-11-20', '2026-11', '2026-11-20', '~2026-11-20', '2026-11-21', '2026-11-20'];
		const ids: string[] = [];
		for (const when of days) ids.push(await kith.log(happening([], { when })));
		const [a, b, month, c, about, next, d] = ids;
		expect((await wholeTimeline(kith, size)).map(({ id }) => id)).toEqual([next, d, c, b, a, about, month]);
	});

	it('ends with no cursor', async () => {
		const { kith } = await openTestKith();
		await kith.log(happening([]));
		await kith.log(happening([]));
		expect(await kith.readTimeline(2, null)).toMatchObject({ next: null });
		const { interactions, next } = await kith.readTimeline(1, null);
		expect(next).toEqual({ when: '2026-11-20', id: interactions[0]?.id });
	});

	it('goes on from a place that was deleted, moved or added to meanwhile', async () => {
		const { kith } = await openTestKith();
		const ids: string[] = [];
		for (const day of ['16', '17', '18', '19', '20']) {
			ids.push(await kith.log(happening([], { when: `2026-11-${day}` })));
		}
		const [sixteenth = '', seventeenth = '', eighteenth = '', nineteenth = ''] = ids;
		const { next } = await kith.readTimeline(2, null);
		await kith.remove('interaction', [nineteenth]);
		await kith.editInteraction(sixteenth, happening([], { when: '2026-11-22' }));
		const late = await kith.log(happening([], { when: '2026-11-17' }));
		const rest = await kith.readTimeline(10, next);
		expect(rest.interactions.map(({ id }) => id)).toEqual([eighteenth, late, seventeenth]);
	});

	it('hides what happened only with people in the trash', async () => {
		const { kith } = await openTestKith();
		const ana = await kith.addContact({ given: 'Ana' });
		const tom = await kith.addContact({ given: 'Tom' });
		const both = await kith.log(happening([ana, tom]));
		await kith.log(happening([ana]));
		const none = await kith.log(happening([]));
		await kith.remove('contact', [ana]);
		expect((await wholeTimeline(kith, 1)).map(({ id }) => id)).toEqual([none, both]);
	});

	it('keeps its order through many changes at once', async () => {
		const { kith } = await openTestKith();
		await kith.readTimeline(1, null);
		const interactions = Array.from({ length: 1200 }, (_, at) =>
			happening(['0'], { when: `2026-0${(at % 9) + 1}-0${(at % 7) + 1}` })
		);
		await kith.bringIn({ contacts: [{ given: 'Ana' }], interactions }, 'cards.vcf', () => undefined);
		const days = (await wholeTimeline(kith, 100)).map(({ when }) => when);
		expect(days).toHaveLength(1200);
		expect(days).toEqual([...days].sort().reverse());
	});
});
