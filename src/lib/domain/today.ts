/**
 * Whom to reach today, and why.
 *
 * Someone is due once their ideal gap has passed; those whose longest gap has passed come first. The longer past the
 * ideal, in proportion, the higher they rank, but each doubling counts once: a lapse of ten years must not bury others. Where no contact is known, waiting longer
 * does not raise them. Nearness and a date within the week do. Free places then go to near people never contacted
 * yet and to today's birthdays, so that the first minute after an import already has somebody to call.
 */
import { circleRank } from './circles';
import { soonestDate, type ComingDate } from './coming-dates';
import type { Day } from './date';
import { daysBetween } from './days';
import { gapOf, idealDayOf, type Gap } from './keep-in-touch';
import type { LastInteraction, Row } from './row';
import type { Settings } from './settings';

/** Why someone is suggested, as data; worded by the interface, in this order. */
export type Reason =
	| { readonly kind: 'gap'; readonly days: number; readonly idealDays: number }
	/** The longest gap one meant to leave has passed too. */
	| { readonly kind: 'long' }
	/** In a circle, but no contact is known yet. */
	| { readonly kind: 'never' }
	| { readonly kind: 'last'; readonly last: LastInteraction }
	| { readonly kind: 'next-time'; readonly text: string }
	| {
			readonly kind: 'date';
			readonly label: string;
			readonly on: Day;
			readonly inDays: number;
			readonly turns: number | null;
	  };

export interface Suggestion {
	readonly row: Row;
	readonly score: number;
	readonly reasons: readonly Reason[];
}

interface Candidate {
	readonly row: Row;
	readonly gap: Gap | null;
	/** Days since the last contact; null when there was none. */
	readonly days: number | null;
	readonly date: ComingDate | null;
	/** False for those who only fill a free place. */
	readonly due: boolean;
	/** Past their longest gap. */
	readonly long: boolean;
	readonly score: number;
}

type DateOf = ReturnType<typeof soonestDate>;

/** A date this near is a reason to mention it. */
const dateDays = 7;
/** Those one hopes to talk to this often are proposed at once when nothing is known of them yet. */
const nearIdealDays = 31;
/** By nearness: inner circle, close friends, friends, acquaintances, outer circle, no circle. */
const closeness = [1.6, 1.4, 1.2, 1, 0.9, 0.8];

function scoreOf(row: Row, progress: number, date: ComingDate | null): number {
	const near = (closeness[circleRank(row.circle)] ?? 1) * (row.favourite ? 1.15 : 1);
	const past = progress > 1 ? 1 + Math.log2(progress) : progress;
	const coming = date ? 1 - date.inDays / (dateDays + 1) : 0;
	return near * (past + coming);
}

/** Null for those who are not to be suggested today. */
function candidateOf(row: Row, settings: Settings, today: Day, dateOf: DateOf): Candidate | null {
	if (row.archived || row.deceased || row.paused || row.cadence === 'never' || row.id === settings.me) return null;
	if (row.snoozedUntil > today || row.lastContact >= today) return null;
	const gap = gapOf(row, settings);
	const soonest = dateOf(row);
	const date = gap || soonest?.inDays === 0 ? soonest : null;
	if (!gap && !date) return null;
	const days = row.lastContact ? daysBetween(row.lastContact, today) : null;
	const late = gap ? daysBetween(idealDayOf(row, gap), today) : -1;
	const passed = gap ? Math.max(0, 1 + late / gap.idealDays) : 0;
	const progress = days === null ? Math.min(1, passed) : passed;
	const due = late >= 0 || (gap !== null && date !== null && (date.inDays === 0 || progress >= 0.5));
	if (!due && gap && (days !== null || gap.idealDays > nearIdealDays)) return null;
	const long = gap !== null && days !== null && days > gap.maxDays;
	return { row, gap, days, date, due, long, score: scoreOf(row, progress, date) };
}

const byRank = (a: Candidate, b: Candidate) =>
	Number(b.due) - Number(a.due) ||
	Number(b.long) - Number(a.long) ||
	b.score - a.score ||
	circleRank(a.row.circle) - circleRank(b.row.circle) ||
	(a.row.sortKey < b.row.sortKey ? -1 : a.row.sortKey > b.row.sortKey ? 1 : a.row.id < b.row.id ? -1 : 1);

function reasonsOf({ row, gap, days, date, long }: Candidate): readonly Reason[] {
	const reasons: Reason[] = [];
	if (gap && days === null) reasons.push({ kind: 'never' });
	else if (gap && days !== null && days >= gap.idealDays) reasons.push({ kind: 'gap', days, idealDays: gap.idealDays });
	if (long) reasons.push({ kind: 'long' });
	if (row.last) reasons.push({ kind: 'last', last: row.last });
	const [text] = row.nextTime;
	if (text !== undefined) reasons.push({ kind: 'next-time', text });
	if (date) {
		const { label, on, inDays, turns } = date;
		reasons.push({ kind: 'date', label, on, inDays, turns });
	}
	return reasons;
}

function* candidates(rows: Iterable<Row>, settings: Settings, today: Day): Generator<Candidate> {
	const dateOf = soonestDate(settings, today, dateDays);
	for (const row of rows) {
		const candidate = candidateOf(row, settings, today, dateOf);
		if (candidate) yield candidate;
	}
}

/** The first few in rank, without sorting thousands for them. */
function best(found: Iterable<Candidate>, count: number): readonly Candidate[] {
	const few: Candidate[] = [];
	for (const candidate of found) {
		const at = few.findIndex((other) => byRank(candidate, other) < 0);
		few.splice(at < 0 ? few.length : at, 0, candidate);
		if (few.length > count) few.pop();
	}
	return few;
}

/** At most `settings.todayCount`, best first; the same for the same rows in any order. */
export const whomToReach = (rows: Iterable<Row>, settings: Settings, today: Day): readonly Suggestion[] =>
	best(candidates(rows, settings, today), settings.todayCount).map((candidate) => ({
		row: candidate.row,
		score: candidate.score,
		reasons: reasonsOf(candidate)
	}));
