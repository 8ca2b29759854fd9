import type { Query } from 'minisearch';
import { isWholeCharacter } from '$lib/domain/search/words';

export const fields = ['name', 'about', 'notes', 'log'] as const;
/** Who somebody is. */
export const whoFields = ['name', 'about'] as const;

/** A name counts most, what was once said least. */
export const boost = { name: 10, about: 4, notes: 1, log: 0.6 };

/** All terms, each as the beginning of a word. */
export const exactQuery = (terms: readonly string[]): Query => allOf(terms, beginningQuery);

/**
 * All terms, those of four letters with one slip or two letters swapped, those of nine with two slips; in names and
 * what they stand for alone, or also in what was once said, which takes longer.
 */
export const alikeQuery = (terms: readonly string[], among: readonly (typeof fields)[number][]): Query =>
	allOf(terms, (term) => {
		if (!mayBeMistyped(term)) return beginningQuery(term);
		const where = { prefix: true, fields: [...among] };
		const slipped = { ...where, queries: [term], fuzzy: term.length >= 9 ? 2 : 1 };
		return { combineWith: 'OR', queries: [slipped, { ...where, queries: [...swapped(term)], combineWith: 'OR' }] };
	});

/** Beside a longer term, one of a letter or two ("ana s", "move to Lyon") is not needed; it says whom to put first. */
function allOf(terms: readonly string[], queryOf: (term: string) => Query): Query {
	const long = terms.filter((term) => !isShort(term));
	return { combineWith: 'AND', queries: (long.length ? long : terms).map(queryOf) };
}

/** What stands in texts is found by words of three letters or more. */
export const isShort = (term: string) => term.length < 3 && !isWholeCharacter(term);

/** A swap counts as two slips, and two slips mean too much in a short word. */
function* swapped(term: string): Iterable<string> {
	for (let at = 0; at + 1 < term.length; at++) {
		const [a = '', b = ''] = [term[at], term[at + 1]];
		if (a !== b) yield term.slice(0, at) + b + a + term.slice(at + 2);
	}
}

export const mayBeMistyped = ({ length }: string) => length >= 4;

/**
 * A few letters begin a large part of all words ever written, and nobody looks for all of them: one is taken for a
 * name, two for a name or place, three besides for a whole word.
 */
function beginningQuery(term: string): Query {
	if (term.length > 3 || isWholeCharacter(term)) return { queries: [term], prefix: true };
	if (term.length < 3)
		return { queries: [term], prefix: true, fields: term.length === 1 ? ['name'] : ['name', 'about'] };
	const texts = { queries: [term], prefix: false, fields: ['notes', 'log'] };
	return { combineWith: 'OR', queries: [{ queries: [term], prefix: true, fields: ['name', 'about'] }, texts] };
}
