import { describe, expect, it } from 'vitest';
import { reminderWith, rowWith } from '../../../tests/support/people';
import { afterDone, afterLater, alarmsFrom, dueAlarms, isQuiet, todayCount, type AlarmData } from './alarms';
import type { Reminder, Repeat } from './reminder';
import type { Row } from './row';
import { defaultSettings } from './settings';

const today = '2026-02-10';
const daily: Repeat = { every: 1, unit: 'day', from: 'schedule' };
const ana = rowWith({ id: 'ana', name: 'Ana', birthday: '1985-02-11' });
const none: ReadonlySet<string> = new Set();

const tableOf = (rows: readonly Row[], reminders: readonly Reminder[], day = today, horizon = 14, datesAhead = 0) =>
	alarmsFrom(new Map(rows.map((row) => [row.id, row])), reminders, { ...defaultSettings, datesAhead }, day, horizon);
const ids = (alarms: readonly AlarmData[]) => alarms.map(({ id }) => id);
const ringing = (table: readonly AlarmData[], day: string, time: string, shown = none) =>
	ids(dueAlarms(table, { day, time }, { from: '22:00', to: '08:00' }, shown));

describe('the table of alarms', () => {
	it('holds reminders with their lead time, and birthdays, in the order of ringing', () => {
		const reminders = [
			reminderWith({ id: 'gift', title: 'A gift', contactId: 'ana', due: '2026-02-20', leadDays: 8, time: '18:00' }),
			reminderWith({ id: 'late', due: '2026-01-31' }),
			reminderWith({ id: 'far', due: '2026-04-01' })
		];
		expect(tableOf([ana], reminders)).toEqual([
			{ ...reminderAlarm('late', '2026-01-31', '2026-01-31'), title: 'Water the plants' },
			{
				kind: 'date',
				id: 'date:ana:birthday@2026-02-11',
				on: '2026-02-11',
				time: '',
				contactId: 'ana',
				name: 'Ana',
				date: '2026-02-11',
				label: 'birthday',
				turns: 41
			},
			{
				...reminderAlarm('gift', '2026-02-12', '2026-02-20'),
				title: 'A gift',
				time: '18:00',
				contactId: 'ana',
				name: 'Ana'
			}
		]);
	});

	it('holds nothing about who died or is in the trash; of who is archived only what was set by hand', () => {
		const people = [
			rowWith({ id: 'archived', archived: true, birthday: '1985-02-11' }),
			rowWith({ id: 'deceased', deceased: true, birthday: '1985-02-11', dates: [{ label: 'met', date: '2010-02-12' }] })
		];
		const reminders = ['archived', 'deceased', 'trashed'].map((contactId) =>
			reminderWith({ id: contactId, contactId, due: '2026-02-12' })
		);
		expect(ids(tableOf(people, reminders))).toEqual(['reminder:archived@2026-02-12']);
	});

	it('holds dates ahead of their day too when the owner wants to know before, each by itself', () => {
		const tom = rowWith({ id: 'tom', name: 'Tom', dates: [{ label: 'anniversary', date: '2019-02-26' }] });
		const eva = rowWith({ id: 'eva', name: 'Eva', birthday: '--02-27' });
		const table = tableOf([ana, tom, eva], [], today, 14, 3);
		expect(table.map(({ id, on }) => `${id} ${on}`)).toEqual([
			'date:ana:birthday@2026-02-11-3 2026-02-08',
			'date:ana:birthday@2026-02-11 2026-02-11',
			'date:tom:anniversary@2026-02-26-3 2026-02-23',
			'date:eva:birthday@2026-02-27-3 2026-02-24'
		]);
		expect(ringing(table, '2026-02-23', '09:00')).toEqual(['date:tom:anniversary@2026-02-26-3']);
		expect(todayCount(table, '2026-02-23')).toBe(0);
	});

	it('gives an occasion the same id when it is made anew', () => {
		const reminders = [reminderWith({ due: '2026-02-20' })];
		expect(ids(tableOf([ana], reminders, '2026-02-11'))).toEqual(ids(tableOf([ana], reminders)));
	});

	it('holds what comes later of a schedule', () => {
		expect(tableOf([], [reminderWith({ due: '2026-02-09', repeat: daily })], today, 2).map(({ on }) => on)).toEqual([
			'2026-02-10',
			'2026-02-11',
			'2026-02-12'
		]);
	});
});

