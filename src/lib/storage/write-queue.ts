import { KithError, type SaveStatus } from '$lib/kith';
import { asWriteError } from './write-failure';

/** Waits between attempts while writing fails, in ms. */
const retryDelays = [1_000, 2_000, 5_000, 15_000, 30_000];

/**
 * Updates on their way to the disk: those that arrive while a write is in flight go together in the next one. An
 * update leaves the queue only when it is durable.
 */
export class WriteQueue {
	readonly #write: (updates: readonly Uint8Array[]) => Promise<void>;
	readonly #changed: (status: SaveStatus) => void;
	readonly #waiting: Uint8Array[] = [];
	#pushed = 0;
	#durable = 0;
	#attempt: Promise<void> | null = null;
	#failures = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	#status: SaveStatus = { state: 'saved' };

	constructor(write: (updates: readonly Uint8Array[]) => Promise<void>, changed: (status: SaveStatus) => void) {
		this.#write = write;
		this.#changed = changed;
	}

	get status(): SaveStatus {
		return this.#status;
	}

	get idle(): boolean {
		return this.#waiting.length === 0 && this.#attempt === null && this.#status.state === 'saved';
	}

	/** Never throws: it runs inside the owner's own edit. */
	push(update: Uint8Array): void {
		this.#waiting.push(update);
		this.#pushed++;
		if (this.#status.state === 'saved') this.#show({ state: 'saving' });
		if (this.#status.state === 'saving') queueMicrotask(() => this.attempt());
	}

	async settled(): Promise<void> {
		const target = this.#pushed;
		if (this.#status.state === 'unsaved' && this.#durable === target) await this.#run();
		while (this.#durable < target) await this.#run();
	}

	/** Writes now, also when nothing waits: the connection may have to be made anew. Failure shows in the status. */
	attempt(): void {
		if (!this.#closed) this.#run().catch(() => this.#status);
	}

	async close(): Promise<void> {
		try {
			if (this.#attempt || this.#waiting.length > 0) await this.settled();
		} finally {
			this.#closed = true;
			clearTimeout(this.#timer);
		}
	}

	#run(): Promise<void> {
		if (this.#closed) return Promise.reject(new KithError('closed', 'the log is closed'));
		clearTimeout(this.#timer);
		this.#attempt ??= this.#writeWaiting().finally(() => {
			this.#attempt = null;
			if (this.#status.state === 'saving') this.attempt();
		});
		return this.#attempt;
	}

	async #writeWaiting(): Promise<void> {
		const batch = this.#waiting.slice();
		try {
			await this.#write(batch);
		} catch (cause) {
			const error = asWriteError(cause);
			this.#show({ state: 'unsaved', reason: error.code });
			const delayMs = retryDelays[Math.min(this.#failures++, retryDelays.length - 1)];
			this.#timer = setTimeout(() => this.attempt(), delayMs);
			throw error;
		}
		this.#failures = 0;
		this.#waiting.splice(0, batch.length);
		this.#durable += batch.length;
		this.#show({ state: this.#waiting.length === 0 ? 'saved' : 'saving' });
	}

	#show(status: SaveStatus): void {
		if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
		this.#status = status;
		this.#changed(status);
	}
}
