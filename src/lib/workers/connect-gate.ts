import type { Clock } from '$lib/sync/clock';
import type { Gate, Verdict } from '$lib/sync/gate/gate';
import type { Knowledge, MessageVerdict } from '$lib/sync/gate/messages';

/** What the gate's thread is asked; it says `ready` once and then answers each with its verdict. */
export interface GateQuestion {
	readonly message: Uint8Array;
	readonly known: Knowledge;
}

export class GateFailed extends Error {
	override readonly name = 'GateFailed';
}

/** At once in work: one slow message keeps no other waiting, and many do not take all the memory. */
const mostThreads = 3;
const startLimitMs = 15_000;
/** A slow phone reads a megabyte in well under a second. */
const limitMsOf = (message: Uint8Array) => 5_000 + message.byteLength / 4_096;
/** In so many parts, each a timer: a device that falls asleep loses one of them, and no other device is blamed for it. */
const limitParts = 10;

interface Waiting extends GateQuestion {
	readonly resolve: (verdict: Verdict) => void;
	readonly reject: (error: Error) => void;
}

/**
 * Threads are started when there is something to judge; one is kept, and one that does not answer in time is killed.
 * @param start a new thread of `gate.ts`
 */
export function connectGate(start: () => Worker, clock: Clock): Gate {
	const threads = new Set<GateThread>();
	const waiting: Waiting[] = [];

	function next(): void {
		while (waiting.length > 0) {
			const idle = [...threads].find((thread) => thread.isIdle) ?? begin();
			const first = idle && waiting.shift();
			if (!first) return;
			idle.judge(first);
		}
		const [, ...others] = [...threads].filter((thread) => thread.isIdle);
		for (const thread of others) thread.end();
	}

	function begin(): GateThread | null {
		if (threads.size === mostThreads) return null;
		try {
			const thread = new GateThread(start(), clock, next, () => void threads.delete(thread));
			threads.add(thread);
			return thread;
		} catch (error) {
			for (const { reject } of waiting.splice(0)) reject(new GateFailed(String(error)));
			return null;
		}
	}

	return {
		inspect: (message, known) =>
			new Promise((resolve, reject) => {
				waiting.push({ message, known, resolve, reject });
				next();
			}),
		close() {
			for (const { reject } of waiting.splice(0)) reject(new GateFailed('closed'));
			for (const thread of [...threads]) thread.fail('closed');
		}
	};
}

class GateThread {
	readonly #worker: Worker;
	readonly #clock: Clock;
	readonly #idle: () => void;
	readonly #ended: () => void;
	#isReady = false;
	#question: Waiting | null = null;
	#stopTimer = () => undefined as void;

	constructor(worker: Worker, clock: Clock, idle: () => void, ended: () => void) {
		this.#worker = worker;
		this.#clock = clock;
		this.#idle = idle;
		this.#ended = ended;
		worker.onmessage = ({ data }: MessageEvent<'ready' | MessageVerdict>) => this.#hear(data);
		worker.onerror = () => this.#break();
		worker.onmessageerror = () => this.#break();
		this.#stopTimer = clock.after(startLimitMs, () => this.fail('did not start'));
	}

	get isIdle(): boolean {
		return this.#question === null;
	}

	judge(question: Waiting): void {
		this.#question = question;
		if (this.#isReady) this.#ask(question);
	}

	end(): void {
		this.#stopTimer();
		this.#worker.terminate();
		this.#ended();
	}

	fail(reason: string): void {
		this.end();
		this.#question?.reject(new GateFailed(reason));
		this.#idle();
	}

	#ask({ message, known }: Waiting): void {
		this.#wait(limitMsOf(message) / limitParts, limitParts);
		this.#worker.postMessage({ message, known } satisfies GateQuestion);
	}

	#wait(partMs: number, parts: number): void {
		if (parts === 0) this.#conclude({ refused: 'slow' });
		else this.#stopTimer = this.#clock.after(partMs, () => this.#wait(partMs, parts - 1));
	}

	#hear(said: 'ready' | MessageVerdict): void {
		this.#stopTimer();
		if (said !== 'ready') {
			const question = this.#question;
			this.#question = null;
			question?.resolve(said);
			this.#idle();
			return;
		}
		this.#isReady = true;
		if (this.#question) this.#ask(this.#question);
	}

	/** Of a thread that has started, it is the message that broke it. */
	#break(): void {
		if (this.#isReady) this.#conclude({ refused: 'bytes' });
		else this.fail('did not start');
	}

	#conclude(verdict: Verdict): void {
		this.end();
		this.#question?.resolve(verdict);
		this.#idle();
	}
}
