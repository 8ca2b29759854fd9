import type { Clock } from '../clock';

export const beatMs = 5_000;
/** Two beats and what a slow network adds: with what the screen takes, it is said within 12 s. */
export const silenceMs = 11_000;

export interface Heartbeat {
	/** To be called at whatever arrives. */
	heard(): void;
	stop(): void;
}

/** Calls `beat` every 5 s, and `dead` once nothing was heard for 11 s. */
export function startHeartbeat(clock: Clock, beat: () => void, dead: () => void): Heartbeat {
	let lastHeard = clock.now();
	const onBeat = () => {
		stopBeat = clock.after(beatMs, onBeat);
		beat();
	};
	const onSilence = () => {
		// Heard in the future means that the clock was set back: the silence is counted anew.
		lastHeard = Math.min(lastHeard, clock.now());
		const leftMs = lastHeard + silenceMs - clock.now();
		if (leftMs > 0) {
			stopSilence = clock.after(leftMs, onSilence);
			return;
		}
		stop();
		dead();
	};
	let stopBeat = clock.after(beatMs, onBeat);
	let stopSilence = clock.after(silenceMs, onSilence);
	const stop = () => {
		stopBeat();
		stopSilence();
	};
	return {
		heard() {
			lastHeard = clock.now();
		},
		stop
	};
}
