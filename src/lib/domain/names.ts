/** How people are called, sorted and found. */
import type { Contact, ContactId } from './contact';
import { fold, isIdeographic } from './fold';
import { stableHash } from './stable-hash';

/** As much of a contact as names need; what is missing counts as empty. */
export type Named = Partial<
	Pick<
		Contact,
		| 'prefix'
		| 'given'
		| 'middle'
		| 'family'
		| 'secondFamily'
		| 'suffix'
		| 'maiden'
		| 'nickname'
		| 'phoneticGiven'
		| 'phoneticFamily'
		| 'organization'
	>
> & {
	readonly emails?: readonly { readonly value: string; readonly preferred?: boolean }[];
	readonly phones?: readonly { readonly value: string; readonly preferred?: boolean }[];
};

const join = (...parts: readonly (string | undefined)[]) => {
	let text = '';
	for (const part of parts) {
		const trimmed = part?.trim();
		if (trimmed) text = text ? `${text} ${trimmed}` : trimmed;
	}
	return text;
};

export function preferredOf(entries: Named['emails']): string {
	let first = '';
	for (const { value, preferred } of entries ?? []) {
		if (preferred && value) return value;
		first ||= value;
	}
	return first;
}

/** The name alone, empty when there is none. Chinese, Japanese and Korean names are written family name first, unspaced. */
function properName(named: Named): string {
	const { given = '', family = '' } = named;
	if (given && family && isIdeographic(given) && isIdeographic(family)) return family.trim() + given.trim();
	const name = join(given, named.middle, family, named.secondFamily);
	if (!name) return '';
	return join(given ? '' : named.prefix, name, named.suffix);
}

/** "Ana Silva"; without a name the nickname, organisation, e-mail or phone; empty when there is none of these. */
export const displayName = (named: Named): string =>
	properName(named) ||
	named.nickname?.trim() ||
	named.organization?.trim() ||
	preferredOf(named.emails) ||
	preferredOf(named.phones);

/** How one speaks of them: the nickname or given name, else the whole name. */
export const shortNameOf = (named: Named): string => nicknamesOf(named)[0] || named.given?.trim() || displayName(named);

const nicknamesOf = ({ nickname = '' }: Named): readonly string[] =>
	nickname
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);

const leadingMarks = /^[^\p{L}\d]+/u;

/**
 * Folded, family name first: sorts by plain comparison, and people of one `letterOf` stay together. A name in Han
 * characters sorts by its reading when that is known.
 */
export function sortKeyOf(named: Named): string {
	const { given, family } = named;
	const read = named.phoneticFamily && isIdeographic(family ?? given ?? '');
	const name = read
		? join(named.phoneticFamily, named.phoneticGiven)
		: join(family, named.secondFamily, given, named.middle) || displayName(named);
	const folded = fold(name);
	const key = folded.replace(leadingMarks, '');
	return key || (folded && `!${folded}`);
}

/** The ways a sentence may name them, folded: the full name, given and family in both orders, each alone, nicknames. */
export function nameKeysOf(named: Named): readonly string[] {
	const { given, family, maiden, middle } = named;
	const keys = new Set<string>();
	const add = (text: string) => {
		const key = fold(text);
		if (key) keys.add(key);
	};
	add(displayName(named));
	if (given && family) {
		add(join(given, family));
		add(join(family, given));
	}
	if (given && middle) add(join(given, middle));
	if (given) add(given);
	if (family) add(family);
	if (maiden) add(join(given, maiden));
	for (const nickname of nicknamesOf(named)) {
		add(nickname);
		if (family) add(join(nickname, family));
	}
	return [...keys];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const startsWithLetter = /^\p{L}/u;

const firstGrapheme = (word: string) => {
	for (const { segment } of graphemes.segment(word)) return segment;
	return '';
};

/**
 * One or two characters for a face without a photo: of the first and last word, one alone where names are written
 * without spaces. Empty for a phone number or nothing.
 */
export function initialsOf(name: string): string {
	const words = name.split(/[\s@(),"“”«»]+/u).filter((word) => startsWithLetter.test(word));
	const first = words[0];
	if (first === undefined) return /^[\d\s+().-]*$/.test(name) ? '' : firstGrapheme(name.trim());
	const last = words.length > 1 && !name.includes('@') && !isIdeographic(first) ? words[words.length - 1] : '';
	return (firstGrapheme(first) + firstGrapheme(last ?? '')).toLocaleUpperCase('und');
}

/** How many colours a face may have. */
export const faceColours = 12;

/** Which of the face colours is theirs: 0 to `faceColours` − 1, the same on every device and for ever. */
export const colourOf = (id: ContactId): number => stableHash(id) % faceColours;

const kanaRows: readonly (readonly [string, string])[] = [
	['か', 'あ'],
	['さ', 'か'],
	['た', 'さ'],
	['な', 'た'],
	['は', 'な'],
	['ま', 'は'],
	['ゃ', 'ま'],
	['ら', 'や'],
	['ゎ', 'ら'],
	['\u3097', 'わ']
];
const hangulLeads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/**
 * The heading a sort key stands under: a capital letter, the row of a kana, the first consonant of a Hangul
 * syllable, 漢 for the common Han characters, `#` for digits, marks and nothing.
 */
export function letterOf(sortKey: string): string {
	const code = sortKey.codePointAt(0) ?? 0;
	if (code >= 97 && code <= 122) return String.fromCharCode(code - 32);
	const first = String.fromCodePoint(code);
	if (!startsWithLetter.test(first)) return '#';
	if (code >= 0x3041 && code < 0x3097) return kanaRows.find(([end]) => first < end)?.[1] ?? 'わ';
	if (code >= 0xac00 && code <= 0xd7a3) return hangulLeads[Math.floor((code - 0xac00) / 588)] ?? '#';
	if (code >= 0x3400 && code < 0xa000) return '漢';
	return /\p{Script=Han}/u.test(first) ? '#' : first.toLocaleUpperCase('und');
}
