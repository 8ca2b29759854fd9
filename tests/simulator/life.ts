import type { Clock } from '$lib/sync/clock';

interface Timer {
	readonly run: () => void;
	callOff: () => void;
}

/** The clock of one run of the app: it stands still while the device sleeps, and nothing happens once the run is over. */
export class Life implements Clock {
	readonly #time: Clock;
	readonly #timers = new Set<Timer>();
	#late: Timer[] = [];
	#isAsleep = false;
	#wokenAt = -Infinity;
	#isOver = false;

	constructor(time: Clock) {
		this.#time = time;
	}

	get isOver(): boolean {
		return this.#isOver;
	}

	get isAsleep(): boolean {
		return this.#isAsleep;
	}

	/** When it last woke up. */
	get wokenAt(): number {
		return this.#wokenAt;
	}

	/** Timers that wait. */
	get waiting(): number {
		return this.#timers.size;
	}

	now = (): number => this.#time.now();

	after(ms: number, run: () => void): () => void {
		if (this.#isOver) return () => undefined;
		const timer: Timer = { run, callOff: () => undefined };
		timer.callOff = this.#time.after(ms, () => this.#ring(timer));
		this.#timers.add(timer);
		return () => {
			if (this.#timers.delete(timer)) timer.callOff();
		};
	}

	sleep(): void {
		this.#isAsleep = true;
	}

	wake(): void {
		if (this.#isAsleep) this.#wokenAt = this.now();
		this.#isAsleep = false;
		for (const timer of this.#late.splice(0)) this.#ring(timer);
	}

	end(): void {
		this.#isOver = true;
		for (const { callOff } of this.#timers) callOff();
		this.#timers.clear();
		this.#late = [];
	}

	#ring(timer: Timer): void {
		if (this.#isAsleep) this.#late.push(timer);
		else if (this.#timers.delete(timer)) timer.run();
	}
}
