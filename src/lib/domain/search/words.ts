import { fold } from '../fold';

/** Chinese and Japanese are written without spaces: each character counts as a word. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;
const plainWord = /[a-z0-9]+/g;
const plain = /^[\x20-\x7e\n]*$/;

/** The words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
	if (plain.test(text)) return text.toLowerCase().match(plainWord) ?? [];
	return (text.match(word) ?? []).map(fold);
}

export interface PlacedWord {
	readonly from: number;
	readonly to: number;
	readonly folded: string;
}

/** Likewise, each with its place in the text as written. */
export function* placedWordsOf(text: string): Iterable<PlacedWord> {
	for (const { 0: found, index } of text.matchAll(word))
		yield { from: index, to: index + found.length, folded: fold(found) };
}

/** A single Chinese or Japanese character says as much as a word of another script. */
export const isWholeCharacter = (term: string) => term.length === 1 && term > '\u2e7f';
