import type { Instant } from '$lib/domain/date';

/**
 * A moment of writing by hybrid logical clock: milliseconds × 1024 + counter, as one number that sorts by plain
 * comparison and stays exact until the year 2248.
 */
export type Stamp = number;

const ticksPerMs = 1024;
/** A stamp further ahead of this device's clock is a wrong clock elsewhere: it may win where it is, but is not followed. */
const maxAheadMs = 24 * 60 * 60 * 1000;

export const instantOf = (stamp: Stamp): Instant => Math.floor(stamp / ticksPerMs);

/** Gives stamps that lie after every stamp given or seen, however this device's clock is set. */
export class Clock {
	#last: Stamp = 0;

	constructor(private readonly now: () => Instant) {}

	next(): Stamp {
		this.#last = Math.max(Math.floor(this.now()) * ticksPerMs, this.#last + 1);
		return this.#last;
	}

	see(stamp: Stamp): void {
		if (stamp > this.#last && stamp <= (this.now() + maxAheadMs) * ticksPerMs) this.#last = stamp;
	}
}
