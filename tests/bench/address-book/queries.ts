import { addressedBy } from './addressed';
import { Chance } from './random';
import type { FullDraft } from './generate';

/** What someone types to find a person, and the name that must be found by it; null where there are many. */
export interface TypedQuery {
	readonly text: string;
	readonly finds: string | null;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Two letters in the middle change places. */
function mistyped(word: string): string {
	const at = Math.floor(word.length / 2);
	return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

/** Names without accents, names mistyped, and words of what people wrote, did and where they live. */
export function typedQueries(draft: FullDraft, seed = 5): readonly TypedQuery[] {
	const chance = new Chance(seed);
	const named = addressedBy(draft, 200).filter(({ name }) => /^[a-z ]+$/.test(plain(name)) && name.length > 9);
	const names = named.slice(0, 10).map(({ name }) => ({ text: plain(name).slice(0, 14), finds: name }));
	const typos = named.slice(10, 15).map(({ name }) => ({ text: mistyped(plain(name)), finds: name }));
	const phrases = Array.from({ length: 5 }, () => {
		const words = chance
			.one(draft.interactions)
			.note.split(' ')
			.filter((word) => word.length > 4);
		return { text: plain(words.slice(0, 2).join(' ')).slice(0, 14), finds: null };
	});
	const organizations = Array.from({ length: 2 }, () => ({
		text: plain(chance.one(draft.contacts).organization ?? 'atelier').slice(0, 8),
		finds: null
	}));
	const others = ['geneve', 'colleagues'].map((text) => ({ text, finds: null }));
	return [...names, ...typos, ...phrases, ...organizations, ...others].filter(({ text }) => text !== '');
}
