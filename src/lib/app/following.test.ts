import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '$lib/domain/settings';
import type { Change, Draft, Kith } from '$lib/kith';
import { openDerived, type Derived } from '$lib/storage/derived';
import { createShelf } from '$lib/storage/memory-records';
import { happening, namesOf, openTestKith, pageOf, reminding } from './test-kith';

describe('watching', () => {
	const changesAt = async (kith: Kith, seenMark?: number) => {
		const changes: Change[] = [];
		const stop = await kith.watch((change) => changes.push(change), seenMark);
		stop();
		return changes;
	};

	it('tells first everything when what the listener shows is not the present', async () => {
		const { kith, log } = await openTestKith();
		const ana = await kith.addContact({ given: 'Ana' });
		const seen = log.mark;
		const tom = await kith.addContact({ given: 'Tom' });
		await kith.remove('contact', [ana]);
		const reminder = await kith.addReminder(reminding());
		const [change, ...more] = await changesAt(kith, seen);
		expect(more).toEqual([]);
		expect(change?.rows).toEqual((await kith.readHead()).rows);
		expect(change).toMatchObject({ removed: [ana], pages: [ana, tom], timeline: true, settings: defaultSettings });
		expect(change?.reminders).toMatchObject([{ id: reminder }]);
	});

	it('tells first of an edit that was asked for before, and is not stored yet', async () => {
		const { kith: before, shelf, log } = await openTestKith();
		const ana = await before.addContact({ given: 'Ana' });
		const { kith } = await openTestKith({ shelf });
		const editing = kith.editContact(ana, { texts: { given: 'Anna' } });
		const changes = await changesAt(kith, log.mark);
		expect(changes.at(-1)?.rows.map(({ name }) => name)).toEqual(['Anna']);
		await editing;
	});

	it('tells nothing first when it is, or nothing is shown yet', async () => {
		const { kith: before, shelf } = await openTestKith();
		await before.addContact({ given: 'Ana' });
		const { kith, log } = await openTestKith({ shelf });
		expect(await changesAt(kith, log.mark)).toEqual([]);
		expect(await changesAt(kith)).toEqual([]);
	});

	it('tells nothing more once stopped, and others go on', async () => {
		const { kith } = await openTestKith();
		const first = vi.fn();
		const second = vi.fn();
		const stop = await kith.watch(first);
		await kith.watch(second);
		await kith.addContact({ given: 'Ana' });
		stop();
		await kith.addContact({ given: 'Tom' });
		expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
	});
});

