import type { Clock } from '../clock';

/** A receipt is taken once nothing has changed for so long, */
const quietMs = 300;
/** or so long after the first change. */
const mostMs = 2_000;
const retryMs = 5_000;
const mostRetryMs = 60_000;

export interface RoundsOptions<T> {
	readonly clock: Clock;
	/** What is here, now. */
	readonly take: () => T;
	/** Settles once all that is here, at the call, is durably stored; rejects when it could not be. */
	readonly durable: () => Promise<void>;
	/** Given only what is durable. */
	readonly tell: (taken: T) => void;
}

/** After each burst of changes, takes what is here, waits until that is durable, and tells it. */
export class ReceiptRounds<T> {
	#stopTimer: (() => void) | null = null;
	#firstTouch: number | null = null;
	#isRunning = false;
	#mustRunAgain = false;
	#isStopped = false;
	#retryMs = retryMs;

	constructor(private readonly options: RoundsOptions<T>) {}

	/** Something changed. */
	touch(): void {
		const now = this.options.clock.now();
		this.#firstTouch ??= now;
		this.#after(Math.min(quietMs, Math.max(0, this.#firstTouch + mostMs - now)));
	}

	/** Someone came who has not been told. */
	soon(): void {
		this.#firstTouch ??= this.options.clock.now();
		this.#after(0);
	}

	stop(): void {
		this.#isStopped = true;
		this.#stopTimer?.();
	}

	#after(ms: number): void {
		if (this.#isStopped) return;
		this.#stopTimer?.();
		this.#stopTimer = this.options.clock.after(ms, () => {
			this.#stopTimer = null;
			this.#firstTouch = null;
			if (this.#isRunning) this.#mustRunAgain = true;
			else void this.#run();
		});
	}

	async #run(): Promise<void> {
		const { take, durable, tell } = this.options;
		this.#isRunning = true;
		const taken = take();
		try {
			await durable();
			if (this.#isStopped) return;
			this.#retryMs = retryMs;
			tell(taken);
		} catch (error) {
			console.info('Nothing is said of what could not be stored:', error);
			this.#after(this.#retryMs);
			this.#retryMs = Math.min(this.#retryMs * 2, mostRetryMs);
		}
		this.#isRunning = false;
		if (!this.#mustRunAgain) return;
		this.#mustRunAgain = false;
		this.touch();
	}
}
