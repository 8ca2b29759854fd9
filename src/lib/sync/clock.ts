/** Time as an argument: the present in milliseconds since 1970, and something to be done later. */
export interface Clock {
	now(): number;
	/** Runs it once after so many milliseconds; the answer calls it off. */
	after(ms: number, run: () => void): () => void;
}

export interface VirtualClock extends Clock {
	/** Moves time on, running what falls due in its order, also what is planned meanwhile. */
	advance(ms: number): void;
}

/** A clock that stands still until it is moved. */
export function virtualClock(start = 0): VirtualClock {
	let present = start;
	let count = 0;
	const plans = new Map<number, { readonly at: number; readonly run: () => void }>();

	/** The earliest plan up to then; of several at one moment the one made first. */
	function due(until: number): number | undefined {
		let first: number | undefined;
		for (const [id, { at }] of plans) {
			if (at <= until && at < (plans.get(first ?? -1)?.at ?? Infinity)) first = id;
		}
		return first;
	}

	return {
		now: () => present,
		after(ms, run) {
			const id = count++;
			plans.set(id, { at: present + Math.max(0, ms), run });
			return () => void plans.delete(id);
		},
		advance(ms) {
			const until = present + ms;
			for (let id = due(until); id !== undefined; id = due(until)) {
				const plan = plans.get(id);
				plans.delete(id);
				present = Math.max(present, plan?.at ?? present);
				plan?.run();
			}
			present = until;
		}
	};
}

export const systemClock: Clock = {
	now: () => Date.now(),
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	}
};
