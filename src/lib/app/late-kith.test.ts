import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KithError, type Kith, type SaveStatus } from '$lib/kith';
import { lateKith } from './late-kith';
import { namesOf, openTestKith } from './test-kith';

const limitMs = 4_800;

function opening() {
	let open!: (kith: Kith) => void;
	let fail!: (error: unknown) => void;
	const promise = new Promise<Kith>((resolve, reject) => ([open, fail] = [resolve, reject]));
	return { promise, open, fail };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const openWithAna = async () => {
	const { kith } = await openTestKith();
	await kith.addContact({ given: 'Ana' });
	return kith;
};

describe('questions and verbs', () => {
	it('wait until it is open', async () => {
		const { promise, open } = opening();
		const late = lateKith(promise, limitMs);
		const isAnswered = vi.fn();
		const reading = namesOf(late);
		void reading.then(isAnswered);
		await vi.advanceTimersByTimeAsync(limitMs - 1);
		expect(isAnswered).not.toHaveBeenCalled();
		open(await openWithAna());
		expect(await reading).toEqual(['Ana']);
		await late.addContact({ given: 'Tom' });
		expect(await namesOf(late)).toEqual(['Ana', 'Tom']);
	});

	it.each(['open-failed', 'blocked', 'slow', 'quota', 'io'] as const)(
		'reject with %s when that was why',
		async (code) => {
			const { promise, fail } = opening();
			const late = lateKith(promise, limitMs);
			fail(new KithError(code, 'no'));
			await expect(late.ready()).rejects.toMatchObject({ name: 'KithError', code });
			await expect(late.addContact({})).rejects.toMatchObject({ code });
		}
	);

	it.each([new Error('broken'), new KithError('invalid', 'odd'), 'text'])(
		'reject with open-failed for %s',
		async (error) => {
			await expect(lateKith(Promise.reject(error as Error), limitMs).readHead()).rejects.toMatchObject({
				name: 'KithError',
				code: 'open-failed'
			});
		}
	);

	it('reject with slow once time is up, and are answered when it opens after all', async () => {
		const { promise, open } = opening();
		const late = lateKith(promise, limitMs);
		const ready = expect(late.ready()).rejects.toMatchObject({ code: 'slow' });
		await vi.advanceTimersByTimeAsync(limitMs);
		await ready;
		await expect(late.readHead()).rejects.toMatchObject({ code: 'slow' });
		open(await openWithAna());
		await promise;
		expect(await namesOf(late)).toEqual(['Ana']);
	});
});

it('who watches hears of everything once it opens, however late', async () => {
	const { promise, open } = opening();
	const late = lateKith(promise, limitMs);
	const heard = vi.fn();
	const watching = late.watch(heard);
	await vi.advanceTimersByTimeAsync(limitMs * 10);
	open(await openWithAna());
	const stop = await watching;
	await late.addContact({ given: 'Tom' });
	expect(heard).toHaveBeenCalledTimes(1);
	stop();
});

it('who watches one that cannot be opened is told why', async () => {
	const late = lateKith(Promise.reject(new KithError('blocked', 'no')), limitMs);
	await expect(late.watch(() => {})).rejects.toMatchObject({ code: 'blocked' });
});

it('a failure that nobody has asked about yet is no error of its own', async () => {
	const { promise, fail } = opening();
	const late = lateKith(promise, limitMs);
	fail(new KithError('blocked', 'no'));
	vi.useRealTimers();
	await new Promise((resolve) => setTimeout(resolve, 10));
	await expect(late.ready()).rejects.toMatchObject({ code: 'blocked' });
});

describe('the status', () => {
	const statusesOf = async (late: Kith) => {
		const statuses: SaveStatus[] = [];
		const stop = await late.watchStatus((status) => statuses.push(status));
		return { statuses, stop };
	};
	const turn = () => vi.advanceTimersByTimeAsync(0);

	it('is opening, then what storage says', async () => {
		const { promise, open } = opening();
		const { statuses } = await statusesOf(lateKith(promise, limitMs));
		expect(statuses).toEqual([{ state: 'opening' }]);
		const kith = await openWithAna();
		open(kith);
		await turn();
		expect(statuses.at(-1)).toEqual({ state: 'saved' });
		await kith.addContact({ given: 'Tom' });
		expect(statuses.slice(-2)).toEqual([{ state: 'saving' }, { state: 'saved' }]);
	});

	it('is failed, with the reason', async () => {
		const { promise, fail } = opening();
		const { statuses } = await statusesOf(lateKith(promise, limitMs));
		fail(new KithError('blocked', 'no'));
		await turn();
		expect(statuses.at(-1)).toEqual({ state: 'failed', reason: 'blocked' });
	});

	it('is failed as slow, until it opens after all', async () => {
		const { promise, open } = opening();
		const { statuses } = await statusesOf(lateKith(promise, limitMs));
		await vi.advanceTimersByTimeAsync(limitMs);
		expect(statuses).toEqual([{ state: 'opening' }, { state: 'failed', reason: 'slow' }]);
		open(await openWithAna());
		await turn();
		expect(statuses.at(-1)).toEqual({ state: 'saved' });
	});

	it.each(['before it opens', 'after'])('is not told to who stopped %s', async (when) => {
		const { promise, open } = opening();
		const { statuses, stop } = await statusesOf(lateKith(promise, limitMs));
		const kith = await openWithAna();
		if (when !== 'after') stop();
		open(kith);
		await turn();
		if (when === 'after') stop();
		const told = statuses.length;
		await kith.addContact({ given: 'Tom' });
		expect(statuses).toHaveLength(told);
		expect(told).toBe(when === 'after' ? 2 : 1);
	});
});

describe('the rescue', () => {
	const snapshot = { id: '1-manual-2', takenAt: 1, reason: 'manual', contacts: 2, size: 9 } as const;
	const rescue = { readSnapshots: async () => [snapshot] };

	it('answers what it can when it could not be opened, and nothing else', async () => {
		const late = lateKith(Promise.reject(new KithError('io', 'no')), limitMs, rescue);
		expect(await late.readSnapshots()).toEqual([snapshot]);
		await expect(late.restoreSnapshot(snapshot.id)).rejects.toMatchObject({ code: 'io' });
	});

	it('answers nothing once it is open', async () => {
		const late = lateKith(openWithAna(), limitMs, rescue);
		expect(await late.readSnapshots()).toEqual([]);
	});
});
