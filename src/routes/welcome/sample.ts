import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Live } from '$lib/state/live.svelte';
import { toastDone } from '$lib/ui/toasts';
import { attempt } from '$lib/ui/trouble/attempt';

const origin = 'sample';

/** The sample people are loaded only when they are wanted. */
export async function bringSample(live: Live): Promise<void> {
	const { samplePeople } = await import('$lib/domain/sample/sample');
	await live.kith.bringIn(samplePeople(live.today, getLocale()), origin, () => {});
}

export const sampleSize = (live: Live): number =>
	live.list.reduce((count, row) => count + (row.origin === origin ? 1 : 0), 0);

export async function removeSample(live: Live): Promise<void> {
	await attempt(live.kith.takeBack(origin).then(() => toastDone(m.today_sample_removed())));
}
