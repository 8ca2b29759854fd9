import type { Day } from '$lib/domain/date';
import type { Repeat } from '$lib/domain/reminder';
import type { DueReminder } from '$lib/domain/reminders';
import * as m from '$lib/paraglide/messages';
import { formatRelative } from './dates';
import { nearDay } from './near-days';

/** "Every 2 weeks". */
export const repeatInWords = ({ unit, every }: Repeat): string => m.today_reminder_every_words({ unit, n: every });

/** When it was or is planned; nothing on the day itself. A missed one says when it was, without reproach. */
export function reminderDay({ on, inDays }: Pick<DueReminder, 'on' | 'inDays'>, today: Day): string {
	if (inDays === 0) return '';
	return inDays < 0 ? formatRelative(on, today) : m.today_reminder_for(nearDay(on, today));
}
