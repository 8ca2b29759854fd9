/** How often one would like to be in touch with someone, and how far along that is. */
import { circleOf } from './circles';
import type { Day } from './date';
import { addDays, daysBetween, utcDayOf } from './days';
import type { Row } from './row';
import type { Settings } from './settings';
import { stableHash } from './stable-hash';

export interface Gap {
	readonly idealDays: number;
	readonly maxDays: number;
}

export interface Ring {
	/** Since the last contact; null when there was none. */
	readonly days: number | null;
	readonly idealDays: number;
	/** How much of the ideal gap has passed, 0 to 1; 0 when there was no contact yet. */
	readonly fraction: number;
}

/** As long as nothing else is said, at most twice the ideal, for a contact's own cadence as for a circle's. */
const usualMax = (idealDays: number) => idealDays * 2;

/** A contact's own cadence: the ideal days, and after a slash the most when they are not the usual ones. */
const cadenceForm = /^(\d+)(?:\/(\d+))?$/;

/** Null when the text is no gap of their own. */
export function parseCadence(text: string): Gap | null {
	const found = cadenceForm.exec(text);
	const idealDays = Number(found?.[1] ?? 0);
	if (idealDays <= 0) return null;
	return { idealDays, maxDays: Math.max(idealDays, Number(found?.[2] ?? usualMax(idealDays))) };
}

export const formatCadence = ({ idealDays, maxDays }: Gap): string =>
	maxDays === usualMax(idealDays) ? String(idealDays) : `${idealDays}/${maxDays}`;

/** The contact's own cadence, else the circle's; null for those one does not keep up with. */
export function gapOf(row: Row, settings: Settings): Gap | null {
	if (row.archived || row.deceased || row.cadence === 'never' || row.id === settings.me) return null;
	const own = parseCadence(row.cadence);
	if (own) return own;
	const circle = circleOf(row.circle, settings);
	return circle && circle.idealDays > 0 ? { idealDays: circle.idealDays, maxDays: circle.maxDays } : null;
}

/** The arc around a face; null when there is nothing to keep up with, or it is paused. */
export function ringOf(row: Row, settings: Settings, today: Day): Ring | null {
	const gap = row.paused ? null : gapOf(row, settings);
	if (!gap) return null;
	const { idealDays } = gap;
	if (!row.lastContact) return { days: null, idealDays, fraction: 0 };
	const days = Math.max(0, daysBetween(row.lastContact, today));
	return { days, idealDays, fraction: Math.min(1, days / idealDays) };
}

/**
 * The day to reach them, whether or not it has passed, before any snooze. Someone never contacted is given a day of
 * their own within one ideal gap from when they were added, so that an import spreads out instead of falling due
 * together.
 */
export function idealDayOf(row: Row, gap: Gap): Day {
	if (row.lastContact) return addDays(row.lastContact, gap.idealDays);
	return addDays(utcDayOf(row.createdAt), stableHash(row.id) % gap.idealDays);
}

/** The day they come up again; empty when paused or not kept up with. */
export function nextContactOn(row: Row, settings: Settings): Day | '' {
	const gap = row.paused ? null : gapOf(row, settings);
	if (!gap) return '';
	const on = idealDayOf(row, gap);
	return row.snoozedUntil > on ? row.snoozedUntil : on;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const byName = (a: Row, b: Row) => compare(a.sortKey, b.sortKey) || compare(a.id, b.id);

/** Most recent first; those never contacted last. */
export const byLastContact = (a: Row, b: Row) => compare(b.lastContact, a.lastContact) || byName(a, b);

/** Soonest first; those with no day last. Each day is worked out once. */
export function byNextContact(settings: Settings): (a: Row, b: Row) => number {
	const days = new Map<string, Day>();
	const dayFor = (row: Row) => {
		let day = days.get(row.id);
		if (day === undefined) days.set(row.id, (day = nextContactOn(row, settings) || '~'));
		return day;
	};
	return (a, b) => compare(dayFor(a), dayFor(b)) || byName(a, b);
}
