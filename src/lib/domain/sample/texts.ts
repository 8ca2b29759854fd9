/** The words of the sample, one block of lines `field: text` for each person, the same fields in every language. */

export interface Home {
	readonly city: string;
	readonly country: string;
	readonly streets: readonly string[];
}

export interface SampleTexts {
	readonly people: Readonly<Record<string, string>>;
	/** By kind of interaction, one line each. */
	readonly smallTalk: Readonly<Record<string, string>>;
	readonly together: string;
	readonly reminders: string;
	/** Where the owner lives, and where the family does. */
	readonly homes: { readonly home: Home; readonly away: Home };
	/** Cities abroad that have a name of their own in the language. */
	readonly cities: Readonly<Record<string, string>>;
	readonly she: string;
	readonly he: string;
	readonly they: string;
}

export interface Line {
	readonly field: string;
	readonly text: string;
	/** What stands behind `@`; empty when nothing does. */
	readonly place: string;
}

export const linesOf = (block: string): readonly string[] =>
	block
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

function parseLine(line: string): Line {
	const colon = line.indexOf(':');
	const [text = '', place = ''] = line.slice(colon + 1).split(' @ ');
	return { field: line.slice(0, colon), text: text.trim(), place: place.trim() };
}

export const parseBlock = (block: string): readonly Line[] => linesOf(block).map(parseLine);
