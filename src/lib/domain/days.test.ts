import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, daysBetween, formatDay, isDay, serialOf, utcDayOf, weekdayOf } from './days';

const anyDay = fc
	.date({ min: new Date('1600-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
	it('are real days of the calendar', () => {
		expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isDay)).toBe(true);
		expect(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '0000-01-01'].some(isDay)).toBe(
			false
		);
	});

	it('count as the platform counts them', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -200_000, max: 200_000 }), (day, count) => {
				const expected = new Date(Date.parse(day) + count * 86_400_000);
				expect(serialOf(day)).toBe(Date.parse(day) / 86_400_000);
				expect(addDays(day, count)).toBe(expected.toISOString().slice(0, 10));
				expect(weekdayOf(day) % 7).toBe(new Date(day).getUTCDay());
			})
		);
	});

	it('lie as many days apart as were added', () => {
		fc.assert(
			fc.property(anyDay, anyDay, (from, to) => {
				expect(addDays(from, daysBetween(from, to))).toBe(to);
				expect(Math.sign(daysBetween(from, to))).toBe(from < to ? 1 : from > to ? -1 : 0);
			})
		);
	});

	it('of a shorter month become its last', () => {
		expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
		expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
		expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
		expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
		expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
		expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
	});

	it('stay days, in the month asked for, whatever is added', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, months) => {
				const moved = addMonths(day, months);
				const before = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
				const after = Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7));
				expect(isDay(moved)).toBe(true);
				expect(after - before).toBe(months);
				expect(moved.slice(8) <= day.slice(8)).toBe(true);
			})
		);
	});

	it('stop at the years that sort as text', () => {
		expect(addDays('9999-12-30', 5)).toBe('9999-12-31');
		expect(addMonths('9999-12-30', 5)).toBe('9999-12-31');
		expect(addYears('0003-05-05', -9)).toBe('0001-01-01');
		expect(formatDay(33, 4, 3)).toBe('0033-04-03');
	});

	it('of a moment are those of UTC', () => {
		expect(utcDayOf(Date.UTC(2026, 10, 23, 23, 59))).toBe('2026-11-23');
		expect(utcDayOf(-1)).toBe('1969-12-31');
	});
});
