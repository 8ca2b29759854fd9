/**
 * Finds contacts by anything said of them. One document a contact, its interactions joined: at 10,000 contacts with
 * 100,000 interactions a query takes a few milliseconds, where one document a text took up to a hundred. Which text
 * matched is looked up in the few contacts that are shown.
 */
import MiniSearch, { type Options, type SearchResult as Hit } from 'minisearch';
import type { ContactId } from '$lib/domain/contact';
import type { SearchEntry } from '$lib/domain/search/entry';
import { markedIn, type Sought } from '$lib/domain/search/marks';
import { phoneTyped, reachSnippet } from '$lib/domain/search/reach';
import type { SearchResult } from '$lib/domain/search/result';
import { snippetOf } from '$lib/domain/search/snippet';
import { wordsOf } from '$lib/domain/search/words';
import { Entries } from './entries';
import { alikeQuery, boost, exactQuery, fields, isShort, mayBeMistyped, whoFields } from './query';

/** Raise it when what is stored changes in any way. */
const version = 1;

interface Indexed extends Record<(typeof fields)[number], string> {
	readonly id: ContactId;
}

const options: Options<Indexed> = {
	fields: [...fields],
	tokenize: (text, field) => {
		const words = wordsOf(text);
		return field === 'notes' || field === 'log' ? words.filter((word) => !isShort(word)) : [...words];
	},
	processTerm: (term) => term,
	searchOptions: { boost, tokenize: (text) => [text] }
};

/** More than are shown at once, so that the closest of many equals are among them. */
const ranked = 100;
/** With fewer results, words alike are looked for as well: in everything only when there is none. */
const few = 8;
/** How many times as much the innermost counts as someone in no circle. */
const closest = 0.5;

export class SearchIndex {
	#index = new MiniSearch<Indexed>(options);
	#entries = new Entries();

	get size(): number {
		return this.#entries.size;
	}

	has(id: ContactId): boolean {
		return this.#entries.has(id);
	}

	/** Adds contacts, or replaces what was known of them. */
	update(entries: Iterable<SearchEntry>): void {
		for (const entry of entries) {
			this.#forget(entry.id);
			this.#entries.set(entry);
			this.#index.add(indexed(entry));
		}
	}

	remove(ids: Iterable<ContactId>): void {
		for (const id of ids) {
			this.#forget(id);
			this.#entries.delete(id);
		}
	}

	/** At once and whole: MiniSearch's deferred clean-up of discarded documents fails when the index changes meanwhile. */
	#forget(id: ContactId): void {
		const known = this.#entries.get(id);
		if (known) this.#index.remove(indexed(known));
	}

	/** Best first. */
	query(text: string, limit: number): readonly SearchResult[] {
		const digits = phoneTyped(text);
		if (digits) {
			const reached = this.#reached(digits, '', limit);
			if (reached.length) return reached;
		}
		const email = text.trim().toLowerCase();
		if (email.includes('@')) return this.#reached('', email, limit);
		const terms = [...new Set(wordsOf(text))];
		if (terms.length === 0) return [];
		const found = this.#found(terms, limit);
		return found.length || email.length < 3 ? found : this.#reached('', email, limit);
	}

	#found(terms: readonly string[], limit: number): readonly SearchResult[] {
		const exact = this.#index.search(exactQuery(terms));
		const hits = exact.slice(0, ranked);
		if (exact.length < few && terms.some(mayBeMistyped)) {
			const known = new Set(exact.map(({ id }) => id as ContactId));
			hits.push(
				...this.#index
					.search(alikeQuery(terms, exact.length ? whoFields : fields))
					.filter(({ id }) => !known.has(id as ContactId))
			);
		}
		return hits
			.flatMap((hit) => this.#result(hit, terms) ?? [])
			.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
			.slice(0, limit)
			.map(({ result }) => result());
	}

	/** Marks and snippets are worked out only for those that are shown. */
	#result(hit: Hit, terms: readonly string[]) {
		const entry = this.#entries.get(hit.id as ContactId);
		if (!entry) return null;
		const { id, name, closeness } = entry;
		const begun = terms.filter((term) => isShort(term) && wordsOf(name).some((word) => word.startsWith(term)));
		const score = hit.score * (1 + closest * closeness) * (1 + begun.length);
		const sought: Sought = { terms, alike: new Set(hit.terms) };
		const result = (): SearchResult => {
			const { marks, found } = markedIn(name, sought);
			return { contactId: id, score, name, nameMarks: marks, snippet: snippetOf(entry, sought, found) };
		};
		return { score, name, result };
	}

	#reached(digits: string, email: string, limit: number): readonly SearchResult[] {
		const results: SearchResult[] = [];
		for (const entry of this.#entries.all()) {
			const snippet = reachSnippet(entry, digits, email);
			if (!snippet) continue;
			const { id: contactId, name, closeness } = entry;
			results.push({ contactId, score: 1 + closeness, name, nameMarks: [], snippet });
		}
		return results.sort((a, b) => b.score - a.score).slice(0, limit);
	}

	/** To be stored; `fromText` makes the same of it. */
	toText(): string {
		return [version, JSON.stringify(this.#index), ...this.#entries.toLines()].join('\n');
	}

	/** Null when it is not what this version wrote. */
	static fromText(text: string): SearchIndex | null {
		const [written, index, ...entries] = text.split('\n');
		if (written !== String(version) || !index) return null;
		try {
			const made = new SearchIndex();
			made.#index = MiniSearch.loadJSON<Indexed>(index, options);
			made.#entries = Entries.fromLines(entries);
			return made;
		} catch (error) {
			console.info('The stored search index is damaged:', error);
			return null;
		}
	}
}

/** "O'Brien" is found as "obrien" too. */
const joined = (name: string) => (/['’-]/.test(name) ? ` ${name.replace(/['’-]/g, '')}` : '');

const indexed = ({ id, name, otherNames, organization, cities, tags, notes, interactions }: SearchEntry): Indexed => ({
	id,
	name: `${name}${joined(name)} ${otherNames}`,
	about: [organization, ...cities, ...tags].join(' '),
	notes,
	log: interactions.map(({ text }) => text).join('\n')
});
