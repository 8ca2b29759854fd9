/**
 * Text for comparing: lower case, no accents, one space between words. Vowel signs of Indian scripts are letters and
 * stay; katakana becomes hiragana; typographic apostrophes and hyphens become plain ones.
 */
const plain = /^[\x20-\x7e]*$/;
const spaces = / {2,}|^ | $|[^\S ]/;
/** Accents of any script, Hebrew points, Arabic vowel marks and tatweel, invisible characters; not the voicing of kana. */
const marks = /(?!\u3099|\u309a)(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]|\p{Cf}|\u0640/gu;
const letters: ReadonlyMap<string, string> = new Map([
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['ł', 'l'],
	['đ', 'd'],
	['ð', 'd'],
	['þ', 'th'],
	['ħ', 'h'],
	['ı', 'i'],
	['ŧ', 't'],
	['ŋ', 'n'],
	['ə', 'e'],
	['ς', 'σ'],
	['’', "'"],
	['‘', "'"],
	['ʼ', "'"],
	['ʻ', "'"],
	['‐', '-'],
	['‑', '-'],
	['–', '-'],
	['—', '-']
]);
const special = new RegExp(`[${[...letters.keys()].join('')}]`, 'g');
const katakana = /[\u30a1-\u30f6]/g;

const collapse = (text: string) => (spaces.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

export function fold(text: string): string {
	if (plain.test(text)) return collapse(text.toLowerCase());
	return collapse(
		text
			.normalize('NFKD')
			.replace(marks, '')
			.toLowerCase()
			.replace(special, (letter) => letters.get(letter) ?? letter)
			.normalize('NFC')
			.replace(katakana, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
	);
}

const ideographic = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

/** Written in Chinese, Japanese or Korean characters throughout. */
export const isIdeographic = (text: string) => text.charCodeAt(0) > 0x2e7f && ideographic.test(text.trim());
