import type { Chance } from './random';

/** In the order of its characters' codes, as the app's own ids. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/** Ids like the app's: 22 characters, of which the first eight grow with the moment and the rest are chance. */
export function idMaker(chance: Chance, now: () => number): () => string {
	return () => {
		let id = '';
		for (let rest = now(), place = 0; place < 8; place++, rest = Math.floor(rest / 64)) {
			id = alphabet.charAt(rest % 64) + id;
		}
		while (id.length < 22) id += alphabet.charAt(Math.floor(chance.fraction() * 64));
		return id;
	};
}
