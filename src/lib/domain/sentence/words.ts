import { longestPhrase, phraseKey, type Token } from './tokens';

/** What a language's `words/<language>.json` holds. Everything is compared folded. */
export interface WordLists {
	readonly kinds: Readonly<Record<string, readonly string[]>>;
	/** Calls over a messenger, which its name alone would make a message. */
	readonly phraseCalls: readonly string[];
	/** Words of `kinds` that say who did it to whom: "called", not "call". */
	readonly verbs: readonly string[];
	readonly invitations: readonly string[];
	readonly sayings: readonly string[];
	/** What is told of someone: "Mark is …". */
	readonly states: readonly string[];
	readonly sendings: readonly string[];
	readonly receivings: readonly string[];
	readonly with: readonly string[];
	readonly and: readonly string[];
	readonly towards: readonly string[];
	readonly from: readonly string[];
	readonly of: readonly string[];
	readonly i: readonly string[];
	readonly me: readonly string[];
	readonly they: readonly string[];
	/** "me" before the verb: « elle m'a appelé ». */
	readonly elidedMe: readonly string[];
	/** May stand before a name: "my Ana". */
	readonly my: readonly string[];
	/** After these it is told what it was about. */
	readonly topic: readonly string[];
	readonly placeBefore: readonly string[];
	readonly articles: readonly string[];
	/** Like `placeBefore`, but part of the place: « chez Tom ». */
	readonly placeKept: readonly string[];
	readonly places: readonly string[];
	/** Small words within a name: "van der Berg". */
	readonly particles: readonly string[];
	/** Words that say nothing once what stands beside them is understood. */
	readonly fillers: readonly string[];
	/** Names that are also words: a capital at the start of a sentence does not make them a person. */
	readonly commonWords: readonly string[];
	readonly notNames: readonly string[];
	readonly durationBefore: readonly string[];
	readonly notDurationBefore: readonly string[];
	readonly notDurationAfter: readonly string[];
	readonly minutes: readonly string[];
	readonly hours: readonly string[];
	readonly numbers: Readonly<Record<string, number>>;
	/** Minutes of spelled durations. */
	readonly durations: Readonly<Record<string, number>>;
}

/** Phrases to be found in a text, each with what it means. */
export class Phrases<Meaning> {
	readonly #meanings = new Map<string, Meaning>();
	#longest = 0;

	constructor(entries: Iterable<readonly [phrase: string, meaning: Meaning]>) {
		for (const [phrase, meaning] of entries) {
			const key = phraseKey(phrase);
			if (!key) continue;
			this.#meanings.set(key, meaning);
			this.#longest = Math.max(this.#longest, key.split(' ').length);
		}
	}

	/** The longest one that begins at a word. */
	at(tokens: readonly Token[], start: number) {
		return longestPhrase(tokens, start, this.#longest, (key) => this.#meanings.get(key));
	}

	has(token: Token | undefined): boolean {
		return token !== undefined && this.#meanings.has(token.folded);
	}

	keys(): Iterable<string> {
		return this.#meanings.keys();
	}
}

type ListName = { [K in keyof WordLists]: WordLists[K] extends readonly string[] ? K : never }[keyof WordLists];

export type Words = Readonly<Record<ListName, Phrases<true>>> & {
	readonly kinds: Phrases<string>;
	readonly numbers: Phrases<number>;
	readonly durations: Phrases<number>;
	/** Every single word of the lists: a capital alone does not make one of them a name. */
	readonly vocabulary: ReadonlySet<string>;
};

export function compileWords(lists: WordLists): Words {
	const { kinds, numbers, durations, ...plain } = lists;
	const compiled = Object.fromEntries(
		Object.entries(plain).map(([name, phrases]) => [name, new Phrases(phrases.map((phrase) => [phrase, true]))])
	) as Record<ListName, Phrases<true>>;
	const kindOf = new Phrases([
		...Object.entries(kinds).flatMap(([kind, phrases]) => phrases.map((phrase) => [phrase, kind] as const)),
		...lists.phraseCalls.map((phrase) => [phrase, 'call'] as const)
	]);
	const vocabulary = new Set([...kindOf.keys()]);
	for (const [name, phrases] of Object.entries(compiled))
		if (name !== 'commonWords') for (const key of phrases.keys()) vocabulary.add(key);
	return {
		...compiled,
		kinds: kindOf,
		numbers: new Phrases(Object.entries(numbers)),
		durations: new Phrases(Object.entries(durations)),
		vocabulary
	};
}
