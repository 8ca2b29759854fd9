import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt } from '$lib/ui/trouble/attempt';

const origin = 'sample';

/** The sample people are loaded only when they are wanted. */
export async function bringSample(live: Live): Promise<void> {
	const { samplePeople } = await import('$lib/domain/sample/sample');
	await live.kith.bringIn(samplePeople(live.today, getLocale()), origin, () => {});
}

export const sampleSize = (live: Live): number =>
	live.list.reduce((count, row) => count + (row.origin === origin ? 1 : 0), 0);

export async function removeSample({ kith }: Live): Promise<void> {
	const taken = await attempt(kith.takeBack(origin));
	if (!taken) return;
	const undo = () =>
		attempt(
			Promise.all([
				kith.restore('contact', taken.contact),
				kith.restore('interaction', taken.interaction),
				kith.restore('reminder', taken.reminder)
			])
		);
	void toastUndo(m.today_sample_removed(), () => void undo());
}
