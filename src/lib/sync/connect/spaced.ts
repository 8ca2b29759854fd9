import type { Timers } from './timers';

/** Runs when asked, at most once in so many milliseconds: what is asked for too soon comes once, when it may. */
export function spaced(timers: Timers, ms: number, run: () => void): () => void {
	let last = -Infinity;
	let isWaiting = false;
	return () => {
		if (isWaiting) return;
		isWaiting = true;
		const since = timers.clock.now() - last;
		// Ran in the future means that the clock was set back.
		timers.after(since < 0 ? 0 : Math.max(0, ms - since), () => {
			isWaiting = false;
			last = timers.clock.now();
			run();
		});
	};
}
