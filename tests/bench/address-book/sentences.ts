import { cities, givenNames } from './names';
import type { Chance } from './random';
import { joiningWords, vocabulary } from './words';

/** So many words, now and then a name or a town, the first with a capital. */
export function sentence(chance: Chance, length: number): string {
	const words = Array.from({ length }, () => word(chance));
	const text = words.join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

export const paragraph = (chance: Chance) =>
	Array.from({ length: chance.whole(2, 6) }, () => `${sentence(chance, chance.whole(6, 14))}.`).join(' ');

function word(chance: Chance): string {
	const kind = chance.fraction();
	if (kind < 0.35) return chance.ranked(joiningWords);
	if (kind < 0.4) return chance.one(givenNames);
	if (kind < 0.43) return chance.ranked(cities);
	// Subjects wander: half of the words are as in a language, half are of all the things people talk about.
	return kind < 0.72 ? chance.ranked(vocabulary) : chance.one(vocabulary);
}
