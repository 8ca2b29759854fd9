import { expect, it } from 'vitest';
import type { Draft } from '$lib/kith';
import {
	changesOf,
	happening,
	namedBy,
	namesOf,
	nothing,
	openTestKith,
	pageOf,
	reminding,
	shownBy,
	wholeTimeline
} from './test-kith';

const two: Draft = {
	contacts: [
		{ given: 'Grace', uid: 'card-1' },
		{ given: 'Tom', notes: 'Plays the cello.' }
	],
	interactions: [happening(['1']), happening(['0', '1'], { note: 'a concert' })],
	reminders: [reminding({ contactId: '0' }), reminding({ title: 'Tune the piano' })]
};
const quietly = () => undefined;

it('brings in people with what happened and what is to come', async () => {
	const { kith } = await openTestKith();
	const [grace = '', tom = ''] = await kith.bringIn(two, 'cards.vcf', quietly);
	expect((await pageOf(kith, grace)).contact).toMatchObject({ given: 'Grace', uid: 'card-1', origin: 'cards.vcf' });
	expect((await pageOf(kith, tom)).contact.notes).toBe('Plays the cello.');
	expect((await pageOf(kith, grace)).interactions).toMatchObject([{ note: 'a concert', contactIds: [grace, tom] }]);
	expect((await pageOf(kith, tom)).interactions).toHaveLength(2);
	expect((await kith.readHead()).reminders.map(({ title, contactId }) => [title, contactId]).sort()).toEqual([
		['Tune the piano', ''],
		['Water the plants', grace]
	]);
});

it('leaves out who the file does not have', async () => {
	const { kith } = await openTestKith();
	const [ana = ''] = await kith.bringIn(
		{
			contacts: [{ given: 'Ana' }],
			interactions: [happening(['0', '7'])],
			reminders: [reminding({ contactId: '7' })]
		},
		'odd.vcf',
		quietly
	);
	expect((await pageOf(kith, ana)).interactions).toMatchObject([{ contactIds: [ana] }]);
	expect((await kith.readHead()).reminders).toMatchObject([{ contactId: '' }]);
});

it('brings in 2,000 people with 5,000 interactions, tells how far it is, and lets other work between', async () => {
	let pauses = 0;
	const { kith, shelf } = await openTestKith({ pause: async () => void pauses++ });
	pauses = 0;
	const draft: Draft = {
		contacts: Array.from({ length: 2000 }, (_, at) => ({ given: `Person ${at}`, origin: 'overwritten' })),
		interactions: Array.from({ length: 5000 }, (_, at) => happening([`${at % 2000}`], { note: `${at}` }))
	};
	const progress: number[] = [];
	const ids = await kith.bringIn(draft, 'big.vcf', (done) => void progress.push(done));
	expect(progress).toEqual([250, 500, 750, 1000, 1250, 1500, 1750, 2000]);
	expect(pauses).toBe(13);
	expect(new Set(ids).size).toBe(2000);
	const { kith: again } = await openTestKith({ shelf });
	expect((await again.readHead()).rows).toHaveLength(2000);
	expect(await wholeTimeline(again, 1000)).toHaveLength(5000);
	const { contact, interactions } = await pageOf(again, ids[999] ?? '');
	expect([contact.given, contact.origin]).toEqual(['Person 999', 'big.vcf']);
	expect(interactions.map(({ note }) => note).sort()).toEqual(['2999', '4999', '999']);

	await again.takeBack('big.vcf');
	expect((await again.readHead()).rows).toEqual([]);
	expect((await again.readTimeline(10, null)).interactions).toEqual([]);
	expect(await again.readTrash()).toHaveLength(7000);
});

it('takes back all that came with an origin, in one change, and nothing else', async () => {
	const { kith } = await openTestKith();
	const ana = await kith.addContact({ given: 'Ana' });
	const own = await kith.addReminder(reminding({ title: 'Own' }));
	const [tom = ''] = await kith.bringIn({ contacts: [{ given: 'Tom' }] }, 'other.vcf', quietly);
	const ids = await kith.bringIn(two, 'cards.vcf', quietly);
	const kept = await kith.log(happening([ana, ids[0] ?? '']));

	const changes = await changesOf(kith, () => kith.takeBack('cards.vcf'));
	expect(changes).toHaveLength(1);
	expect([...(changes[0]?.removed ?? [])].sort()).toEqual([...ids].sort());
	expect(changes[0]?.reminders).toMatchObject([{ id: own }]);
	expect(await namesOf(kith)).toEqual(['Ana', 'Tom']);
	expect((await pageOf(kith, tom)).contact.deletedAt).toBe(0);
	expect((await wholeTimeline(kith, 10)).map(({ id }) => id)).toEqual([kept]);
	expect((await kith.readTrash()).map(({ kind }) => kind).sort()).toEqual([
		'contact',
		'contact',
		'interaction',
		'interaction',
		'reminder',
		'reminder'
	]);
	expect(await namedBy(kith, () => kith.takeBack('cards.vcf'))).toEqual([]);
});

it('tells what it took back, so that all of it can be restored', async () => {
	const { kith } = await openTestKith();
	await kith.bringIn(two, 'cards.vcf', quietly);
	const before = await shownBy(kith);
	const taken = await kith.takeBack('cards.vcf');
	await kith.restore('contact', taken.contact);
	await kith.restore('interaction', taken.interaction);
	await kith.restore('reminder', taken.reminder);
	expect(await shownBy(kith)).toEqual(before);
});

it('takes nothing back without an origin', async () => {
	const { kith } = await openTestKith();
	await kith.addContact({ given: 'Ana' });
	await expect(kith.takeBack('')).rejects.toMatchObject({ code: 'invalid' });
	expect(await namesOf(kith)).toEqual(['Ana']);
});

it('takes a snapshot first when there is anyone to lose', async () => {
	const { kith } = await openTestKith();
	await kith.bringIn(two, 'cards.vcf', quietly);
	expect(await kith.readSnapshots()).toEqual([]);
	await kith.bringIn(two, 'again.vcf', quietly);
	expect(await kith.readSnapshots()).toMatchObject([{ reason: 'import', contacts: 2 }]);
});

it('stops when the disk is full; what came until then can be taken back', async () => {
	const { kith, shelf } = await openTestKith();
	const contacts = Array.from({ length: 600 }, (_, at) => ({ given: `Person ${at}` }));
	const fill = (done: number) => {
		if (done === 500) shelf.refuses = 'quota';
	};
	await expect(kith.bringIn({ contacts }, 'big.vcf', fill)).rejects.toMatchObject({ code: 'quota' });
	shelf.refuses = null;
	await kith.takeBack('big.vcf');
	expect(await namesOf((await openTestKith({ shelf })).kith)).toEqual([]);
});

it('names only what came', async () => {
	const { kith } = await openTestKith();
	await kith.addContact({ given: 'Ana' });
	let ids: readonly string[] = [];
	const changes = await namedBy(kith, async () => {
		ids = await kith.bringIn({ contacts: two.contacts }, 'cards.vcf', quietly);
	});
	expect(changes).toEqual([{ ...nothing, rows: ids, pages: ids, timeline: true }]);
});