function reminderAlarm(reminderId: string, on: string, occurrence: string): AlarmData {
	return {
		kind: 'reminder',
		id: `reminder:${reminderId}@${occurrence}`,
		on,
		time: '',
		contactId: '',
		name: '',
		reminderId,
		title: '',
		occurrence
	};
}

describe('what rings', () => {
	const table = tableOf([ana], [reminderWith({ id: 'call', due: '2026-02-10', time: '09:30' })]);

	it('is what has come, once each', () => {
		expect(ringing(table, today, '09:29')).toEqual([]);
		expect(ringing(table, today, '09:30')).toEqual(['reminder:call@2026-02-10']);
		expect(ringing(table, today, '11:00', new Set(['reminder:call@2026-02-10']))).toEqual([]);
		expect(ringing(table, '2026-02-11', '08:00')).toEqual(['reminder:call@2026-02-10', 'date:ana:birthday@2026-02-11']);
	});

	it('waits for the end of quiet hours, before and after midnight', () => {
		expect(ringing(table, today, '23:00')).toEqual([]);
		expect(ringing(table, '2026-02-11', '07:59')).toEqual([]);
		expect(
			['21:59', '22:00', '00:00', '07:59', '08:00'].map((time) => isQuiet(time, { from: '22:00', to: '08:00' }))
		).toEqual([false, true, true, true, false]);
		expect(['11:59', '12:00', '13:59', '14:00'].map((time) => isQuiet(time, { from: '12:00', to: '14:00' }))).toEqual([
			false,
			true,
			true,
			false
		]);
		expect(isQuiet('12:00', { from: '12:00', to: '12:00' })).toBe(false);
		expect(isQuiet('12:00', null)).toBe(false);
	});

	it('after weeks away is each reminder once, and no birthday of last week', () => {
		const reminders = [reminderWith({ id: 'pills', due: '2026-02-01', repeat: daily }), reminderWith({ id: 'once' })];
		const old = tableOf([ana], reminders);
		expect(ringing(old, '2026-02-12', '10:00')).toEqual([
			'reminder:once@2026-01-31',
			'date:ana:birthday@2026-02-11',
			'reminder:pills@2026-02-12'
		]);
		expect(ringing(old, '2026-02-24', '10:00')).toEqual(['reminder:once@2026-01-31', 'reminder:pills@2026-02-24']);
	});
});

describe('done and later, with the app closed', () => {
	const reminders = [reminderWith({ id: 'pills', due: '2026-02-10', repeat: daily }), reminderWith({ id: 'other' })];
	const table = tableOf([ana], reminders, today, 3);
	const pills = table.find((alarm) => alarm.kind === 'reminder' && alarm.reminderId === 'pills');
	if (pills?.kind !== 'reminder') throw new Error('the table has no such reminder');

	it('done takes that occurrence away and leaves the next', () => {
		const rest = ids(afterDone(table, pills));
		expect(rest).not.toContain('reminder:pills@2026-02-10');
		expect(rest).toContain('reminder:pills@2026-02-11');
		expect(rest).toContain('reminder:other@2026-01-31');
	});

	it('later rings again on that day, not before, though its first notice was shown', () => {
		const moved = afterLater(table, pills, '2026-02-12');
		const shown = new Set(ids(table).filter((id) => id.endsWith('@2026-02-10') || id.startsWith('reminder:other')));
		expect(ringing(moved, '2026-02-11', '12:00', shown)).toEqual(['date:ana:birthday@2026-02-11']);
		expect(ringing(moved, '2026-02-12', '12:00', shown).filter((id) => id.startsWith('reminder'))).toHaveLength(1);
	});

	it('later gives the id that the document’s own table will give', () => {
		const once = tableOf([], [reminderWith()])[0];
		if (once?.kind !== 'reminder') throw new Error('the table has no such reminder');
		const fromDocument = tableOf([], [reminderWith({ snoozedUntil: '2026-02-12' })]);
		expect(afterLater([once], once, '2026-02-12')).toEqual(fromDocument);
	});
});

it('the badge counts reminders due and the day’s dates', () => {
	const reminders = [
		reminderWith({ id: 'pills', due: '2026-02-01', repeat: daily }),
		reminderWith({ id: 'late', due: '2026-02-01' }),
		reminderWith({ id: 'evening', due: '2026-02-11', time: '20:00' })
	];
	const table = tableOf([ana], reminders);
	expect(todayCount(table, today)).toBe(2);
	expect(todayCount(table, '2026-02-11')).toBe(4);
	expect(todayCount(table, '2026-02-12')).toBe(3);
	expect(todayCount([], today)).toBe(0);
});
