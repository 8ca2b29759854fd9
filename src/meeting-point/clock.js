/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds, never going back
 * @property {(ms: number, run: () => void) => () => void} after runs once later; what it returns calls it off
 */

/** @type {Clock} */
export const systemClock = {
	now: () => performance.now(),
	after(ms, run) {
		// A limit that is still running never keeps the process alive.
		const timer = setTimeout(run, ms).unref();
		return () => clearTimeout(timer);
	}
};
