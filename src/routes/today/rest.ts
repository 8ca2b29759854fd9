import type { Day } from '$lib/domain/date';
import { addDays } from '$lib/domain/days';
import { gapOf } from '$lib/domain/keep-in-touch';
import type { Row } from '$lib/domain/row';
import type { Settings } from '$lib/domain/settings';

const leastDays = 3;
const mostDays = 60;

/** "Not now": a third of the time one likes to leave between talks, at least three days and at most two months. */
export function restUntil(row: Row, settings: Settings, today: Day): Day {
	const idealDays = gapOf(row, settings)?.idealDays ?? 0;
	return addDays(today, Math.min(mostDays, Math.max(leastDays, Math.round(idealDays / 3))));
}
