import type { Span } from './reading';
import type { Scene } from './scene';

/**
 * Where it begins to be told what it was about: at "about", or after a colon, dash or stop that follows more than a
 * date ("hier : déjeuner" has only begun).
 */
export function findHeadEnd(scene: Scene, dates: readonly Span[]): number {
	const { tokens, words } = scene;
	let told = false;
	for (let at = 0; at < tokens.length; at++) {
		if (at > 0 && words.topic.at(tokens, at)) return at;
		if (told && at > 0 && scene.parted(at) && !/^\s*,\s*$/.test(tokens[at]?.gap ?? '')) return at;
		told ||=
			tells(scene, at) && !dates.some(({ from, to }) => from < (tokens[at]?.to ?? 0) && to > (tokens[at]?.from ?? 0));
	}
	return tokens.length;
}

function tells(scene: Scene, at: number): boolean {
	const token = scene.tokens[at];
	if (!token || scene.role(at)) return false;
	if (scene.words.kinds.at(scene.tokens, at)) return true;
	return token.gap.endsWith('@') || (token.capital && !scene.words.vocabulary.has(token.folded));
}
