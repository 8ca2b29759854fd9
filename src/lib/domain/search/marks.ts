import type { Mark } from './result';
import { placedWordsOf } from './words';

/** What was looked for, and the words of the texts that it was taken to mean. */
export interface Sought {
	/** Folded, as typed. */
	readonly terms: readonly string[];
	/** Folded words that match although they do not begin as typed: "Ctherine" found "catherine". */
	readonly alike: ReadonlySet<string>;
}

export interface Marked {
	readonly marks: readonly Mark[];
	/** Which of the terms stand here, by their index. */
	readonly found: ReadonlySet<number>;
}

/** The words of a text that match; as far as it was typed, or whole when it was typed otherwise. */
export function markedIn(text: string, { terms, alike }: Sought): Marked {
	const marks: Mark[] = [];
	const found = new Set<number>();
	for (const { from, to, folded } of placedWordsOf(text)) {
		const beginning = terms.filter((term) => folded.startsWith(term));
		if (beginning.length) {
			for (const term of beginning) found.add(terms.indexOf(term));
			const longest = Math.max(...beginning.map((term) => term.length));
			// A folded letter may stand for two, or two for one; then the whole word is marked.
			marks.push([from, folded.length === to - from ? from + longest : to]);
		} else if (alike.has(folded)) {
			marks.push([from, to]);
			const term = terms.findIndex((typed) => !found.has(terms.indexOf(typed)) && typed.length > 3);
			if (term >= 0) found.add(term);
		}
	}
	return { marks, found };
}
