import { expect, it } from 'vitest';
import type { createShelf } from '$lib/storage/memory-records';
import { happening, openTestKith, startsAt, writeAsNewerApp } from './test-kith';

const dayMs = 86_400_000;
const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

async function openLater(days: number, shelf: ReturnType<typeof createShelf>) {
	const opened = await openTestKith({ shelf, now: () => startsAt + days * dayMs });
	await nextTurn();
	return opened;
}

async function shelfWithTrash() {
	const { kith, shelf, log } = await openTestKith();
	const [ana, tom] = [await kith.addContact({ given: 'Ana' }), await kith.addContact({ given: 'Tom' })];
	const lunch = await kith.log(happening([ana, tom]));
	await kith.remove('contact', [ana]);
	await kith.remove('interaction', [lunch]);
	return { shelf, log, ana };
}

it('what was deleted can be restored for 90 days, and is gone for good at the first opening after', async () => {
	const { shelf, ana } = await shelfWithTrash();
	const { kith: inTime } = await openLater(89, shelf);
	expect(await inTime.readTrash()).toHaveLength(2);
	const { kith: late } = await openLater(91, shelf);
	expect(await late.readTrash()).toEqual([]);
	expect(await late.readPage(ana)).toBeNull();
	expect((await late.readHead()).rows.map(({ name }) => name)).toEqual(['Tom']);
	const { kith: again } = await openLater(92, shelf);
	expect(await again.readTrash()).toEqual([]);
});

it('the trash of a document that a newer app wrote in stays as it is', async () => {
	const { shelf, log } = await shelfWithTrash();
	await writeAsNewerApp(log);
	const { kith } = await openLater(91, shelf);
	expect(await kith.readTrash()).toHaveLength(2);
});
