/** Seconds before each new try; the last one goes on. */
const waits = [1, 2, 5, 15, 60, 300];

/**
 * Milliseconds before try number `attempt`, counted from 0. Up to a quarter more or less, so that devices cut off at
 * the same moment do not come back at the same moment.
 */
export function retryDelay(attempt: number, random: () => number): number {
	const seconds = waits[Math.min(attempt, waits.length - 1)] ?? 300;
	return Math.round(seconds * 1000 * (0.75 + random() / 2));
}
