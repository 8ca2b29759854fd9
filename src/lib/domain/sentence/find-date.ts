import type { When } from '../date';
import type { FoundDate } from './dates/dates';
import type { FoundValue } from './reading';
import type { Scene } from './scene';

/** Picks the date when it happened among all dates named; one within what was talked about is not it. */
export function findDate(scene: Scene, dates: readonly FoundDate[]): FoundValue<When> | null {
	const aboutFrom = scene.tokens[scene.headEnd]?.from ?? scene.text.length;
	const free = dates.filter((date) => {
		const at = scene.tokens.findIndex(({ to }) => to > date.from);
		return at >= 0 && !scene.role(at) && !(date.bare && mayBeName(scene, at, date));
	});
	const found = free.find(({ from }) => from < aboutFrom) ?? free.findLast((date) => closes(scene, date));
	return found ? { from: found.from, to: found.to, value: found.value } : null;
}

/** "lunch with April", "Sunday" the person; but "Sunday: lunch". */
function mayBeName(scene: Scene, at: number, { value }: FoundDate): boolean {
	const led = (['with', 'and', 'towards', 'from', 'of'] as const).some((list) => scene.is(list, at - 1));
	const isMonth = value.length < 9;
	return led || (isMonth && !(at === 0 && scene.parted(1)));
}

/** Stands at the very end and names a day gone by: "talked about her job yesterday", not "… about her exam on Friday". */
function closes(scene: Scene, { to, from, value, bare }: FoundDate): boolean {
	const words = scene.text.slice(from, to);
	const isDay = value.replace('~', '').length >= 10;
	return isDay && !bare && /^[\s.!)]*$/.test(scene.text.slice(to)) && !/^(?:on|le|for|next)\s|\d/i.test(words);
}
