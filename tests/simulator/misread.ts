import type { Doc } from 'yjs';
import { KithDocument } from '$lib/doc/doc';
import type { Oracle } from './oracle';

/** Where a document shows something else than what the list of edits leaves. */
export function misreadIn(doc: Doc, oracle: Oracle): readonly string[] {
	const kith = new KithDocument(doc, 'reader', () => 0);
	const notes = new Set([...kith.interactions.all.values()].map(({ note }) => note));
	try {
		return [...oracle.left(doc)].flatMap(([place, left]) => {
			const [what, id = '', field = ''] = place.split('/');
			const contact = kith.contacts.read(id);
			if (what === 'logged') return notes.has(id) ? [] : [`${place} is not there`];
			if (!contact) return [`${place}: nobody is there`];
			if (what === 'typed')
				return oracle.erased.has(place) || contact.notes.includes(field) ? [] : [`${place} is missing`];
			if (what === 'trash') {
				const shown = kith.contacts.isLive(id) ? 'live' : 'deleted';
				return left.has(shown) ? [] : [`${place} is ${shown}, not ${[...left].join()}`];
			}
			if (what !== 'field') return [];
			const others = kith.contacts.others(id).filter((other) => other.field === field);
			const shown = [contact[field as 'given'], ...others.map(({ value }) => String(value))].sort();
			return String(shown) === String([...left].sort())
				? []
				: [`${place} shows ${shown.join()}, not ${[...left].join()}`];
		});
	} finally {
		kith.close();
	}
}
