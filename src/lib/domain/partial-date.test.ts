import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDay } from './days';
import { isPartialDate, nextOccurrence, parsePartialDate, partsOf, yearsOn } from './partial-date';

const day = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const yearless = day.map((text) => `-${text.slice(4)}`);
const leapDay = fc.constantFrom('02-28' as const, '03-01' as const);

describe('a date read from a file or a form', () => {
	it.each([
		['1985-04-12', '1985-04-12'],
		['19850412', '1985-04-12'],
		['1985-04-12T00:00:00Z', '1985-04-12'],
		['19850412T120000+0200', '1985-04-12'],
		['1985-4-2', '1985-04-02'],
		['1985/04/12', '1985-04-12'],
		[' 1985.04.12 ', '1985-04-12'],
		['--0412', '--04-12'],
		['--04-12', '--04-12'],
		['-04-12', '--04-12'],
		['--0229', '--02-29'],
		['1604-04-12', '--04-12'],
		['16040412', '--04-12'],
		['0000-04-12', '--04-12'],
		['1985-04', '1985-04'],
		['1985', '1985'],
		['~1985', '~1985']
	])('%s is kept as %s', (text, kept) => {
		expect(parsePartialDate(text)).toBe(kept);
		expect(isPartialDate(kept)).toBe(true);
	});

	it.each([
		'',
		'soon',
		'1985-02-30',
		'2023-02-29',
		'--0230',
		'1985-13',
		'1985-00-10',
		'12/04/1985',
		'---12',
		'1604',
		'~',
		'985'
	])('%j is no date', (text) => {
		expect(parsePartialDate(text)).toBe('');
	});

	it('never throws and gives only partial dates or nothing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-~0-9/.T: ]{0,12}$/)), (text) => {
				const read = parsePartialDate(text);
				expect(read === '' || isPartialDate(read)).toBe(true);
			})
		);
	});
});

describe('what is known of a date', () => {
	it('is told part by part', () => {
		expect(partsOf('1985-04-12')).toEqual({ year: 1985, month: 4, day: 12, about: false });
		expect(partsOf('--04-12')).toEqual({ month: 4, day: 12, about: false });
		expect(partsOf('1985-04')).toEqual({ year: 1985, month: 4, about: false });
		expect(partsOf('~1985')).toEqual({ year: 1985, about: true });
		expect(partsOf('nonsense')).toEqual({ about: false });
	});
});

describe('the next time a date is celebrated', () => {
	it('is today on the day itself, else within a year', () => {
		expect(nextOccurrence('1985-04-12', '2026-04-12', '02-28')).toBe('2026-04-12');
		expect(nextOccurrence('--04-12', '2026-04-13', '02-28')).toBe('2027-04-12');
	});

	it('follows the owner’s rule for 29 February', () => {
		expect(nextOccurrence('1996-02-29', '2026-01-01', '02-28')).toBe('2026-02-28');
		expect(nextOccurrence('--02-29', '2026-01-01', '03-01')).toBe('2026-03-01');
		expect(nextOccurrence('1996-02-29', '2028-01-01', '03-01')).toBe('2028-02-29');
		expect(nextOccurrence('1996-02-29', '2027-03-01', '02-28')).toBe('2028-02-29');
	});

	it('is not before a date that is still to come', () => {
		expect(nextOccurrence('2028-06-01', '2026-01-01', '02-28')).toBe('2028-06-01');
	});

	it('is unknown without month and day, or for a text that is no date', () => {
		expect(
			['1985', '~1985', '1985-04', '', 'some-thing', '2026-99-99', '--99-99']
				.map((text) => nextOccurrence(text, '2026-01-01', '02-28'))
				.join('')
		).toBe('');
	});

	it('lies from today on, within a year, and none is skipped', () => {
		fc.assert(
			fc.property(fc.oneof(day, yearless), day, leapDay, (partial, today, rule) => {
				const on = nextOccurrence(partial, today, rule);
				expect(isDay(on)).toBe(true);
				expect(on >= today).toBe(true);
				if (partial <= today) expect(daysBetween(today, on)).toBeLessThanOrEqual(366);
				expect(nextOccurrence(partial, on, rule)).toBe(on);
				if (on > today) expect(nextOccurrence(partial, addDays(on, -1), rule)).toBe(on);
			})
		);
	});
});

describe('years come full', () => {
	it('on the birthday, not the day before', () => {
		expect(yearsOn('1985-04-12', '2026-04-11')).toBe(40);
		expect(yearsOn('1985-04-12', '2026-04-12')).toBe(41);
	});

	it('of someone born on 29 February on the day the owner chose', () => {
		expect(yearsOn('2000-02-29', '2026-02-28', '02-28')).toBe(26);
		expect(yearsOn('2000-02-29', '2026-02-28', '03-01')).toBe(25);
		expect(yearsOn('2000-02-29', '2026-03-01', '03-01')).toBe(26);
	});

	it('roughly when only a year or month is known, and not at all without a year or before it', () => {
		expect(yearsOn('~1985', '2026-01-01')).toBe(41);
		expect(yearsOn('1985-04', '2026-03-31')).toBe(40);
		expect(yearsOn('1985-04', '2026-04-01')).toBe(41);
		expect(yearsOn('--04-12', '2026-04-12')).toBeNull();
		expect(yearsOn('2027-04-12', '2026-04-12')).toBeNull();
	});
});
