/**
 * What rings, as a small table: the page writes it, the service worker reads it without loading the document.
 * Words are left to whoever shows it.
 */
import { comingDates, type ComingDate } from './coming-dates';
import type { ContactId } from './contact';
import type { Day } from './date';
import { addDays, daysBetween } from './days';
import type { LocalMoment } from './moment';
import type { Reminder, ReminderId } from './reminder';
import { isHeeded, occurrencesUntil } from './reminders';
import type { Row } from './row';
import type { Settings } from './settings';

interface Alarm {
	/** The same for the same occasion in every table, and another once it is put off: each id rings once. */
	readonly id: string;
	/** Rings from this day on … */
	readonly on: Day;
	/** … and this local time, `HH:MM`; empty for any time that day. */
	readonly time: string;
	readonly contactId: ContactId | '';
	/** The contact's name; empty when it is about nobody. */
	readonly name: string;
}

export interface ReminderAlarm extends Alarm {
	readonly kind: 'reminder';
	readonly reminderId: ReminderId;
	readonly title: string;
	/** The planned day: what *Done* completes. */
	readonly occurrence: Day;
}

export interface DateAlarm extends Alarm {
	readonly kind: 'date';
	/** The day it is celebrated, which it may ring ahead of. */
	readonly date: Day;
	/** `birthday`, or an important date's label. */
	readonly label: string;
	readonly turns: number | null;
}

export type AlarmData = ReminderAlarm | DateAlarm;

/** Local times `HH:MM`; from the evening to the morning may span midnight; equal times mean none. */
export interface QuietHours {
	readonly from: string;
	readonly to: string;
}

function reminderAlarms(reminder: Reminder, name: string, today: Day, until: Day): readonly ReminderAlarm[] {
	const { id, title, time, contactId } = reminder;
	return occurrencesUntil(reminder, today, until).map(({ on, remindFrom, snoozed }) => ({
		kind: 'reminder',
		id: `reminder:${id}@${on}${snoozed ? `+${remindFrom}` : ''}`,
		on: remindFrom,
		time,
		contactId,
		name,
		reminderId: id,
		title,
		occurrence: on
	}));
}

/** On the day, and ahead of it when the owner wants to know before. */
function dateAlarms({ contactId, name, label, on: date, turns }: ComingDate, ahead: number): readonly DateAlarm[] {
	const id = `date:${contactId}:${label}@${date}`;
	const onTheDay: DateAlarm = { kind: 'date', id, on: date, time: '', contactId, name, date, label, turns };
	return ahead ? [{ ...onTheDay, id: `${id}-${ahead}`, on: addDays(date, -ahead) }, onTheDay] : [onTheDay];
}

/** All that rings from now to `horizonDays` ahead, in the order of ringing; on one day reminders first, then the closest people. */
export function alarmsFrom(
	rows: ReadonlyMap<ContactId, Row>,
	reminders: Iterable<Reminder>,
	settings: Settings,
	today: Day,
	horizonDays: number
): readonly AlarmData[] {
	const until = addDays(today, horizonDays);
	const alarms: AlarmData[] = [];
	for (const reminder of reminders)
		if (isHeeded(reminder, rows))
			alarms.push(...reminderAlarms(reminder, rows.get(reminder.contactId)?.name ?? '', today, until));
	const ahead = settings.datesAhead;
	for (const coming of comingDates(rows.values(), settings, today, horizonDays + ahead))
		alarms.push(...dateAlarms(coming, ahead).filter(({ on }) => on <= until));
	return alarms.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

export function isQuiet(time: string, quiet: QuietHours | null): boolean {
	if (!quiet || quiet.from === quiet.to) return false;
	const { from, to } = quiet;
	return from < to ? time >= from && time < to : time >= from || time < to;
}

/** A date that was missed is still worth a word this many days later; a reminder always is. */
const dateGraceDays = 1;

const hasCome = (alarm: AlarmData, now: LocalMoment) =>
	alarm.on < now.day || (alarm.on === now.day && alarm.time <= now.time);

/** Of one reminder only the latest occurrence that has come: a fortnight away is one notification, not fourteen. */
function come(table: readonly AlarmData[], now: LocalMoment): readonly AlarmData[] {
	const latest = new Map<string, AlarmData>();
	for (const alarm of table) {
		if (!hasCome(alarm, now)) continue;
		const key = alarm.kind === 'reminder' ? alarm.reminderId : alarm.id;
		const other = latest.get(key);
		if (!other || other.on <= alarm.on) latest.set(key, alarm);
	}
	return table.filter((alarm) => latest.get(alarm.kind === 'reminder' ? alarm.reminderId : alarm.id) === alarm);
}

/** What to ring now; nothing in quiet hours, when all waits for their end. */
export function dueAlarms(
	table: readonly AlarmData[],
	now: LocalMoment,
	quiet: QuietHours | null,
	shownIds: ReadonlySet<string>
): readonly AlarmData[] {
	if (isQuiet(now.time, quiet)) return [];
	return come(table, now).filter(
		(alarm) => !shownIds.has(alarm.id) && (alarm.kind === 'reminder' || daysBetween(alarm.on, now.day) <= dateGraceDays)
	);
}

/** For the badge: reminders due and dates of that day. */
export const todayCount = (table: readonly AlarmData[], today: Day): number =>
	come(table, { day: today, time: '24:00' }).filter((alarm) => alarm.kind === 'reminder' || alarm.date === today)
		.length;

/** The table once an alarm is dealt with: it goes, and with it the reminder's earlier occurrences. */
export const afterDone = (table: readonly AlarmData[], done: AlarmData): readonly AlarmData[] =>
	table.filter((alarm) =>
		alarm.kind === 'reminder' && done.kind === 'reminder'
			? alarm.reminderId !== done.reminderId || alarm.occurrence > done.occurrence
			: alarm.id !== done.id
	);

/** The table once a reminder is put off to a later day, as the document will say: nothing of it rings before. */
export function afterLater(table: readonly AlarmData[], put: ReminderAlarm, until: Day): readonly AlarmData[] {
	const later: ReminderAlarm = { ...put, id: `reminder:${put.reminderId}@${put.occurrence}+${until}`, on: until };
	const rest = afterDone(table, put).filter(
		(alarm) => alarm.kind !== 'reminder' || alarm.reminderId !== put.reminderId || alarm.on >= until
	);
	return [...rest, later].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
