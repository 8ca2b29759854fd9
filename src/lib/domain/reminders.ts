/** Which occurrence of a reminder is open, and from when it is shown. */
import type { ContactId } from './contact';
import type { Day } from './date';
import { addDays, addMonths, daysBetween, isDay, monthOf, yearOf } from './days';
import type { Reminder, Repeat } from './reminder';
import type { Row } from './row';

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

/** What is known of those whom reminders are about; whoever is in the trash is not among them. */
type People = ReadonlyMap<ContactId, Pick<Row, 'deceased'>>;

/**
 * Nothing nags about someone who died or is in the trash. About someone archived it does: the owner asked for this one
 * by hand, and only what comes by itself rests.
 */
export const isHeeded = ({ contactId }: Reminder, people: People): boolean =>
	!contactId || people.get(contactId)?.deceased === false;

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: DueReminder, b: DueReminder) =>
	text(a.on, b.on) ||
	text(a.reminder.time, b.reminder.time) ||
	text(a.reminder.title, b.reminder.title) ||
	text(a.reminder.id, b.reminder.id);

function openReminders(reminders: Iterable<Reminder>, today: Day): readonly DueReminder[] {
	const found: DueReminder[] = [];
	for (const reminder of reminders) {
		const open = occurrenceOf(reminder, today);
		if (open) found.push({ reminder, ...open, inDays: daysBetween(today, open.on) });
	}
	return found.sort(inOrder);
}

const heeded = (reminders: Iterable<Reminder>, people: People) =>
	[...reminders].filter((reminder) => isHeeded(reminder, people));

/** Those to show today, the oldest first; on one day, those without a time before those with one. */
export const dueReminders = (reminders: Iterable<Reminder>, people: People, today: Day): readonly DueReminder[] =>
	openReminders(heeded(reminders, people), today).filter(({ remindFrom }) => remindFrom <= today);

/** Those that come up on a later day, the soonest first. */
export const comingReminders = (reminders: Iterable<Reminder>, people: People, today: Day): readonly DueReminder[] =>
	openReminders(heeded(reminders, people), today)
		.filter(({ remindFrom }) => remindFrom > today)
		.sort((a, b) => text(a.remindFrom, b.remindFrom));

/** All about one person that are not done, due or still to come; also of someone whom nothing nags about. */
export const remindersAbout = (id: ContactId, reminders: Iterable<Reminder>, today: Day): readonly DueReminder[] =>
	openReminders(
		[...reminders].filter(({ contactId }) => contactId === id),
		today
	);
