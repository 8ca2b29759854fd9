/** Calls back once the page has nothing better to do; after a moment where the browser does not tell (Safari). */
export function whenIdle(run: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
	else setTimeout(run, 300);
}
