/** The present, and what is to be done later. */
export interface Clock {
	/** Milliseconds since 1970. Goes on while the device sleeps; goes back only when its clock is set. */
	now(): number;
	/** Runs once, `ms` from now; what is returned calls it off. */
	after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	}
};

/** Time that passes only when told to. */
export interface VirtualClock extends Clock {
	/** Runs what is due within `ms`, in order of time and then of asking, also what that asks for. */
	advance(ms: number): void;
	/** The same, waiting for `settle` before the first and after each: for what goes on in promises between timers. */
	play(ms: number, settle: () => Promise<void>): Promise<void>;
}

interface Timer {
	readonly due: number;
	readonly run: () => void;
}

export function virtualClock(startMs = 0): VirtualClock {
	let now = startMs;
	/** The next one last. */
	const timers: Timer[] = [];

	function runNext(until: number): boolean {
		const next = timers.at(-1);
		if (!next || next.due > until) return false;
		timers.pop();
		now = Math.max(now, next.due);
		next.run();
		return true;
	}

	return {
		now: () => now,
		after(ms, run) {
			const timer = { due: now + Math.max(0, ms), run };
			timers.splice(placeOf(timers, timer.due), 0, timer);
			return () => {
				const at = timers.indexOf(timer);
				if (at >= 0) timers.splice(at, 1);
			};
		},
		advance(ms) {
			const until = now + ms;
			while (runNext(until));
			now = Math.max(now, until);
		},
		async play(ms, settle) {
			const until = now + ms;
			do await settle();
			while (runNext(until));
			now = Math.max(now, until);
		}
	};
}

/** Before all that are due by then: of two due at once, the one asked for first runs first. */
function placeOf(timers: readonly Timer[], due: number): number {
	let [low, high] = [0, timers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((timers[middle]?.due ?? 0) > due) low = middle + 1;
		else high = middle;
	}
	return low;
}
