/**
 * Dates in words, by `Intl`, in the interface's language. Days are handed to `Intl` as noon UTC and formatted in UTC,
 * so that no time zone moves them.
 */
import type { Day, Instant, PartialDate, When } from '$lib/domain/date';
import { daysBetween } from '$lib/domain/days';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

const cached = new Map<string, Intl.DateTimeFormat>();

/** The owner's own regional form of the interface's language (en-US writes April 12), else a general one. */
export function languageTag(): string {
	const own = globalThis.navigator?.languages?.find((tag) => tag.startsWith(getLocale()));
	return own ?? (getLocale() === 'en' ? 'en-GB' : 'fr-FR');
}

function format(instant: number, options: Intl.DateTimeFormatOptions): string {
	const key = languageTag() + JSON.stringify(options);
	let formatter = cached.get(key);
	if (!formatter)
		cached.set(key, (formatter = new Intl.DateTimeFormat(languageTag(), { timeZone: 'UTC', ...options })));
	return inWords(formatter, instant);
}

/** In French the first of a month is « 1er », which `Intl` does not know. */
function inWords(formatter: Intl.DateTimeFormat, instant: number): string {
	if (getLocale() !== 'fr') return formatter.format(instant);
	const parts = formatter.formatToParts(instant);
	return parts.map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value)).join('');
}

const noon = (day: Day): number => Date.parse(`${day.slice(0, 10)}T12:00:00Z`);

/** "12 April 1985"; the year is left out when it is `today`'s. */
export function formatDay(day: Day, today: Day = ''): string {
	const sameYear = day.slice(0, 4) === today.slice(0, 4);
	return format(noon(day), { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** "Friday 12 April", for headings and near dates. */
export function formatWeekday(day: Day, today: Day = ''): string {
	const sameYear = day.slice(0, 4) === today.slice(0, 4);
	return format(noon(day), {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		...(sameYear ? {} : { year: 'numeric' })
	});
}

/** "Fri 12 Apr", where space is short. */
export const formatShort = (day: Day): string =>
	format(noon(day), { weekday: 'short', day: 'numeric', month: 'short' });

/** "19:30", as the language writes it. */
export const formatTime = (time: string): string =>
	format(Date.parse(`2000-01-01T${time}:00Z`), { hour: 'numeric', minute: '2-digit' });

/** "12 April 1985", "12 April", "April 1985", "1985", "around 1985". Unreadable text is given back as it is. */
export function formatPartialDate(date: PartialDate): string {
	const found = /^(~?)(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
	if (!found) return date;
	const [, about, year, month, day] = found;
	// 2000 is a leap year, so that 29 February without a year is kept.
	const instant = Date.parse(`${year ?? '2000'}-${month ?? '01'}-${day ?? '01'}T12:00:00Z`);
	if (Number.isNaN(instant)) return date;
	const words = format(instant, {
		...(year ? { year: 'numeric' } : {}),
		...(month ? { month: 'long' } : {}),
		...(day ? { day: 'numeric' } : {})
	});
	if (!about) return words;
	return day ? m.date_about_day({ date: words }) : m.date_about({ date: words });
}

/** "today", "yesterday", "3 days ago", "3 weeks ago", "in 4 days", by the largest unit that keeps it true. */
export function formatRelative(day: Day, today: Day): string {
	const days = daysBetween(today, day);
	const { value, unit } = gapParts(Math.abs(days));
	// "last year" would mean the calendar's; "1 year ago" is what is known.
	const numeric = unit === 'day' ? 'auto' : 'always';
	return new Intl.RelativeTimeFormat(languageTag(), { numeric }).format(Math.sign(days) * value, unit);
}

/** When something happened, near days in words: "yesterday, 19:30", "12 April", "around March 2024". */
export function formatWhen(when: When, today: Day): string {
	const about = when.startsWith('~');
	const plain = about ? when.slice(1) : when;
	if (plain.length < 10) return formatPartialDate(when);
	const day = plain.slice(0, 10);
	const near = !about && Math.abs(daysBetween(today, day)) <= 1;
	const words = near ? formatRelative(day, today) : formatDay(day, today);
	const said = about ? m.date_about_day({ date: words }) : words;
	const time = plain.slice(11, 16);
	return time ? m.date_at_time({ day: said, time: formatTime(time) }) : said;
}

/** A day as the heading of a group: "Today", "Yesterday", "Friday 12 April". */
export function formatHeading(when: When, today: Day): string {
	const plain = when.replace(/^~/, '');
	const day = plain.slice(0, 10);
	const words =
		plain.length < 10
			? formatPartialDate(plain)
			: Math.abs(daysBetween(today, day)) <= 1
				? formatRelative(day, today)
				: formatWeekday(day, today);
	return words.charAt(0).toLocaleUpperCase(languageTag()) + words.slice(1);
}

/** A length of time in its largest fitting unit: "3 weeks", "2 months", "1 year". */
export function formatGap(days: number): string {
	const { value, unit } = gapParts(days);
	return new Intl.NumberFormat(languageTag(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** "25 minutes", "1 hour 30 minutes". */
export function formatDuration(minutes: number): string {
	const said = (value: number, unit: 'hour' | 'minute') =>
		new Intl.NumberFormat(languageTag(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const parts = [...(hours ? [said(hours, 'hour')] : []), ...(rest || !hours ? [said(rest, 'minute')] : [])];
	return new Intl.ListFormat(languageTag(), { style: 'narrow', type: 'unit' }).format(parts);
}

/** A moment in the device's own time zone: "12 April 2026, 19:30". */
export function formatInstant(instant: Instant): string {
	return inWords(new Intl.DateTimeFormat(languageTag(), { dateStyle: 'long', timeStyle: 'short' }), instant);
}

/** Days up to two weeks, weeks up to two months, then months, but "1 year": as one speaks of it. */
export function gapParts(days: number): { value: number; unit: 'day' | 'week' | 'month' | 'year' } {
	if (days < 14) return { value: days, unit: 'day' };
	if (days < 61) return { value: Math.round(days / 7), unit: 'week' };
	const months = Math.round(days / 30.44);
	if (months < 24 && months !== 12) return { value: months, unit: 'month' };
	return { value: Math.round(days / 365.25), unit: 'year' };
}
