import type { Clock } from '../clock';
import { fractionFrom, type Random } from './random';

const waitsMs = [1_000, 2_000, 5_000, 15_000, 60_000, 300_000];
/** Waits are between 0.8 and 1.2 of what is listed, so that two devices do not try in step. */
const jitter = 0.2;

export interface Retry {
	/** The attempt failed, or what it made was lost: another one follows after a wait. */
	failed(): void;
	/** The attempt came through: after it is lost, waits begin with the shortest. */
	succeeded(): void;
	/** The world has changed (online, visible): what waits is tried now, and waits begin anew. */
	atOnce(): void;
	stop(): void;
}

/** Calls `attempt`, first when `atOnce` or `failed` says so. Never while one is under way. */
export function createRetry(clock: Clock, random: Random, attempt: () => void): Retry {
	let state: 'idle' | 'waiting' | 'trying' | 'there' | 'stopped' = 'idle';
	let failures = 0;
	let callOff = () => {};

	function tryNow(): void {
		callOff();
		state = 'trying';
		attempt();
	}

	return {
		failed() {
			if (state === 'stopped' || state === 'waiting') return;
			state = 'waiting';
			const waitMs = waitsMs[Math.min(failures++, waitsMs.length - 1)] ?? 0;
			callOff = clock.after(waitMs * (1 - jitter + 2 * jitter * fractionFrom(random)), tryNow);
		},
		succeeded() {
			if (state === 'stopped') return;
			callOff();
			state = 'there';
			failures = 0;
		},
		atOnce() {
			failures = 0;
			if (state === 'idle' || state === 'waiting') tryNow();
		},
		stop() {
			callOff();
			state = 'stopped';
		}
	};
}
