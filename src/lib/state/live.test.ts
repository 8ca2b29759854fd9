import { describe, expect, it } from 'vitest';
import { lateKith } from '$lib/app/late-kith';
import { happening, openTestKith, reminding } from '$lib/app/test-kith';
import { KithError, type Change, type Kith } from '$lib/kith';
import { Live, type FastHead, type FastStore } from './live.svelte';

const noFastStore: FastStore = { readPage: async () => null, readTimeline: async () => null };
const today = '2026-11-23';
const liveOf = (kith: Kith) => new Live(kith, noFastStore, today);
const namesIn = ({ list }: Live) => list.map(({ name }) => name);

/** A Kith whose opening the test ends itself, and that is called slow at once. */
function slowlyOpening() {
	let open!: (kith: Kith) => void;
	let fail!: (error: unknown) => void;
	const promise = new Promise<Kith>((resolve, reject) => ([open, fail] = [resolve, reject]));
	return { late: lateKith(promise, 0), open, fail };
}

/** What a fast store kept of a Kith, and what has changed since. */
async function withPast() {
	const { kith, log } = await openTestKith();
	const ana = await kith.addContact({ given: 'Ana' });
	const fast: FastHead = { ...(await kith.readHead()), mark: log.mark };
	return { kith, log, ana, fast };
}

describe('opening', () => {
	it('shows what the document has', async () => {
		const { kith } = await withPast();
		await kith.addReminder(reminding());
		await kith.editSettings({ todayCount: 7 });
		const live = liveOf(kith);
		expect([live.seeded, live.opened]).toEqual([false, false]);
		await live.open(null);
		expect([live.seeded, live.opened]).toEqual([true, true]);
		expect(namesIn(live)).toEqual(['Ana']);
		expect(live.reminders).toHaveLength(1);
		expect(live.settings.todayCount).toBe(7);
		expect(live.status).toEqual({ state: 'saved' });
	});

	it('shows the fast store’s rows at once, and what changed since when the document is open', async () => {
		const { kith, ana, fast } = await withPast();
		await kith.editContact(ana, { texts: { given: 'Anna' } });
		const live = liveOf(kith);
		const opening = live.open(fast);
		expect(namesIn(live)).toEqual(['Ana']);
		await opening;
		expect(namesIn(live)).toEqual(['Anna']);
	});

	it('rejects when the document cannot be opened, and says why', async () => {
		const { late, fail } = slowlyOpening();
		const live = liveOf(late);
		const opening = live.open(null);
		fail(new KithError('blocked', 'no'));
		await expect(opening).rejects.toMatchObject({ code: 'blocked' });
		expect(live.status).toEqual({ state: 'failed', reason: 'blocked' });
		expect(live.opened).toBe(false);
	});
});

describe('a document that opens late', () => {
	it.each(['with the fast store', 'without'])('is joined when it is there, %s', async (way) => {
		const { kith, ana, fast } = await withPast();
		await kith.editContact(ana, { texts: { given: 'Anna' } });
		const { late, open } = slowlyOpening();
		const live = liveOf(late);
		const opening = live.open(way === 'without' ? null : fast);
		await expect.poll(() => live.status).toEqual({ state: 'failed', reason: 'slow' });
		expect(live.opened).toBe(false);

		open(kith);
		await opening;
		expect([live.status.state, live.opened, live.seeded]).toEqual(['saved', true, true]);
		expect(namesIn(live)).toEqual(['Anna']);
		await kith.addContact({ given: 'Tom' });
		expect(namesIn(live)).toEqual(['Anna', 'Tom']);
	});
});

describe('following', () => {
	it('patches what a change names, tells who listens, and has pages and the timeline read anew', async () => {
		const { kith, ana } = await withPast();
		const live = liveOf(kith);
		const heard: Change[] = [];
		await live.open(null, (change) => heard.push(change));
		const versions = () => [live.pageVersions.get(ana) ?? 0, live.timelineVersion];
		const [page, timeline] = versions();
		await kith.log(happening([ana]));
		expect(versions()).toEqual([(page ?? 0) + 1, (timeline ?? 0) + 1]);
		expect(live.rows.get(ana)?.lastContact).toBe('2026-11-20');
		await kith.remove('contact', [ana]);
		expect(namesIn(live)).toEqual([]);
		expect(heard).toHaveLength(2);
	});
});
