import { datesBetween, type ComingDate } from '$lib/domain/coming-dates';
import type { ContactId } from '$lib/domain/contact';
import type { Day } from '$lib/domain/date';
import { addDays } from '$lib/domain/days';
import type { Reminder } from '$lib/domain/reminder';
import { dueReminders, type DueReminder } from '$lib/domain/reminders';
import type { Row } from '$lib/domain/row';
import type { Settings } from '$lib/domain/settings';

export interface Missed {
	/** Oldest first; `inDays` counts from yesterday. */
	readonly dates: readonly ComingDate[];
	readonly reminders: readonly DueReminder[];
}

/** Longer ago than this nothing is told one by one: someone back after a year wants to begin, not to read. */
const tellDays = 30;

/** What fell on the days after `seenUntil` and before today. Nothing before the first opening. */
export function missedSince(
	seenUntil: Day,
	rows: ReadonlyMap<ContactId, Row>,
	reminders: Iterable<Reminder>,
	settings: Settings,
	today: Day
): Missed {
	const yesterday = addDays(today, -1);
	if (!seenUntil || seenUntil >= yesterday) return { dates: [], reminders: [] };
	const earliest = addDays(today, -tellDays);
	return {
		dates: datesBetween(rows.values(), settings, seenUntil > earliest ? seenUntil : earliest, yesterday),
		reminders: dueReminders(reminders, rows, today).filter(({ on, remindFrom }) => on < today && remindFrom > seenUntil)
	};
}
