import type { PartialDate } from '../../domain/date';
import { parsePartialDate } from '../../domain/partial-date';
import { paramOf, type Property } from './property';

const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const circa = /^(?:circa|about|around|ca?\.|environ|vers|um|~)\s*(\d{4})$/i;

/** A date as address books write it; empty when it is none. */
export function dateOf(property: Property): PartialDate | '' {
	const text = property.value.trim();
	const partial = parsePartialDate(text);
	// Apple gives a year it wants left out, mostly 1604.
	const omitted = paramOf(property, 'X-APPLE-OMIT-YEAR');
	if (partial) return omitted && partial.startsWith(`${omitted}-`) ? parsePartialDate(`-${partial.slice(4)}`) : partial;
	const dotted = dayFirst.exec(text);
	if (dotted) return parsePartialDate(`${dotted[3]}-${dotted[2]}-${dotted[1]}`);
	const parts = slashed.exec(text);
	if (parts) {
		const [first = '', second = '', year = ''] = parts.slice(1);
		// 4/12 may be April or December; 25/12 is no question.
		if (Number(first) > 12) return parsePartialDate(`${year}-${second}-${first}`);
		if (Number(second) > 12) return parsePartialDate(`${year}-${first}-${second}`);
	}
	const about = circa.exec(text);
	return about ? parsePartialDate(`~${about[1]}`) : '';
}
