import type { Day } from '$lib/domain/date';
import { addDays, addMonths } from '$lib/domain/days';
import * as m from '$lib/paraglide/messages';
import type { MenuItem } from '$lib/ui/menu';

/** "Later" means one of these days. */
export const laterItems = (today: Day, put: (until: Day) => void): readonly MenuItem[] => [
	{ label: m.today_later_tomorrow(), onselect: () => put(addDays(today, 1)) },
	{ label: m.today_later_week(), onselect: () => put(addDays(today, 7)) },
	{ label: m.today_later_month(), onselect: () => put(addMonths(today, 1)) }
];
