/** A page that is always busy, or in the background, gets there all the same. */
const limitMs = 1_000;

/** Calls back once the page has nothing better to do; after a moment where the browser does not tell (Safari). */
export function whenIdle(run: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: limitMs });
	else setTimeout(run, 300);
}
