import { languageTag } from './dates';

/** "French" for `fr`, as address books write languages; words that are no code stay as they are. */
export function languageInWords(text: string): string {
	if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(text)) return text;
	try {
		return new Intl.DisplayNames(languageTag(), { type: 'language' }).of(text) ?? text;
	} catch (reason) {
		// It looks like a code and is none, such as `en-x`.
		if (reason instanceof RangeError) return text;
		throw reason;
	}
}
