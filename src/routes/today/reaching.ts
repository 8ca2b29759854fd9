import type { Day } from '$lib/domain/date';
import type { Row } from '$lib/domain/row';
import { nearDay } from '$lib/i18n/near-days';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';
import { restUntil } from './rest';

async function snooze({ kith }: Live, row: Row, until: Day, said: string): Promise<void> {
	const before = row.snoozedUntil;
	const set = (snoozedUntil: Day) => kith.editContact(row.id, { texts: { snoozedUntil } });
	if (await wasMade(set(until))) void toastUndo(said, () => void attempt(set(before)));
}

/** Brings someone up again on a day of the owner's choice. */
export const putOff = (live: Live, row: Row, until: Day): Promise<void> =>
	snooze(live, row, until, m.today_later_done({ name: row.shortName, ...nearDay(until, live.today) }));

/** Leaves someone in peace for a while. */
export function setAside(live: Live, row: Row): Promise<void> {
	const until = restUntil(row, live.settings, live.today);
	return snooze(live, row, until, m.today_not_now_done({ name: row.shortName, ...nearDay(until, live.today) }));
}
