import type { ComingDate } from '$lib/domain/coming-dates';
import * as m from '$lib/paraglide/messages';
import { dateLabel } from './date-labels';

/** What is celebrated: "Birthday, turns 40", "Wedding anniversary, 12 years". */
export function comingInWords({ label, turns }: Pick<ComingDate, 'label' | 'turns'>): string {
	if (turns === null) return dateLabel(label);
	return label === 'birthday'
		? m.today_date_birthday_age({ n: turns })
		: m.today_date_years({ label: dateLabel(label), n: turns });
}

/** The same once it has passed: "Birthday, turned 40". */
export const passedInWords = (date: Pick<ComingDate, 'label' | 'turns'>): string =>
	date.label === 'birthday' && date.turns !== null ? m.today_date_birthday_was({ n: date.turns }) : comingInWords(date);
