import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderWith, rowWith } from '../../../tests/support/people';
import { addDays, addMonths, daysBetween, isDay } from './days';
import type { Reminder, Repeat } from './reminder';
import { comingReminders, dueReminders, occurrenceOf, occurrencesUntil, remindersAbout } from './reminders';

const nobody = new Map<string, never>();
const monthly: Repeat = { every: 1, unit: 'month', from: 'schedule' };
const on = (fields: Partial<Reminder>, today: string) => occurrenceOf(reminderWith(fields), today)?.on ?? null;

/** The days of a schedule as they come when each is done on its day. */
function kept(fields: Partial<Reminder>, count: number): readonly string[] {
	const days: string[] = [];
	let reminder = reminderWith(fields);
	for (let n = 0; n < count; n++) {
		const day = occurrenceOf(reminder, days.at(-1) ?? reminder.due)?.on ?? '';
		days.push(day);
		reminder = { ...reminder, doneFor: day, doneOn: day };
	}
	return days;
}

describe('a reminder for once', () => {
	it('is open until it is done, however late', () => {
		expect(on({ due: '2026-01-31' }, '2025-06-01')).toBe('2026-01-31');
		expect(on({ due: '2026-01-31' }, '2026-06-01')).toBe('2026-01-31');
		expect(on({ due: '2026-01-31', doneFor: '2026-01-31', doneOn: '2026-06-01' }, '2026-06-01')).toBeNull();
	});

	it('is open again when it is given a later day, and gone in the trash or without a day', () => {
		expect(on({ due: '2026-03-01', doneFor: '2026-01-31', doneOn: '2026-02-01' }, '2026-02-02')).toBe('2026-03-01');
		expect(on({ deletedAt: 1 }, '2026-01-31')).toBeNull();
		expect(on({ due: '2026-02-30' }, '2026-01-31')).toBeNull();
	});
});

