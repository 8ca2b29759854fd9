/** Birthdays and important dates, each on the day when it is celebrated. */
import { circleRank } from './circles';
import type { ContactId } from './contact';
import type { Day, PartialDate } from './date';
import { addDays, daysBetween, yearOf } from './days';
import { nextOccurrence, partsOf } from './partial-date';
import type { Row } from './row';
import type { Settings } from './settings';

export interface ComingDate {
	readonly contactId: ContactId;
	readonly name: string;
	/** `birthday`, or an important date's label. */
	readonly label: string;
	readonly on: Day;
	/** Days from today; negative when it has passed. */
	readonly inDays: number;
	/** Years that come full on that day; null when the year is unknown, and on the first day itself. */
	readonly turns: number | null;
}

function turnsOn(partial: PartialDate, on: Day): number | null {
	const { year } = partsOf(partial);
	return year !== undefined && yearOf(on) > year ? yearOf(on) - year : null;
}

/** The days asked about, both included, with what is needed to pass over most dates at a glance. */
interface Span {
	readonly from: Day;
	readonly until: Day;
	readonly today: Day;
	/** `MM-DD`; when the span is a year or longer, every date may fall into it. */
	readonly first: string;
	readonly last: string;
	readonly whole: boolean;
}

const spanOf = (from: Day, until: Day, today: Day): Span => ({
	from,
	until,
	today,
	first: from.slice(5),
	last: until.slice(5),
	whole: daysBetween(from, until) >= 365
});

function mayFall(partial: PartialDate, { first, last, whole }: Span): boolean {
	if (whole || partial.endsWith('-02-29')) return true;
	const monthDay = partial.slice(-5);
	return first <= last ? monthDay >= first && monthDay <= last : monthDay >= first || monthDay <= last;
}

function datesOf(row: Row, settings: Settings, span: Span): ComingDate[] {
	const found: ComingDate[] = [];
	const collect = (label: string, partial: PartialDate) => {
		if (!mayFall(partial, span)) return;
		let on = nextOccurrence(partial, span.from, settings.leapDay);
		while (on && on <= span.until) {
			const inDays = daysBetween(span.today, on);
			found.push({ contactId: row.id, name: row.name, label, on, inDays, turns: turnsOn(partial, on) });
			on = nextOccurrence(partial, addDays(on, 1), settings.leapDay);
		}
	};
	if (row.birthday) collect('birthday', row.birthday);
	for (const { label, date } of row.dates) collect(label, date);
	return found;
}

/** Nobody is reminded of a person who died, was archived, or of themselves. */
const isCelebrated = (row: Row, settings: Settings) => !row.deceased && !row.archived && row.id !== settings.me;

function between(rows: Iterable<Row>, settings: Settings, span: Span): readonly ComingDate[] {
	const found: { readonly date: ComingDate; readonly row: Row }[] = [];
	for (const row of rows) {
		if ((!row.birthday && row.dates.length === 0) || !isCelebrated(row, settings)) continue;
		for (const date of datesOf(row, settings, span)) found.push({ date, row });
	}
	return found
		.sort(
			(a, b) =>
				a.date.inDays - b.date.inDays ||
				circleRank(a.row.circle) - circleRank(b.row.circle) ||
				(a.row.sortKey < b.row.sortKey ? -1 : a.row.sortKey > b.row.sortKey ? 1 : 0)
		)
		.map(({ date }) => date);
}

/** From today to `days` ahead, both included; soonest first, on one day the closest circles first. */
export const comingDates = (rows: Iterable<Row>, settings: Settings, today: Day, days = 14): readonly ComingDate[] =>
	between(rows, settings, spanOf(today, addDays(today, days), today));

/** Those after one day and up to another, for "While you were away": `inDays` counts from `until`. */
export const datesBetween = (rows: Iterable<Row>, settings: Settings, after: Day, until: Day): readonly ComingDate[] =>
	between(rows, settings, spanOf(addDays(after, 1), until, until));

/** Gives the soonest date of one person within `days`, for asking of many; null when there is none to mention. */
export function soonestDate(settings: Settings, today: Day, days: number): (row: Row) => ComingDate | null {
	const span = spanOf(today, addDays(today, days), today);
	return (row) => {
		if ((!row.birthday && row.dates.length === 0) || !isCelebrated(row, settings)) return null;
		let soonest: ComingDate | null = null;
		for (const date of datesOf(row, settings, span)) if (!soonest || date.inDays < soonest.inDays) soonest = date;
		return soonest;
	};
}
