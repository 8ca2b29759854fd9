import type { ContactTexts } from '../../domain/contact';
import { fold, isIdeographic } from '../../domain/fold';
import type { Property } from './property';
import { partsOf, rawPartsOf, unescaped } from './values';

export type NameParts = Pick<ContactTexts, 'given' | 'middle' | 'family' | 'prefix' | 'suffix'>;

/** `N`: each part may be a list; "ing. jr.,M.Sc." is one suffix with a comma. */
export function partsOfN({ value }: Property, version: string): NameParts {
	const raw = rawPartsOf(value);
	const joined = (at: number, by: string) =>
		partsOf(raw[at] ?? '', ',', version)
			.filter(Boolean)
			.join(by)
			.replace(/\s+/g, ' ')
			.trim();
	return {
		family: joined(0, ' '),
		given: joined(1, ' '),
		middle: joined(2, ' '),
		prefix: joined(3, ' '),
		suffix: joined(4, ', ')
	};
}

const particle = /^(?:de|da|di|del|della|den|der|dos|du|el|la|le|les|ten|ter|van|von|zu|zum|af|av|bin|ibn)$/i;

/** A name written as one text: the last word is the family name, with the particles before it; "Silva, Ana" is turned. */
export function partsOfName(name: string): Pick<ContactTexts, 'given' | 'family'> {
	const [family, given, ...more] = name.split(',').map((part) => part.trim());
	if (family && given && more.length === 0 && !/\d/.test(name)) return { given, family };
	const words = name.trim().split(/\s+/);
	if (words.length < 2 || isIdeographic(words.join(''))) return { given: name.trim(), family: '' };
	let from = words.length - 1;
	while (from > 1 && particle.test(words[from - 1] ?? '')) from--;
	return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}

export const shownName = ({ value }: Property, version: string) =>
	unescaped(value, version).replace(/\s+/g, ' ').trim();

/**
 * How the file shows someone may say more than their name: "Mum" for Maria Silva, "Bob Smith" for Robert. Empty when
 * it does not.
 */
export function nicknameIn(shown: string, { given, family, middle }: NameParts): string {
	if (!shown || shown.includes(',') || !(given || family)) return '';
	const own = new Set(fold(`${given} ${middle} ${family}`).split(/[\s.-]+/));
	const words = shown.split(' ');
	if (!words.some((word) => own.has(fold(word)))) return shown;
	const [first = ''] = words;
	const called = words.length === 2 && family !== '' && fold(shown) === `${fold(first)} ${fold(family)}`;
	return called && given && !/\.$/.test(first) && !own.has(fold(first)) ? first : '';
}