describe('a reminder on a schedule', () => {
	it('keeps the day it began with through shorter months', () => {
		expect(kept({ due: '2026-01-31', repeat: monthly }, 4)).toEqual([
			'2026-01-31',
			'2026-02-28',
			'2026-03-31',
			'2026-04-30'
		]);
	});

	it('begun on 29 February comes on the 28th, and on the 29th when there is one', () => {
		expect(kept({ due: '2024-02-29', repeat: { every: 2, unit: 'year', from: 'schedule' } }, 3)).toEqual([
			'2024-02-29',
			'2026-02-28',
			'2028-02-29'
		]);
	});

	it('comes every n days and weeks', () => {
		expect(kept({ due: '2026-02-26', repeat: { every: 3, unit: 'day', from: 'schedule' } }, 3)).toEqual([
			'2026-02-26',
			'2026-03-01',
			'2026-03-04'
		]);
		expect(kept({ due: '2026-12-25', repeat: { every: 2, unit: 'week', from: 'schedule' } }, 2)).toEqual([
			'2026-12-25',
			'2027-01-08'
		]);
	});

	it('when several were missed, is one thing to do: the latest', () => {
		expect(on({ due: '2026-01-31', repeat: monthly }, '2026-05-15')).toBe('2026-04-30');
		expect(on({ due: '2026-01-31', repeat: monthly, doneFor: '2026-04-30', doneOn: '2026-05-15' }, '2026-05-15')).toBe(
			'2026-05-31'
		);
	});

	it('done ahead of its day is not asked for again', () => {
		expect(on({ due: '2026-01-31', repeat: monthly, doneFor: '2026-03-31', doneOn: '2026-02-15' }, '2026-02-15')).toBe(
			'2026-04-30'
		);
	});

	it('holds for any start and step: open days are planned days, after what was done, none beyond the next', () => {
		const start = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
		const repeat = fc.record({
			every: fc.integer({ min: 1, max: 40 }),
			unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
			from: fc.constant('schedule' as const)
		});
		fc.assert(
			fc.property(start, repeat, fc.nat(5000), fc.nat(30), (due, step, later, doneCount) => {
				const planned = (n: number) =>
					step.unit === 'day' || step.unit === 'week'
						? addDays(due, n * step.every * (step.unit === 'week' ? 7 : 1))
						: addMonths(due, n * step.every * (step.unit === 'year' ? 12 : 1));
				const today = addDays(due, later);
				const doneFor = doneCount ? planned(doneCount - 1) : '';
				const open = on({ due, repeat: step, doneFor, doneOn: doneFor }, today) ?? '';
				const days = Array.from({ length: 5100 }, (_, n) => planned(n));
				const n = days.indexOf(open);
				expect(n).toBeGreaterThanOrEqual(doneCount);
				if (n > doneCount) expect(open <= today && (days[n + 1] ?? '~') > today).toBe(true);
				else expect((days[n + 1] ?? '~') > today).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('a reminder counted from completion', () => {
	const repeat: Repeat = { every: 3, unit: 'week', from: 'completion' };

	it('waits until it is done, then counts from that day', () => {
		expect(on({ due: '2026-01-31', repeat }, '2026-05-15')).toBe('2026-01-31');
		expect(on({ due: '2026-01-31', repeat, doneFor: '2026-01-31', doneOn: '2026-05-15' }, '2026-05-15')).toBe(
			'2026-06-05'
		);
	});

	it('is planned for the future exactly one step after any day it was done', () => {
		fc.assert(
			fc.property(fc.nat(4000), fc.integer({ min: 1, max: 30 }), (late, every) => {
				const doneOn = addDays('2026-01-31', late);
				const step: Repeat = { every, unit: 'day', from: 'completion' };
				const next = on({ due: '2026-01-31', repeat: step, doneFor: '2026-01-31', doneOn }, doneOn) ?? '';
				expect(isDay(next)).toBe(true);
				expect(daysBetween(doneOn, next)).toBe(every);
			})
		);
	});
});

describe('when it is shown', () => {
	it('is ahead by the lead time', () => {
		const reminder = reminderWith({ due: '2026-03-02', leadDays: 7 });
		expect(occurrenceOf(reminder, '2026-02-01')).toEqual({
			on: '2026-03-02',
			remindFrom: '2026-02-23',
			snoozed: false
		});
		expect(dueReminders([reminder], nobody, '2026-02-22')).toEqual([]);
		expect(dueReminders([reminder], nobody, '2026-02-23')).toMatchObject([{ on: '2026-03-02', inDays: 7 }]);
	});

	it('waits for a snooze, which ends with the occurrence it was for', () => {
		const snoozed = reminderWith({ due: '2026-01-31', repeat: monthly, snoozedUntil: '2026-02-03' });
		expect(dueReminders([snoozed], nobody, '2026-02-02')).toEqual([]);
		expect(dueReminders([snoozed], nobody, '2026-02-03')).toMatchObject([
			{ on: '2026-01-31', inDays: -3, snoozed: true }
		]);
		const done = { ...snoozed, doneFor: '2026-01-31', doneOn: '2026-02-03' };
		expect(occurrenceOf(done, '2026-02-03')).toEqual({ on: '2026-02-28', remindFrom: '2026-02-28', snoozed: false });
	});

	it('lists the oldest first, and the day’s own before its appointed times', () => {
		const reminders = [
			reminderWith({ id: 'c', due: '2026-02-01', time: '09:00' }),
			reminderWith({ id: 'b', due: '2026-02-01' }),
			reminderWith({ id: 'a', due: '2026-01-30', time: '18:00' }),
			reminderWith({ id: 'd', due: '2026-02-02' })
		];
		expect(dueReminders(reminders, nobody, '2026-02-01').map(({ reminder }) => reminder.id)).toEqual(['a', 'b', 'c']);
	});

	it('is known ahead for a schedule, and not beyond the next for one counted from completion', () => {
		const days = (reminder: Reminder) => occurrencesUntil(reminder, '2026-02-10', '2026-05-01').map((open) => open.on);
		expect(days(reminderWith({ repeat: monthly }))).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
		expect(days(reminderWith({ repeat: { ...monthly, from: 'completion' } }))).toEqual(['2026-01-31']);
		expect(days(reminderWith({ due: '2026-06-01' }))).toEqual([]);
		expect(days(reminderWith({ due: '2026-05-05', leadDays: 10 }))).toEqual(['2026-05-05']);
	});
});

describe('reminders about someone', () => {
	const today = '2026-02-01';
	const people = new Map(
		[
			rowWith({ id: 'ana' }),
			rowWith({ id: 'archived', archived: true }),
			rowWith({ id: 'deceased', deceased: true }),
			rowWith({ id: 'paused', paused: true })
		].map((row) => [row.id, row])
	);
	const about = ['', 'ana', 'archived', 'deceased', 'paused', 'in-the-trash'];
	const all = (due: string) => about.map((contactId) => reminderWith({ id: `of ${contactId}`, contactId, due }));
	const heeded = ['of ', 'of ana', 'of archived', 'of paused'];

	it('who died or is in the trash are neither due nor coming; those about someone archived still are', () => {
		expect(dueReminders(all('2026-02-01'), people, today).map(({ reminder }) => reminder.id)).toEqual(heeded);
		expect(comingReminders(all('2026-02-02'), people, today).map(({ reminder }) => reminder.id)).toEqual(heeded);
	});

	it('are all listed on their page until they are done', () => {
		const reminders = [
			reminderWith({ id: 'coming', contactId: 'deceased', due: '2026-03-01' }),
			reminderWith({ id: 'due', contactId: 'deceased', due: '2026-01-01' }),
			reminderWith({ id: 'done', contactId: 'deceased', due: '2026-01-01', doneFor: '2026-01-01' }),
			reminderWith({ id: 'other', contactId: 'ana', due: '2026-01-01' })
		];
		const found = remindersAbout('deceased', reminders, today);
		expect(found.map(({ reminder, inDays }) => [reminder.id, inDays])).toEqual([
			['due', -31],
			['coming', 28]
		]);
	});
});

it('coming reminders are in the order they come up in, put off or ahead of their day', () => {
	const reminders = [
		reminderWith({ id: 'plain', due: '2026-02-10' }),
		reminderWith({ id: 'ahead', due: '2026-02-20', leadDays: 15 }),
		reminderWith({ id: 'put off', due: '2026-01-01', snoozedUntil: '2026-02-07' }),
		reminderWith({ id: 'due', due: '2026-02-01' })
	];
	const coming = comingReminders(reminders, nobody, '2026-02-01');
	expect(coming.map(({ reminder, remindFrom }) => `${reminder.id} ${remindFrom}`)).toEqual([
		'ahead 2026-02-05',
		'put off 2026-02-07',
		'plain 2026-02-10'
	]);
});
