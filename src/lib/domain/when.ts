/** When something happened, as precisely as it is remembered. The forms are listed at `When`. */
import type { Day, When } from './date';
import { isDay } from './days';

export type Precision = 'time' | 'day' | 'month' | 'year';

const shape = /^~?(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)$/;

export const isAbout = (when: When) => when.startsWith('~');

const exact = (when: When) => (isAbout(when) ? when.slice(1) : when);

export function isWhen(text: string): boolean {
	return shape.test(text) && isDay(dayOf(text));
}

/**
 * The day it is taken to be: the first of a month or year that is all one remembers. So it never lies after the
 * moment it was written down, time since is rather over- than understated, and the order is that of `compareWhen`.
 */
export function dayOf(when: When): Day {
	const text = exact(when);
	if (text.length >= 10) return text.slice(0, 10);
	return text.length === 7 ? `${text}-01` : `${text.slice(0, 4)}-01-01`;
}

/** Local time `HH:MM`; empty when it is not known. */
export function timeOf(when: When): string {
	const at = when.indexOf('T');
	return at < 0 ? '' : when.slice(at + 1);
}

export function precisionOf(when: When): Precision {
	const { length } = exact(when);
	if (length > 10) return 'time';
	if (length === 10) return 'day';
	return length === 7 ? 'month' : 'year';
}

/** Oldest first; on the same day, what is known less precisely before what is known better. Never 0 for two texts that differ. */
export function compareWhen(a: When, b: When): number {
	if (a === b) return 0;
	const x = exact(a);
	const y = exact(b);
	if (x === y) return isAbout(a) ? -1 : 1;
	return x < y ? -1 : 1;
}
