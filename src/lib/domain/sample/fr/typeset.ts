/** Typed with plain spaces, set with the narrow ones that French wants before ; : ! ? and within « ». */
export const typeset = (text: string) => text.replace(/ (?=[;:!?»])|(?<=«) /g, '\u202f');

export const typesetAll = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
	Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, typeset(text)]));
