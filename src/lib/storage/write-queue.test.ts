import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KithError, type SaveStatus } from '$lib/kith';
import { WriteQueue } from './write-queue';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
	const writes: number[] = [];
	const states: string[] = [];
	const disk = { failure: null as Error | null, delayMs: 1 };
	const queue = new WriteQueue(
		async (updates) => {
			await new Promise((resolve) => setTimeout(resolve, disk.delayMs));
			if (disk.failure) throw disk.failure;
			writes.push(updates.length);
		},
		(status: SaveStatus) => states.push('reason' in status ? `${status.state} ${status.reason}` : status.state)
	);
	return { writes, states, disk, queue };
}

const update = () => new Uint8Array(2);

test('what comes during a write goes together in the next', async () => {
	const { queue, writes } = setUp();
	queue.push(update());
	await vi.advanceTimersByTimeAsync(0);
	queue.push(update());
	queue.push(update());
	await vi.advanceTimersByTimeAsync(10);
	expect(writes).toEqual([1, 2]);
});

test('settled waits for updates pushed before it, and for no later ones', async () => {
	const { queue, writes } = setUp();
	queue.push(update());
	const settled = queue.settled();
	await vi.advanceTimersByTimeAsync(0);
	queue.push(update());
	await vi.advanceTimersByTimeAsync(1);
	await settled;
	expect(writes).toEqual([1]);
});

test('the status says saved only when nothing waits', async () => {
	const { queue, states } = setUp();
	queue.push(update());
	await vi.advanceTimersByTimeAsync(0);
	queue.push(update());
	await vi.advanceTimersByTimeAsync(10);
	expect(states).toEqual(['saving', 'saved']);
});

test.each([
	[new DOMException('', 'QuotaExceededError'), 'quota'],
	[new DOMException('', 'InvalidStateError'), 'closed'],
	[new KithError('slow', ''), 'io'],
	[new Error('anything'), 'io']
])('%s is told as %s', async (failure, reason) => {
	const { queue, disk, states } = setUp();
	disk.failure = failure;
	queue.push(update());
	const settled = expect(queue.settled()).rejects.toMatchObject({ code: reason });
	await vi.advanceTimersByTimeAsync(1);
	await settled;
	expect(states).toEqual(['saving', `unsaved ${reason}`]);
});

test('after a failure it tries again later and later, and keeps every update in order', async () => {
	const { queue, disk, writes, states } = setUp();
	disk.failure = new Error('disk');
	disk.delayMs = 0;
	queue.push(update());
	await vi.advanceTimersByTimeAsync(2_500);
	queue.push(update());
	disk.failure = null;
	await vi.advanceTimersByTimeAsync(400);
	expect(writes).toEqual([]);
	await vi.advanceTimersByTimeAsync(200);
	expect(writes).toEqual([2]);
	expect(states.at(-1)).toBe('saved');
});

test('settled does not wait for the timer', async () => {
	const { queue, disk, writes } = setUp();
	disk.failure = new Error('disk');
	queue.push(update());
	await vi.advanceTimersByTimeAsync(5);
	disk.failure = null;
	const settled = queue.settled();
	await vi.advanceTimersByTimeAsync(1);
	await settled;
	expect(writes).toEqual([1]);
});

test('a closed queue has written what it was given, or says that it has not', async () => {
	const { queue, disk, writes } = setUp();
	queue.push(update());
	const closing = queue.close();
	await vi.advanceTimersByTimeAsync(5);
	await closing;
	expect(writes).toEqual([1]);
	queue.push(update());
	await expect(queue.settled()).rejects.toMatchObject({ code: 'closed' });

	const other = setUp();
	other.disk.failure = new Error('disk');
	other.queue.push(update());
	const failing = expect(other.queue.close()).rejects.toMatchObject({ code: 'io' });
	await vi.advanceTimersByTimeAsync(60_000);
	await failing;
	expect(disk.failure).toBeNull();
});
