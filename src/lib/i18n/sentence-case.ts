import { languageTag } from './dates';

/** With a capital at the beginning: for words that stand alone. */
export const sentenceCase = (words: string): string =>
	words.charAt(0).toLocaleUpperCase(languageTag()) + words.slice(1);
