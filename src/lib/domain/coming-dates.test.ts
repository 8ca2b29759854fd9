import { describe, expect, it } from 'vitest';
import { rowWith } from '../../../tests/support/people';
import { comingDates, datesBetween, soonestDate } from './coming-dates';
import { addDays } from './days';
import { defaultSettings } from './settings';

const settings = { ...defaultSettings, me: 'me' };
const today = '2026-12-24';

describe('coming dates', () => {
	it('are birthdays and important dates of the next two weeks, today and the last day included', () => {
		const rows = [
			rowWith({ id: 'ana', name: 'Ana', birthday: '1986-12-24' }),
			rowWith({ id: 'bea', name: 'Bea', birthday: '--01-07', dates: [{ label: 'anniversary', date: '2020-12-31' }] }),
			rowWith({ id: 'cem', name: 'Cem', birthday: '1990-01-08' }),
			rowWith({ id: 'dai', name: 'Dai', birthday: '1990-12-23' }),
			rowWith({ id: 'eve', name: 'Eve', birthday: '~1990' })
		];
		expect(comingDates(rows, settings, today)).toEqual([
			{ contactId: 'ana', name: 'Ana', label: 'birthday', on: '2026-12-24', inDays: 0, turns: 40 },
			{ contactId: 'bea', name: 'Bea', label: 'anniversary', on: '2026-12-31', inDays: 7, turns: 6 },
			{ contactId: 'bea', name: 'Bea', label: 'birthday', on: '2027-01-07', inDays: 14, turns: null }
		]);
		expect(soonestDate(settings, today, 14)(rows[1] ?? rowWith())?.label).toBe('anniversary');
		expect(soonestDate(settings, today, 6)(rows[1] ?? rowWith())).toBeNull();
	});

	it('leave out the dead, the archived and oneself', () => {
		const birthday = '1986-12-24';
		const rows = [
			rowWith({ birthday, id: 'me' }),
			rowWith({ birthday, deceased: true }),
			rowWith({ birthday, archived: true })
		];
		expect(comingDates(rows, settings, today)).toEqual([]);
	});

	it('put the closest people first on one day', () => {
		const birthday = '1986-12-25';
		const rows = ['', 'outer', 'inner'].map((circle) => rowWith({ id: `in-${circle}`, circle, birthday }));
		expect(comingDates(rows, settings, today).map(({ contactId }) => contactId)).toEqual([
			'in-inner',
			'in-outer',
			'in-'
		]);
	});

	it('celebrate 29 February when the owner says', () => {
		const rows = [rowWith({ birthday: '2000-02-29' })];
		const on = (leapDay: '02-28' | '03-01', from: string) =>
			comingDates(rows, { ...settings, leapDay }, from).map((date) => [date.on, date.turns]);
		expect(on('02-28', '2026-02-20')).toEqual([['2026-02-28', 26]]);
		expect(on('03-01', '2026-02-20')).toEqual([['2026-03-01', 26]]);
		expect(on('03-01', '2028-02-20')).toEqual([['2028-02-29', 28]]);
	});

	it('tell a wedding still to come without counting its years', () => {
		const rows = [rowWith({ dates: [{ label: 'wedding', date: '2026-12-30' }] })];
		expect(comingDates(rows, settings, today)).toMatchObject([{ on: '2026-12-30', turns: null }]);
		expect(comingDates(rows, settings, '2025-12-24')).toEqual([]);
	});

	it('survive a date that no calendar has', () => {
		const rows = [rowWith({ birthday: '2026-99-99', dates: [{ label: 'x', date: 'some time' }] })];
		expect(comingDates(rows, settings, today, 400)).toEqual([]);
	});
});

describe('dates while one was away', () => {
	it('are those after the last visit, up to today, each year of a long absence', () => {
		const rows = [
			rowWith({ id: 'ana', name: 'Ana', birthday: '1986-12-20' }),
			rowWith({ id: 'bea', name: 'Bea', birthday: '1986-12-21' })
		];
		expect(datesBetween(rows, settings, '2026-12-20', today)).toMatchObject([{ name: 'Bea', inDays: -3, turns: 40 }]);
		expect(datesBetween(rows, settings, '2025-12-20', today).map(({ on }) => on)).toEqual([
			'2025-12-21',
			'2026-12-20',
			'2026-12-21'
		]);
	});

	it('asked for week by week are those of the whole time, each once', () => {
		const rows = Array.from({ length: 400 }, (_, n) => rowWith({ id: `p${n}`, birthday: addDays('1996-01-01', n) }));
		for (const leapDay of ['02-28', '03-01'] as const)
			for (const start of ['2026-12-20', '2027-02-20', '2027-12-31']) {
				const found = (after: number, until: number) =>
					datesBetween(rows, { ...settings, leapDay }, addDays(start, after), addDays(start, until)).map(
						({ on }) => on
					);
				const weeks = Array.from({ length: 60 }, (_, n) => found(n * 7, n * 7 + 7)).flat();
				expect(weeks).toEqual(found(0, 420));
			}
	});
});
