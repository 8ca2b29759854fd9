import type { FoundValue, Span } from './reading';
import type { Scene } from './scene';
import { Phrases } from './words';

export interface FoundKind extends FoundValue<string> {
	/** Which words. */
	readonly at: number;
	readonly count: number;
	/** A lesser word for the same: the "met up" of "met up for drinks". */
	readonly also: Span | null;
}

/**
 * The first kind named; but seeing someone is the least that one can say, so "saw Tom for lunch" is a meal. One of
 * the owner's own kinds comes before all.
 */
export function findKind(scene: Scene, ownKinds: readonly string[]): FoundKind | null {
	const own = new Phrases(ownKinds.map((kind) => [kind, kind] as const));
	let first: FoundKind | null = null;
	for (let at = 0; at < scene.headEnd; at++) {
		if (scene.role(at)) continue;
		const mine = own.at(scene.tokens, at);
		if (mine) return { ...scene.span(at, mine.count), value: mine.found, at, count: mine.count, also: first };
		const known = scene.words.kinds.at(scene.tokens, at);
		if (!known) continue;
		if (!first || (first.value === 'met' && known.found !== 'met'))
			first = { ...scene.span(at, known.count), value: known.found, at, count: known.count, also: first };
		at += known.count - 1;
	}
	return first;
}
