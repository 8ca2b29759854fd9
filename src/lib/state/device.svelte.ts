import { askToPersist } from '$lib/storage/persist';
import { Alarms } from './alarms.svelte';
import { keepStorage } from './keep-storage';
import { receiveLaunches } from './launches';
import type { Live } from './live.svelte';
import { preferences } from './preferences.svelte';
import { update } from './update.svelte';

/**
 * Joins the page to the device around it: works offline and is kept up to date, rings, takes in what is opened with
 * it. Nothing on a first screen waits for this, so load it when that stands. Returns the stop.
 */
export function followDevice(live: Live, failed: (reason: unknown) => void): () => void {
	update.register().catch(failed);
	receiveLaunches().catch(failed);
	return $effect.root(() => {
		new Alarms(live, failed).follow();
		$effect(() => keepStorage(live, preferences, () => askToPersist().catch(failed)));
	});
}
