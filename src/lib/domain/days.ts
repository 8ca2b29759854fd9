/**
 * Arithmetic on calendar days as text. Ten thousand rows are walked at a time, so nothing here makes a `Date`.
 * Results are kept within the years 1 to 9999, where a day's text sorts.
 */
import type { Day, Instant } from './date';

export const firstDay: Day = '0001-01-01';
export const lastDay: Day = '9999-12-31';

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

const digit = (text: string, at: number) => text.charCodeAt(at) - 48;
const two = (text: string, at: number) => digit(text, at) * 10 + digit(text, at + 1);

/** The year that a text such as `2026-11-23` or `2026-11` begins with. */
export const yearOf = (text: string) => two(text, 0) * 100 + two(text, 2);
export const monthOf = (text: string) => two(text, 5);
export const dayOfMonth = (text: string) => two(text, 8);

export const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number) =>
	month === 2 && isLeapYear(year) ? 29 : (monthDays[month - 1] ?? 0);

const pad = (value: number) => (value < 10 ? '0' : '') + value;

/** The parts must be a real day of the years 1 to 9999. */
export const formatDay = (year: number, month: number, day: number): Day =>
	`${year < 1000 ? String(year).padStart(4, '0') : year}-${pad(month)}-${pad(day)}`;

export function isDay(text: string): boolean {
	if (!dayShape.test(text)) return false;
	const month = monthOf(text);
	const day = dayOfMonth(text);
	return yearOf(text) > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

/** Days since 1970-01-01, counted in the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function serialOf(day: Day): number {
	const month = monthOf(day);
	const year = yearOf(day) - (month <= 2 ? 1 : 0);
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(day) - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

const firstSerial = serialOf(firstDay);
const lastSerial = serialOf(lastDay);

export function dayOfSerial(serial: number): Day {
	const shifted = Math.min(Math.max(serial, firstSerial), lastSerial) + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return formatDay(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

export const addDays = (day: Day, count: number): Day => dayOfSerial(serialOf(day) + count);

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: Day, to: Day) => serialOf(to) - serialOf(from);

/** The same day of another month, or that month's last day when it has no such day. */
export function addMonths(day: Day, count: number): Day {
	const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
	const year = Math.floor(months / 12);
	if (year < 1) return firstDay;
	if (year > 9999) return lastDay;
	const month = months - year * 12 + 1;
	return formatDay(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

export const addYears = (day: Day, count: number): Day => addMonths(day, count * 12);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day) => ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;

/** The UTC day of a moment: at most one day from the owner's own, for where that is precise enough. */
export const utcDayOf = (instant: Instant): Day => dayOfSerial(Math.floor(instant / dayMs));
