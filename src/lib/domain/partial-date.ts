/** Birthdays and other dates of which one may know only a part. The forms are listed at `PartialDate`. */
import type { Day, PartialDate } from './date';
import { daysInMonth, formatDay, isDay, isLeapYear, monthOf, yearOf } from './days';

/** When 29 February is celebrated in other years. */
export type LeapDay = '02-28' | '03-01';

export interface PartialParts {
	readonly year?: number;
	readonly month?: number;
	readonly day?: number;
	/** The year is a guess, as when only an age was given. */
	readonly about: boolean;
}

const shape = /^(?:(~?)(\d{4})|(\d{4})-(\d{2})(?:-(\d{2}))?|--(\d{2})-(\d{2}))$/;
/** As files write them: ISO 8601 basic and extended, vCard's truncated forms, a time or zone behind, single digits. */
const written =
	/^(?:(~?)(\d{4})|(\d{4})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|--?(\d{2})-?(\d{2}))(?:[T ].*|Z)?$/i;
/** Years that mean "unknown": Apple writes 1604, others 0 or 1. */
const noYears: readonly number[] = [0, 1, 1604];

const pad = (value: number) => String(value).padStart(2, '0');

/** Any year will do for a day without one, so 29 February is one. */
const isMonthDay = (year: number, month: number, day: number) =>
	month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Reads a date as a file or a form gives it; empty when it is none, or no day of the calendar. */
export function parsePartialDate(text: string): PartialDate | '' {
	const found = written.exec(text.trim());
	if (!found) return '';
	const year = Number(found[2] ?? found[3] ?? found[5] ?? found[8] ?? 0);
	const month = Number(found[4] ?? found[6] ?? found[9] ?? found[11] ?? 0);
	const day = Number(found[7] ?? found[10] ?? found[12] ?? 0);
	if (!noYears.includes(year)) {
		const yearText = String(year).padStart(4, '0');
		if (!month) return found[2] ? found[1] + yearText : '';
		if (!day) return found[4] && month <= 12 ? `${yearText}-${pad(month)}` : '';
		return isMonthDay(year, month, day) ? formatDay(year, month, day) : '';
	}
	return isMonthDay(2000, month, day) ? `--${pad(month)}-${pad(day)}` : '';
}

export const isPartialDate = (text: string) => shape.test(text) && parsePartialDate(text) === text;

/** What is known of it; nothing for a text that is no partial date (a document may hold any text). */
export function partsOf(partial: PartialDate): PartialParts {
	const found = shape.exec(partial);
	if (!found) return { about: false };
	const year = found[2] ?? found[3];
	const month = found[4] ?? found[6];
	const day = found[5] ?? found[7];
	return {
		...(year === undefined ? {} : { year: Number(year) }),
		...(month === undefined ? {} : { month: Number(month) }),
		...(day === undefined ? {} : { day: Number(day) }),
		about: found[1] === '~'
	};
}

/** Where in the year it falls, `MM-DD`; empty when the month or day is unknown. */
export function monthDayOf(partial: PartialDate): string {
	if (partial.length === 10) return isDay(partial) ? partial.slice(5) : '';
	return partial.length === 7 && partial[0] === '-' && isDay(`2000${partial.slice(1)}`) ? partial.slice(2) : '';
}

const dayIn = (year: number, monthDay: string, leapDay: LeapDay): Day =>
	`${String(year).padStart(4, '0')}-${monthDay === '02-29' && !isLeapYear(year) ? leapDay : monthDay}`;

/**
 * The first day from `from` on when it is celebrated; empty when the month or day is unknown. A date still to come
 * (a wedding next year) is not celebrated before it.
 */
export function nextOccurrence(partial: PartialDate, from: Day, leapDay: LeapDay): Day | '' {
	const monthDay = monthDayOf(partial);
	if (!monthDay) return '';
	const year = partial[0] === '-' ? yearOf(from) : Math.max(yearOf(from), yearOf(partial));
	const on = dayIn(year, monthDay, leapDay);
	if (on >= from) return on;
	return year < 9999 ? dayIn(year + 1, monthDay, leapDay) : '';
}

/** Whole years come full by `day`; the difference of the years when only a year is known; null when none is, or before it. */
export function yearsOn(partial: PartialDate, day: Day, leapDay: LeapDay = '02-28'): number | null {
	const { year, month } = partsOf(partial);
	if (year === undefined) return null;
	const years = yearOf(day) - year;
	const monthDay = monthDayOf(partial);
	const passed = monthDay ? dayIn(yearOf(day), monthDay, leapDay) <= day : month === undefined || monthOf(day) >= month;
	const full = passed ? years : years - 1;
	return full < 0 ? null : full;
}
