import { describe, expect, it } from 'vitest';
import { languageInWords } from './languages';

describe('a language', () => {
	it.each([
		['fr', 'French'],
		['pt-BR', 'Brazilian Portuguese'],
		['EN', 'English'],
		['French and a little Thai', 'French and a little Thai'],
		['en-x', 'en-x'],
		['qqz', 'qqz'],
		['', '']
	])('%s is said as %s', (text, words) => {
		expect(languageInWords(text)).toBe(words);
	});
});
