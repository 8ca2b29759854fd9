import type { Day } from '$lib/domain/date';
import { daysBetween } from '$lib/domain/days';
import { formatWeekday, languageTag } from './dates';

/**
 * A day soon to come, for a message that selects on `when`: `today` and `tomorrow` need no `day`, one within the
 * week is its weekday's name, and `later` is the date in full ("Friday 12 April").
 */
export interface NearDay {
	readonly when: 'today' | 'tomorrow' | 'week' | 'later';
	readonly day: string;
}

export function nearDay(day: Day, today: Day): NearDay {
	const days = daysBetween(today, day);
	if (days === 0) return { when: 'today', day: '' };
	if (days === 1) return { when: 'tomorrow', day: '' };
	if (days < 1 || days > 6) return { when: 'later', day: formatWeekday(day, today) };
	const weekday = new Intl.DateTimeFormat(languageTag(), { weekday: 'long', timeZone: 'UTC' });
	return { when: 'week', day: weekday.format(Date.parse(`${day}T12:00:00Z`)) };
}
