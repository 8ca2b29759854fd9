/**
 * Notes that two devices, or two tabs, write at once. In code points, for a surrogate pair cut by Yjs is lost; a mention
 * counts as one character, for half of an id means nobody.
 */
import type * as Y from 'yjs';
import { piecesOf } from '$lib/domain/mentions/mentions';

type Characters = readonly string[];

const charactersOf = (text: string): Characters =>
	[...piecesOf(text)].flatMap((piece) => (typeof piece === 'string' ? [...piece] : [piece.written]));

/** Of the characters before, those from `start` to `end` became `text`. */
interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly text: Characters;
}

/** The one stretch in which two texts differ. */
function stretchOf(before: Characters, after: Characters): Replacement {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	let tail = 0;
	while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Above this, the table below would take too long; the stretch as a whole then counts as replaced. */
const maxCells = 1_000_000;

/** Which characters of a stretch are kept in what replaced it: index there, or -1. By longest common subsequence. */
function keptIn(before: Characters, after: Characters): readonly number[] {
	const kept = new Array<number>(before.length).fill(-1);
	const width = after.length + 1;
	if (before.length * after.length > maxCells) return kept;
	const common = new Uint32Array((before.length + 1) * width);
	const at = (i: number, j: number) => common[i * width + j] ?? 0;
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	for (let i = 0, j = 0; i < before.length && j < after.length;) {
		if (before[i] === after[j]) kept[i++] = j++;
		else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
	return kept;
}

/**
 * Applies what was typed, `before` → `after`, to the text as it has become meanwhile. What came from elsewhere since is
 * not deleted, and what was typed comes once.
 */
export function mergeTyping(notes: Y.Text, before: string, after: string): void {
	const was = charactersOf(before);
	const now = charactersOf(notes.toString());
	const typed = stretchOf(was, charactersOf(after));
	const theirs = stretchOf(was, now);
	const kept = keptIn(was.slice(theirs.start, theirs.end), theirs.text);
	const shift = now.length - was.length;
	/** Where the character at a place of `before` lies now, or -1. */
	const placeOf = (at: number): number => {
		if (at < theirs.start) return at;
		if (at >= theirs.end) return at + shift;
		const place = kept[at - theirs.start] ?? -1;
		return place < 0 ? -1 : theirs.start + place;
	};
	// In place of what it replaces; where none of that is left, behind what stood before it.
	let replaced = typed.start;
	while (replaced < typed.end && placeOf(replaced) < 0) replaced++;
	let ahead = typed.start - 1;
	while (ahead >= 0 && placeOf(ahead) < 0) ahead--;
	const place = replaced < typed.end ? placeOf(replaced) : ahead < 0 ? 0 : placeOf(ahead) + 1;

	const offsets = [0];
	for (const character of now) offsets.push((offsets.at(-1) ?? 0) + character.length);
	const offsetOf = (index: number) => offsets[index] ?? 0;
	for (let at = typed.end; at > typed.start;) {
		const end = placeOf(--at) + 1;
		if (end === 0) continue;
		let start = end - 1;
		while (at > typed.start && placeOf(at - 1) === start - 1 && start > 0) {
			at--;
			start--;
		}
		notes.delete(offsetOf(start), offsetOf(end) - offsetOf(start));
	}
	if (typed.text.length) notes.insert(offsetOf(place), typed.text.join(''));
}
