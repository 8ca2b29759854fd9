import type { Day } from '$lib/domain/date';
import type { ReminderDraft, Repeat } from '$lib/domain/reminder';
import type { DueReminder, Occurrence } from '$lib/domain/reminders';
import * as m from '$lib/paraglide/messages';
import { formatRelative, formatTime } from './dates';
import { nearDay } from './near-days';

/** "Every 2 weeks". */
export const repeatInWords = ({ unit, every }: Repeat): string => m.today_reminder_every_words({ unit, n: every });

/** When it was or is planned, or until when it was put off; nothing on the day itself. A missed one says when it was, without reproach. */
export function reminderDay(
	{ on, inDays, snoozed, remindFrom }: Pick<DueReminder, 'on' | 'inDays' | 'snoozed' | 'remindFrom'>,
	today: Day
): string {
	if (snoozed && remindFrom > today) return m.today_reminder_for(nearDay(remindFrom, today));
	if (inDays === 0) return '';
	return inDays < 0 ? formatRelative(on, today) : m.today_reminder_for(nearDay(on, today));
}

/** When it shows and rings, once it is saved: "“Call Ana” comes up on Friday at 09:00." */
export function comesUpInWords(
	{ title, time }: Pick<ReminderDraft, 'title' | 'time'>,
	{ remindFrom }: Pick<Occurrence, 'remindFrom'>,
	today: Day
): string {
	const near = nearDay(remindFrom > today ? remindFrom : today, today);
	return time
		? m.today_reminder_saved_at({ title, time: formatTime(time), ...near })
		: m.today_reminder_saved({ title, ...near });
}
