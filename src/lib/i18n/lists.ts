import { languageTag } from './dates';

/** "Ana, Grace and Tom". */
export const formatList = (words: readonly string[]): string =>
	new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(words);
