import type { Clock } from '../clock';
import type { DeviceExchange } from './exchange';

/** Changes within this time are told together. */
const togetherMs = 50;
/** While bytes move, how many are left is told this often. */
const movingMs = 500;
/** What is known of the devices is kept this long after it changed, and is kept once for all that changed meanwhile. */
const keptMs = 1_000;

interface Told {
	readonly state: () => readonly DeviceExchange[];
	readonly isMoving: () => boolean;
	readonly keep: () => void;
}

/** Tells whoever watches what each device has, and has it kept. */
export class Telling {
	readonly #listeners = new Set<(devices: readonly DeviceExchange[]) => void>();
	#stopTelling: (() => void) | null = null;
	/** What is told next is only how far it has moved. */
	#isMoveNext = false;
	#stopKeeping: (() => void) | null = null;
	#isClosed = false;

	constructor(
		private readonly clock: Clock,
		private readonly told: Told
	) {}

	watch(listener: (devices: readonly DeviceExchange[]) => void): () => void {
		this.#listeners.add(listener);
		listener(this.told.state());
		return () => void this.#listeners.delete(listener);
	}

	/** Does not wait for bytes that move: who was up to date may not be now. */
	changed(): void {
		if (this.#isMoveNext) {
			this.#stopTelling?.();
			this.#stopTelling = null;
			this.#isMoveNext = false;
		}
		this.moved();
	}

	/** Bytes were sent, received or judged. */
	moved(): void {
		if (this.#isClosed) return;
		this.#stopTelling ??= this.clock.after(togetherMs, this.#tell);
		this.#stopKeeping ??= this.clock.after(keptMs, this.#keep);
	}

	close(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.#stopTelling?.();
		if (this.#stopKeeping) this.told.keep();
		this.#stopKeeping?.();
		this.#listeners.clear();
	}

	readonly #tell = (): void => {
		this.#stopTelling = null;
		this.#isMoveNext = false;
		if (this.#listeners.size === 0) return;
		const state = this.told.state();
		for (const listener of [...this.#listeners]) listener(state);
		if (!this.told.isMoving() || this.#stopTelling) return;
		this.#isMoveNext = true;
		this.#stopTelling = this.clock.after(movingMs, this.#tell);
	};

	readonly #keep = (): void => {
		this.#stopKeeping = null;
		this.told.keep();
	};
}
