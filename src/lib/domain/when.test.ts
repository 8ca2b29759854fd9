import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWhen, dayOf, isAbout, isWhen, precisionOf, timeOf } from './when';

const when = fc
	.tuple(
		fc.boolean(),
		fc.integer({ min: 4, max: 16 }),
		fc.date({ min: new Date('2020-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
	)
	.map(([about, length, date]) => {
		const size = length < 7 ? 4 : length < 10 ? 7 : length < 16 ? 10 : 16;
		return (about ? '~' : '') + date.toISOString().slice(0, size);
	});

describe('when something happened', () => {
	it('may be known to the minute, day, month or year, or about', () => {
		const known = ['2026-11-22T19:30', '2026-11-22', '2026-11', '2026', '~2026-11'];
		expect(known.every(isWhen)).toBe(true);
		expect(known.map(precisionOf)).toEqual(['time', 'day', 'month', 'year', 'month']);
		expect(known.map(dayOf)).toEqual(['2026-11-22', '2026-11-22', '2026-11-01', '2026-01-01', '2026-11-01']);
		expect(known.map(timeOf)).toEqual(['19:30', '', '', '', '']);
		expect(known.map(isAbout)).toEqual([false, false, false, false, true]);
	});

	it('is nothing that no calendar has', () => {
		expect(
			['', '2026-13', '2026-02-30', '2026-11-22T24:00', '2026-11-22T19:30:00', '26', '~', '--11-22', '0000'].some(
				isWhen
			)
		).toBe(false);
	});

	it('sorts in one order, which is that of the days', () => {
		fc.assert(
			fc.property(when, when, when, (a, b, c) => {
				expect(isWhen(a)).toBe(true);
				expect(compareWhen(a, b)).toBe(-compareWhen(b, a) + 0);
				if (a !== b) expect(compareWhen(a, b)).not.toBe(0);
				if (compareWhen(a, b) < 0) expect(dayOf(a) <= dayOf(b)).toBe(true);
				if (compareWhen(a, b) <= 0 && compareWhen(b, c) <= 0) expect(compareWhen(a, c)).toBeLessThanOrEqual(0);
			})
		);
	});
});
