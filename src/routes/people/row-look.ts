import type { Day } from '$lib/domain/date';
import { nextContactOn, ringOf } from '$lib/domain/keep-in-touch';
import type { Row } from '$lib/domain/row';
import type { Settings } from '$lib/domain/settings';
import { formatRelative } from '$lib/i18n/dates';
import { ringInWords } from '$lib/i18n/rings';
import * as m from '$lib/paraglide/messages';
import type { Mark, SearchResult } from '$lib/domain/search/result';
import type { Sort } from './list-view';

/** A person as a line of the list shows them. */
export interface RowLook {
	readonly id: string;
	readonly name: string;
	readonly nameMarks: readonly Mark[];
	readonly second: string;
	readonly secondMarks: readonly Mark[];
	readonly favourite: boolean;
	readonly fraction: number | null;
	readonly ringWords: string;
}

export function rowLook(row: Row, sort: Sort, settings: Settings, today: Day, found?: SearchResult): RowLook {
	const ring = ringOf(row, settings, today);
	return {
		id: row.id,
		name: row.name || m.people_nameless(),
		nameMarks: found?.nameMarks ?? [],
		second: found?.snippet?.text ?? secondLine(row, sort, settings, today),
		secondMarks: found?.snippet?.marks ?? [],
		favourite: row.favourite,
		fraction: ring?.fraction ?? null,
		ringWords: ringInWords(ring)
	};
}

/** What the list stands by, else who they are, else when one last heard of them. */
function secondLine(row: Row, sort: Sort, settings: Settings, today: Day): string {
	const last = row.lastContact ? m.people_last({ when: formatRelative(row.lastContact, today) }) : '';
	if (sort === 'last') return last || m.ring_never();
	if (sort === 'next') return nextInWords(row, settings, today) || last;
	const work = row.organization === row.name ? row.title : row.organization || row.title;
	return work || last || row.cities[0] || '';
}

function nextInWords(row: Row, settings: Settings, today: Day): string {
	const next = nextContactOn(row, settings);
	if (!next) return '';
	return next <= today ? m.people_next_now() : m.people_next({ when: formatRelative(next, today) });
}
