/** The time as this room sees it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Runs `run` once after `ms` milliseconds; the function returned calls it off. */
	after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	}
};

export interface VirtualClock extends Clock {
	/** Lets `ms` pass; what falls due runs in the order of its times, and of its making where those are the same. */
	advance(ms: number): void;
}

/** A clock that stands still until told; it begins at `start`. */
export function virtualClock(start = 0): VirtualClock {
	let now = start;
	let made = 0;
	const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();

	return {
		now: () => now,
		after(ms, run) {
			const id = made++;
			waiting.set(id, { at: now + Math.max(0, ms), run });
			return () => void waiting.delete(id);
		},
		advance(ms) {
			const until = now + ms;
			for (;;) {
				const next = [...waiting].filter(([, { at }]) => at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
				if (!next) break;
				waiting.delete(next[0]);
				now = next[1].at;
				next[1].run();
			}
			now = until;
		}
	};
}
