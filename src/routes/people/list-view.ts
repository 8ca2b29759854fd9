/** What of the list of people is shown, kept in the query of `/people`. */
import { byLastContact, byName, byNextContact } from '$lib/domain/keep-in-touch';
import { letterOf } from '$lib/domain/names';
import type { Row } from '$lib/domain/row';
import type { Settings } from '$lib/domain/settings';

export const sorts = ['name', 'last', 'next'] as const;
export type Sort = (typeof sorts)[number];

export interface ListView {
	readonly sort: Sort;
	readonly circle: string;
	readonly tag: string;
	readonly city: string;
	readonly favourites: boolean;
	/** Those put away, instead of the others. */
	readonly archived: boolean;
}

export const plainView: ListView = { sort: 'name', circle: '', tag: '', city: '', favourites: false, archived: false };

export function parseView(query: URLSearchParams): ListView {
	return {
		sort: sorts.find((known) => known === query.get('sort')) ?? 'name',
		circle: query.get('circle') ?? '',
		tag: query.get('tag') ?? '',
		city: query.get('city') ?? '',
		favourites: query.has('favourites'),
		archived: query.has('archived')
	};
}

/** The query with this view in it; what it says of other things (the person shown) stays. */
export function queryOf(view: ListView, query: URLSearchParams): string {
	const next = new URLSearchParams(query);
	const set = (key: string, value: string) => (value ? next.set(key, value) : next.delete(key));
	set('sort', view.sort === 'name' ? '' : view.sort);
	set('circle', view.circle);
	set('tag', view.tag);
	set('city', view.city);
	set('favourites', view.favourites ? '1' : '');
	set('archived', view.archived ? '1' : '');
	return next.toString();
}

export const isFiltered = (view: ListView): boolean =>
	Boolean(view.circle || view.tag || view.city || view.favourites || view.archived);

/** `none` as a circle means those in no circle. */
export function isShown(row: Row, view: ListView): boolean {
	return (
		row.archived === view.archived &&
		(!view.favourites || row.favourite) &&
		(!view.circle || row.circle === (view.circle === 'none' ? '' : view.circle)) &&
		(!view.tag || row.tags.includes(view.tag)) &&
		(!view.city || row.cities.includes(view.city))
	);
}

export function rowsShown(rows: readonly Row[], view: ListView, settings: Settings): readonly Row[] {
	const orders = { name: () => byName, last: () => byLastContact, next: () => byNextContact(settings) };
	return rows.filter((row) => isShown(row, view)).sort(orders[view.sort]());
}

/** A line of the list: a person, or the letter under which those that follow stand. */
export type ListLine = { readonly letter: string } | { readonly row: Row };

export const linesOf = (rows: readonly Row[]): readonly ListLine[] => rows.map((row) => ({ row }));

export function withLetters(rows: readonly Row[]): readonly ListLine[] {
	const lines: ListLine[] = [];
	let letter = '';
	for (const row of rows) {
		const next = letterOf(row.sortKey);
		if (next !== letter) lines.push({ letter: (letter = next) });
		lines.push({ row });
	}
	return lines;
}

/** The letters there are, and at which line each begins. */
export const lettersOf = (lines: readonly ListLine[]): readonly { readonly letter: string; readonly at: number }[] =>
	lines.flatMap((line, at) => ('letter' in line ? [{ letter: line.letter, at }] : []));

/** Values to filter by, those that most people have first, then by name. */
export function choicesOf(rows: readonly Row[], values: (row: Row) => readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const row of rows) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value]) => value);
}
