import { fold } from '../fold';
import type { Span } from './reading';

/** A word. "Anne-Marie", "O'Brien" and "d'Ana" are two each, so that names and elided articles come apart alike. */
export interface Token extends Span {
	readonly text: string;
	readonly folded: string;
	readonly capital: boolean;
	/** What stands between the word before and this one. */
	readonly gap: string;
}

/** The folded form of the "s" in "Tom's", so that it is no initial of a "Tom S." */
export const possessive = "'s";

const word = /&|[\p{L}\p{M}\p{N}]+/gu;

export function tokensOf(text: string): readonly Token[] {
	const tokens: Token[] = [];
	let end = 0;
	for (const { 0: found, index } of text.matchAll(word)) {
		const to = index + found.length;
		const gap = text.slice(end, index);
		const owning = /^s$/i.test(found) && /^['’]$/.test(gap);
		tokens.push({
			from: index,
			to,
			text: found,
			folded: owning ? possessive : fold(found),
			capital: !owning && /^\p{Lu}/u.test(found),
			gap
		});
		end = to;
	}
	return tokens;
}

/** The words of a phrase as they are compared: folded, one space between. */
export const phraseKey = (phrase: string) =>
	tokensOf(phrase)
		.map(({ folded }) => folded)
		.join(' ');

const joining = /^[\s'’ʼ\-‐‑]*$/;

/** Whether a phrase may run over this word from the one before: no comma, colon or stop stands between. */
export function continues(token: Token, before: Token | undefined): boolean {
	return joining.test(token.gap) || (/^\.\s*$/.test(token.gap) && before !== undefined && isInitial(before));
}

/** "J" in "J. Silva": its full stop ends no sentence. */
export const isInitial = (token: Token) => token.capital && token.text.length === 1;

/** Calls back with each phrase that begins at `start`, longest first, until one is taken. */
export function longestPhrase<Found>(
	tokens: readonly Token[],
	start: number,
	most: number,
	find: (key: string) => Found | undefined
): { readonly found: Found; readonly count: number } | null {
	const keys: string[] = [];
	let key = '';
	for (let at = start; at < tokens.length && at < start + most; at++) {
		const token = tokens[at];
		if (!token || (at > start && !continues(token, tokens[at - 1]))) break;
		key = key ? `${key} ${token.folded}` : token.folded;
		keys.push(key);
	}
	for (let count = keys.length; count > 0; count--) {
		const found = find(keys[count - 1] ?? '');
		if (found !== undefined) return { found, count };
	}
	return null;
}