describe('the fast store', () => {
	let name = '';
	let derived: Derived;

	beforeEach(async () => {
		name = `derived-${Math.random()}`;
		derived = await openDerived(name);
	});

	/** What a start from the fast store shows is what the document says. */
	async function expectFresh(kith: Kith, mark: number): Promise<void> {
		const head = await kith.readHead();
		const fast = await derived.readHead();
		const byId = (rows: typeof head.rows) => new Map(rows.map((row) => [row.id, row]));
		expect(fast).toMatchObject({ mark, reminders: head.reminders, settings: head.settings });
		expect(byId(fast?.rows ?? [])).toEqual(byId(head.rows));
		for (const { id } of head.rows) {
			const page = await pageOf(kith, id);
			const interactions = page.interactions.slice(0, 40);
			const complete = page.interactions.length <= 40;
			expect(await derived.readPage(id)).toEqual({ ...page, interactions, complete });
		}
		expect(await derived.readTimeline()).toEqual(await kith.readTimeline(40, null));
	}

	it('is made when it is missing', async () => {
		const { shelf } = await openTestKith();
		const { kith: writer } = await openTestKith({ shelf });
		const ana = await writer.addContact({ given: 'Ana' });
		for (let at = 0; at < 41; at++) await writer.log(happening([ana]));
		expect(await derived.readHead()).toBeNull();
		const { kith, log } = await openTestKith({ shelf, derived });
		await kith.followed();
		await expectFresh(kith, log.mark);
		expect(await derived.readPage(ana)).toMatchObject({ complete: false });
	});

	it('follows every verb', async () => {
		const { kith, log } = await openTestKith({ derived });
		await kith.followed();
		const ana = await kith.addContact({ given: 'Ana' });
		const tom = await kith.addContact({ given: 'Tom' });
		const met = await kith.log(happening([ana, tom]));
		const reminder = await kith.addReminder(reminding({ contactId: ana }));
		const steps = [
			() => kith.editContact(ana, { texts: { family: 'Silva' } }),
			() => kith.editNotes(tom, '', 'Plays the cello.'),
			() => kith.editInteraction(met, happening([tom], { kind: 'other' })),
			() => kith.completeReminder(reminder, '2026-12-01', '2026-12-01'),
			() => kith.editSettings({ countingKinds: ['other'] }),
			() => kith.remove('contact', [tom]),
			() => kith.restore('contact', [tom]),
			() => kith.remove('interaction', [met]),
			() => kith.remove('reminder', [reminder])
		];
		for (const step of steps) {
			await step();
			await kith.followed();
			await expectFresh(kith, log.mark);
		}
	});

	it('follows an import, and what another tab does', async () => {
		const shelf = createShelf();
		const { kith, log } = await openTestKith({ shelf, derived });
		const { kith: other } = await openTestKith({ shelf, replica: 'b' });
		const draft: Draft = {
			contacts: Array.from({ length: 300 }, (_, at) => ({ given: `Person ${at}` })),
			interactions: [happening(['7']), happening(['299'])]
		};
		await other.bringIn(draft, 'cards.vcf', () => undefined);
		await expect.poll(() => namesOf(kith)).toHaveLength(300);
		await kith.followed();
		await expectFresh(kith, log.mark);
	});

	it('is made anew for more people than are worth patching', async () => {
		const { kith, log } = await openTestKith({ derived });
		await kith.followed();
		const patch = vi.spyOn(derived, 'patch');
		const contacts = Array.from({ length: 2001 }, (_, at) => ({ given: `Person ${at}` }));
		await kith.bringIn({ contacts }, 'cards.vcf', () => undefined);
		await kith.followed();
		expect((await derived.readHead())?.rows).toHaveLength(2001);
		expect(await derived.readMark()).toBe(log.mark);
		for (const [{ pages }] of patch.mock.calls) expect(pages.length).toBeLessThanOrEqual(2000);
	});

	it('is made anew when its mark is not the document’s', async () => {
		const { kith: first, shelf } = await openTestKith({ derived });
		await first.addContact({ given: 'Ana' });
		await first.followed();
		const { kith: elsewhere } = await openTestKith({ shelf });
		await elsewhere.addContact({ given: 'Tom' });
		await first.followed();
		await derived.rebuild(
			{ rows: [], reminders: [], settings: defaultSettings },
			[],
			{ interactions: [], next: null },
			-1
		);
		const { kith, log } = await openTestKith({ shelf, derived });
		await kith.followed();
		await expectFresh(kith, log.mark);
		expect(await namesOf(kith)).toEqual(['Ana', 'Tom']);
	});

	it('is left alone when it is fresh', async () => {
		const { kith: first, shelf } = await openTestKith({ derived });
		await first.addContact({ given: 'Ana' });
		await first.followed();
		const rebuild = vi.spyOn(derived, 'rebuild');
		const { kith } = await openTestKith({ shelf, derived });
		await kith.followed();
		expect(rebuild).not.toHaveBeenCalled();
	});

	it.each(['before the document opens', 'after'])('is made anew when found damaged %s', async (when) => {
		const { kith: first, shelf } = await openTestKith({ derived });
		await first.addContact({ given: 'Ana' });
		await first.followed();
		const database = await openDB(name);
		await database.put('chunks', 'not rows', 3);
		database.close();
		const find = async () => expect(await derived.readHead()).toBeNull();

		if (when !== 'after') await find();
		const { kith, log } = await openTestKith({ shelf, derived });
		await kith.followed();
		if (when === 'after') await find();
		for (const given of ['Tom', 'Grace']) {
			await kith.addContact({ given });
			await kith.followed();
		}
		await expectFresh(kith, log.mark);
	});

	it('holds nothing that is not durable', async () => {
		const { kith, log, shelf } = await openTestKith({ derived });
		await kith.addContact({ given: 'Ana' });
		await kith.followed();
		shelf.refuses = 'quota';
		await expect(kith.addContact({ given: 'Tom' })).rejects.toMatchObject({ code: 'quota' });
		await kith.followed();
		expect((await derived.readHead())?.rows.map((row) => row.name)).toEqual(['Ana']);
		shelf.refuses = null;
		await kith.addContact({ given: 'Grace' });
		await kith.followed();
		await expectFresh(kith, log.mark);
		expect(await namesOf(kith)).toEqual(['Ana', 'Grace', 'Tom']);
	});
});
