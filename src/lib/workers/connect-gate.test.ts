import { describe, expect, it } from 'vitest';
import type { Knowledge, MessageVerdict } from '$lib/sync/gate/messages';
import { connectGate, type GateQuestion } from './connect-gate';

const known: Knowledge = { own: 1, clocks: new Map([[1, 2]]) };

/** A thread that answers when the test says so. */
class FakeThread {
	onmessage: ((event: { data: unknown }) => void) | null = null;
	onerror: (() => void) | null = null;
	asked: GateQuestion[] = [];
	isDead = false;
	postMessage(question: GateQuestion): void {
		this.asked.push(question);
	}
	terminate(): void {
		this.isDead = true;
	}
	ready(): void {
		this.onmessage?.({ data: 'ready' });
	}
	answer(verdict: MessageVerdict): void {
		this.onmessage?.({ data: verdict });
	}
}

/** Asleep, it runs nothing; as it wakes, what was due meanwhile is run, late. */
function sleepyClock() {
	let now = 0;
	let timers: { readonly due: number; readonly run: () => void }[] = [];
	function sleep(ms: number): void {
		now += ms;
		const due = timers.filter((timer) => timer.due <= now);
		timers = timers.filter((timer) => timer.due > now);
		for (const { run } of due) run();
	}
	return {
		now: () => now,
		after(ms: number, run: () => void): () => void {
			const timer = { due: now + ms, run };
			timers.push(timer);
			return () => void (timers = timers.filter((one) => one !== timer));
		},
		sleep,
		advance(ms: number): void {
			for (let passed = 0; passed < ms; passed++) sleep(1);
		}
	};
}

function openGate(start = (thread: FakeThread) => thread) {
	const clock = sleepyClock();
	const threads: FakeThread[] = [];
	const gate = connectGate(() => {
		const thread = start(new FakeThread());
		threads.push(thread);
		return thread as unknown as Worker;
	}, clock);
	const inspect = (byte: number) =>
		gate.inspect(Uint8Array.of(byte), known).then(
			(verdict) => ('pass' in verdict ? verdict.pass : verdict.refused),
			(error: unknown) => String(error)
		);
	return { clock, threads, gate, inspect };
}

/** The thread started at a place. */
function at(threads: readonly FakeThread[], place: number): FakeThread {
	const thread = threads[place];
	if (!thread) throw new Error(`no thread ${place}`);
	return thread;
}

describe('the gate in a thread', () => {
	it('is started when there is something to judge, is asked once it is ready, and is kept', async () => {
		const { threads, inspect } = openGate();
		expect(threads).toHaveLength(0);
		const first = inspect(7);
		const thread = at(threads, 0);
		expect(thread.asked).toEqual([]);
		thread.ready();
		expect(thread.asked).toEqual([{ message: Uint8Array.of(7), known }]);
		thread.answer({ pass: 'edit', reach: new Map() });
		expect(await first).toBe('edit');
		const second = inspect(8);
		thread.answer({ refused: 'root' });
		expect(await second).toBe('root');
		expect([threads.length, thread.isDead]).toEqual([1, false]);
	});

	it('is killed when it does not answer within five seconds, and begun anew for the next message', async () => {
		const { clock, threads, inspect } = openGate();
		const slow = inspect(1);
		at(threads, 0).ready();
		clock.advance(4_999);
		expect(at(threads, 0).isDead).toBe(false);
		clock.advance(20);
		expect([await slow, at(threads, 0).isDead]).toEqual(['slow', true]);
		const next = inspect(2);
		at(threads, 1).ready();
		at(threads, 1).answer({ pass: 'edit', reach: new Map() });
		expect(await next).toBe('edit');
	});

	it('blames no message for the sleep of this device', async () => {
		const { clock, threads, inspect } = openGate();
		const asked = inspect(1);
		at(threads, 0).ready();
		clock.advance(400);
		clock.sleep(3_600_000);
		clock.advance(4_400);
		at(threads, 0).answer({ pass: 'edit', reach: new Map() });
		expect(await asked).toBe('edit');
	});

	it('judges what others sent while one message takes its time, and ends the threads it no longer needs', async () => {
		const { clock, threads, inspect } = openGate();
		const asked = [1, 2, 3, 4].map((byte) => inspect(byte));
		expect(threads).toHaveLength(3);
		for (const thread of threads) thread.ready();
		at(threads, 1).answer({ pass: 'edit', reach: new Map() });
		expect(at(threads, 1).asked.map(({ message }) => message[0])).toEqual([2, 4]);
		at(threads, 1).answer({ pass: 'question' });
		at(threads, 2).answer({ pass: 'edit', reach: new Map() });
		expect(await Promise.all(asked.slice(1))).toEqual(['edit', 'edit', 'question']);
		clock.advance(6_000);
		expect(await asked[0]).toBe('slow');
		expect(threads.filter(({ isDead }) => !isDead)).toHaveLength(1);
	});

	it('tells a message that breaks its thread from a thread that does not start', async () => {
		const { clock, threads, inspect } = openGate();
		const broken = inspect(1);
		at(threads, 0).onerror?.();
		expect(await broken).toBe('GateFailed: did not start');
		const silent = inspect(2);
		clock.advance(15_001);
		expect(await silent).toBe('GateFailed: did not start');
		const poisoned = inspect(3);
		at(threads, 2).ready();
		at(threads, 2).onerror?.();
		expect(await poisoned).toBe('bytes');
		expect(threads.every(({ isDead }) => isDead)).toBe(true);
		const { inspect: never } = openGate(() => {
			throw new Error('forbidden');
		});
		expect(await never(1)).toContain('forbidden');
	});

	it('lets no one wait when it is closed', async () => {
		const { gate, threads, inspect } = openGate();
		const asked = [1, 2, 3, 4].map((byte) => inspect(byte));
		at(threads, 0).ready();
		gate.close();
		expect(new Set(await Promise.all(asked))).toEqual(new Set(['GateFailed: closed']));
		expect(threads.every(({ isDead }) => isDead)).toBe(true);
	});
});
