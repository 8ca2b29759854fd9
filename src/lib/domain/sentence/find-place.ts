import type { FoundValue } from './reading';
import type { Scene } from './scene';
import { possessive } from './tokens';

/** "at Café Zola", « chez Tom », « à Lyon », "at home". Only what is surely one: written with a capital, or a known phrase. */
export function findPlace(scene: Scene): FoundValue<string> | null {
	for (let at = 0; at < scene.headEnd; at++) {
		if (scene.role(at)) continue;
		const known = scene.words.places.at(scene.tokens, at);
		if (known) return valued(scene, at, known.count, at);
		const kept = scene.is('placeKept', at);
		if (!kept && !scene.is('placeBefore', at)) continue;
		const nameAt = scene.is('articles', at + 1) ? at + 2 : at + 1;
		let count = nameLength(scene, nameAt);
		if (kept && count && scene.is('and', nameAt + count)) {
			const more = nameLength(scene, nameAt + count + 1);
			if (more) count += 1 + more;
		}
		if (!count || (!kept && isPerson(scene, at, nameAt, count))) continue;
		return valued(scene, at, nameAt + count - at, kept ? at : nameAt);
	}
	return null;
}

function valued(scene: Scene, at: number, count: number, valueAt: number): FoundValue<string> {
	const span = scene.span(at, count);
	return { ...span, value: scene.text.slice(scene.tokens[valueAt]?.from ?? span.from, span.to) };
}

/** Words of a name in capitals, particles within: "Café de la Paix", "Tom's". */
export function nameLength(scene: Scene, start: number): number {
	let length = 0;
	for (let at = start; at < scene.tokens.length && !scene.role(at); at++) {
		const token = scene.tokens[at];
		if (!token || (at > start && scene.parted(at))) break;
		const owning = at > start && token.folded === possessive;
		const numbered = at > start && /^\d+$/.test(token.text);
		if (token.capital || owning || numbered) length = at - start + 1;
		else if (at === start || !scene.is('particles', at)) break;
	}
	return length;
}

/** « téléphoné à Ana » names a person, « déjeuner à Lyon » a place; "at Tom's" is a place whoever Tom is. */
function isPerson(scene: Scene, at: number, nameAt: number, count: number): boolean {
	if (scene.tokens[nameAt + count - 1]?.folded === possessive) return false;
	const known = scene.people.named(
		scene.tokens
			.slice(nameAt, nameAt + count)
			.map(({ folded }) => folded)
			.join(' ')
	);
	const towards = scene.is('towards', at);
	return (
		known !== undefined ||
		(towards && (scene.is('verbs', at - 1) || scene.is('sendings', at - 2) || isKind(scene, at - 1)))
	);
}

/** « message à Ana », « coup de fil à Ana » : what goes to someone. A meal or a party is somewhere. */
function isKind(scene: Scene, at: number): boolean {
	const going = ['call', 'video', 'message', 'mail', 'letter'];
	return [at, at - 1, at - 2].some((start) => {
		const kind = scene.words.kinds.at(scene.tokens, start);
		return kind !== null && start + kind.count === at + 1 && going.includes(kind.found);
	});
}
