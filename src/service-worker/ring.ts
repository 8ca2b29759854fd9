/** Which reminders ring: each alarm of the table once, without the document. */
import { afterDone, afterLater, dueAlarms, todayCount, type AlarmData } from '../lib/domain/alarms';
import type { Instant } from '../lib/domain/date';
import { laterDay } from '../lib/domain/later';
import { localOf } from '../lib/domain/moment';
import type { Alarm, AlarmSettings, Answer, ReminderTable } from '../lib/storage/reminder-table';

/** What of the browser is needed; `zone` is the device's, where the table's local days and times count. */
export interface Bell {
	readonly table: ReminderTable;
	readonly zone: string;
	readonly allowed: boolean;
	show(alarm: Alarm, settings: AlarmSettings): Promise<void>;
	setBadge(count: number): Promise<void>;
}

/** A day may be the birthday of many: the closest ring, and all of them stand on Today. */
const mostDates = 3;

/** Shows what has come and was not shown yet, and brings the badge up to date. */
export async function ring(bell: Bell, now: Instant): Promise<void> {
	const { alarms, settings, shownIds } = await bell.table.readTable();
	if (!settings) return;
	const moment = localOf(now, bell.zone);
	await bell.setBadge(todayCount(alarms, moment.day));
	if (!bell.allowed) return;
	const due = dueAlarms(alarms, moment, settings.quietHours, shownIds).map(({ id }) => id);
	const claimed = await bell.table.markShown(due, now);
	const fresh = alarms.filter(({ id }) => claimed.includes(id));
	const dates = fresh.filter(({ kind }) => kind === 'date').slice(0, mostDates);
	const shown = fresh.filter((alarm) => alarm.kind === 'reminder' || dates.includes(alarm));
	await Promise.all(shown.map((alarm) => bell.show(alarm, settings)));
}

/**
 * Keeps an answer for the document, and lets the table go on as if it had reached it: with the app closed for days,
 * what was put off still rings, and the badge is right.
 */
export async function keepAnswer(bell: Bell, answer: Answer): Promise<void> {
	await bell.table.addAnswer(answer);
	const { alarms } = await bell.table.readTable();
	const { day } = localOf(answer.at, bell.zone);
	const left = alarmsAfter(alarms, answer, laterDay(day));
	const wordsById = new Map(alarms.map((alarm) => [alarm.id, alarm]));
	await bell.table.writeAlarms(left.map((data) => ({ ...(wordsById.get(data.id) ?? answer.alarm), ...data })));
	await bell.setBadge(todayCount(left, day));
}

function alarmsAfter(alarms: readonly Alarm[], { answer, alarm }: Answer, until: string): readonly AlarmData[] {
	if (answer === 'later' && alarm.kind === 'reminder') return afterLater(alarms, alarm, until);
	return afterDone(alarms, alarm);
}
