/** The code that is typed: Crockford's base32, which has no letters that are taken for digits. 16 of them are 80 bits. */
import { utf8, type RandomBytes } from '../trust/bytes';
import { meetingOf, type Meeting } from './meeting';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** Sixteen characters, as `parseCode` gives them. */
export const createCode = (random: RandomBytes): string =>
	Array.from(random(length), (byte) => alphabet[byte % alphabet.length]).join('');

/** In groups of four, as it is shown. */
export const formatCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? '';

/** Reads it as people type it, in small letters too, with spaces and dashes, O for 0, I and L for 1. Null when it is no code. */
export function parseCode(text: string): string | null {
	if (text.length > 64) return null;
	const code = text
		.toUpperCase()
		.replace(/[\s\-–—]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}

/** Where the two devices meet, and with which secret. Both are made of the whole code: a part would be soon guessed. */
export const meetingOfCode = (code: string): Promise<Meeting> => meetingOf('code', utf8(code));
