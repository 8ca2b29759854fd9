import type { Live } from './live.svelte';
import type { Preferences } from './preferences.svelte';

/**
 * Asks the browser, once on a device, not to clear what is stored: as soon as someone who is not made up is safely kept.
 * Call again whenever what it reads has changed.
 */
export function keepStorage(live: Live, preferences: Preferences, ask: () => Promise<unknown>): void {
	if (preferences.current.askedToKeep || !live.opened || live.status.state !== 'saved') return;
	if (live.list.every(({ origin }) => origin === 'sample')) return;
	preferences.set({ askedToKeep: true });
	void ask();
}
