/** Which occurrence of a reminder is open, and from when it is shown. */
import type { Day } from './date';
import { addDays, addMonths, daysBetween, isDay, monthOf, yearOf } from './days';
import type { Reminder, Repeat } from './reminder';

export interface Occurrence {
	/** The planned day: names the occurrence, so it stays when it is snoozed. */
	readonly on: Day;
	/** Shown and rung from this day: ahead by the lead time, or put off by a snooze. */
	readonly remindFrom: Day;
	readonly snoozed: boolean;
}

export interface DueReminder extends Occurrence {
	readonly reminder: Reminder;
	/** Days from today to `on`; negative when it has passed. */
	readonly inDays: number;
}

const everyOf = ({ every }: Repeat) => Math.max(1, Math.floor(every) || 1);

/** The nth occurrence (0 is `due`). Months count from the first day: 31 January, 28 February, 31 March. */
function nthDay(due: Day, repeat: Repeat, n: number): Day {
	const count = n * everyOf(repeat);
	if (repeat.unit === 'day') return addDays(due, count);
	if (repeat.unit === 'week') return addDays(due, count * 7);
	return addMonths(due, repeat.unit === 'month' ? count : count * 12);
}

/** The last occurrence on or before a day; −1 when the first is later. */
function indexAt(due: Day, repeat: Repeat, day: Day): number {
	if (day < due) return -1;
	const every = everyOf(repeat);
	if (repeat.unit === 'day' || repeat.unit === 'week')
		return Math.floor(daysBetween(due, day) / (repeat.unit === 'week' ? every * 7 : every));
	const months = (yearOf(day) - yearOf(due)) * 12 + monthOf(day) - monthOf(due);
	const n = Math.floor(months / (repeat.unit === 'month' ? every : every * 12));
	return nthDay(due, repeat, n) <= day ? n : n - 1;
}

/**
 * Of a schedule with several missed, the latest stands for all: one thing to do, not a pile. After a completion the
 * next one counts from the planned day or from the day it was done.
 */
function openDay({ due, repeat, doneFor, doneOn }: Reminder, today: Day): Day | null {
	if (!isDay(due)) return null;
	if (!repeat) return doneFor && doneFor >= due ? null : due;
	if (repeat.from === 'completion') return doneFor ? nthDay(doneOn || doneFor, repeat, 1) : due;
	const afterDone = doneFor ? indexAt(due, repeat, doneFor) + 1 : 0;
	return nthDay(due, repeat, Math.max(afterDone, indexAt(due, repeat, today)));
}

function occurrenceOn(reminder: Reminder, on: Day): Occurrence {
	const planned = addDays(on, -Math.max(0, reminder.leadDays));
	const snoozed = reminder.snoozedUntil > planned;
	return { on, remindFrom: snoozed ? reminder.snoozedUntil : planned, snoozed };
}

/** The occurrence to do next, due or still to come; null when it is done or in the trash. */
export function occurrenceOf(reminder: Reminder, today: Day): Occurrence | null {
	if (reminder.deletedAt) return null;
	const on = openDay(reminder, today);
	return on === null ? null : occurrenceOn(reminder, on);
}

/**
 * The open occurrence and, of a schedule, those that follow, to be shown by `until`. One counted from completion
 * has no followers that could be known.
 */
export function occurrencesUntil(reminder: Reminder, today: Day, until: Day): readonly Occurrence[] {
	const open = occurrenceOf(reminder, today);
	if (!open) return [];
	const found = open.remindFrom <= until ? [open] : [];
	const { due, repeat } = reminder;
	if (!repeat || repeat.from === 'completion') return found;
	for (let n = indexAt(due, repeat, open.on) + 1; ; n++) {
		const next = occurrenceOn(reminder, nthDay(due, repeat, n));
		if (next.remindFrom > until || next.on <= open.on) return found;
		if (!next.snoozed) found.push(next);
	}
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Those to show today, the oldest first; on one day, those without a time before those with one. */
export function dueReminders(reminders: Iterable<Reminder>, today: Day): readonly DueReminder[] {
	const due: DueReminder[] = [];
	for (const reminder of reminders) {
		const open = occurrenceOf(reminder, today);
		if (open && open.remindFrom <= today) due.push({ reminder, ...open, inDays: daysBetween(today, open.on) });
	}
	return due.sort(
		(a, b) =>
			text(a.on, b.on) ||
			text(a.reminder.time, b.reminder.time) ||
			text(a.reminder.title, b.reminder.title) ||
			text(a.reminder.id, b.reminder.id)
	);
}
