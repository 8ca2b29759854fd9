/** Characters of a name; counted as code points. */
export const longestName = 64;

/** Controls, separators of lines, marks that turn the direction of writing, and half characters. */
const unwanted = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** As a name may be shown and signed. May be empty: then the device is shown by its id. */
export function cleanName(name: string): string {
	return [...name.slice(0, 4 * longestName).replace(unwanted, '')].slice(0, longestName).join('').trim();
}

/** Whether a signed name is within its length, before cleaning. */
export const isNameShort = (name: string): boolean => [...name].length <= longestName;
