import type { AlarmData } from '$lib/domain/alarms';
import type { Day } from '$lib/domain/date';
import { dateLabel } from '$lib/i18n/date-labels';
import { formatWeekday } from '$lib/i18n/dates';
import * as m from '$lib/paraglide/messages';
import type { Alarm } from '$lib/storage/reminder-table';

/** An alarm in the owner's words. It may be read days later, so no word depends on the day it is shown. */
export function wordAlarm(data: AlarmData, today: Day): Alarm {
	const path = data.contactId ? `people?person=${encodeURIComponent(data.contactId)}` : '';
	return { ...data, path, ...(data.kind === 'reminder' ? wordReminder(data, today) : wordDate(data, today)) };
}

function wordReminder({ title, name, on, occurrence }: AlarmData & { kind: 'reminder' }, today: Day) {
	if (on === occurrence) return { heading: title, body: name };
	const date = formatWeekday(occurrence, today);
	return { heading: title, body: name ? m.notify_about_on({ name, date }) : m.notify_on({ date }) };
}

function wordDate({ label, name, turns, ...alarm }: AlarmData & { kind: 'date' }, today: Day) {
	const date = formatWeekday(alarm.date, today);
	const isBirthday = label === 'birthday';
	const heading = isBirthday ? m.notify_birthday({ name }) : m.notify_date({ label: dateLabel(label), name });
	if (turns === null) return { heading, body: m.notify_on({ date }) };
	return { heading, body: isBirthday ? m.notify_turns({ turns, date }) : m.notify_years({ turns, date }) };
}
