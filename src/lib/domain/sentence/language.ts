import type { DateReader } from './dates/dates';
import { compileWords, type Words } from './words';

/** All that reading a sentence needs of a language. */
export interface SentenceLanguage {
	readonly words: Words;
	readonly dates: DateReader;
}

/**
 * Loads a language when it is first needed, for it brings a parser of dates along.
 *
 * @param tag of BCP 47, as `navigator.language`: `fr` …, else English; `en-US` or plain `en` reads 3/5 as 5 March
 */
export async function loadLanguage(tag: string): Promise<SentenceLanguage> {
	if (/^fr\b/i.test(tag)) {
		const [{ default: lists }, { dates }] = await Promise.all([import('./words/fr.json'), import('./dates/fr')]);
		return { words: compileWords(lists), dates };
	}
	const [{ default: lists }, { dates, datesDayFirst }] = await Promise.all([
		import('./words/en.json'),
		import('./dates/en')
	]);
	const dayFirst = /^en-(?!us\b)/i.test(tag);
	return { words: compileWords(lists), dates: dayFirst ? datesDayFirst : dates };
}
