/** Two contacts that are one person: `mergedInto` on the one that gave way, undone by clearing it. */
import type { ContactId } from '$lib/domain/contact';

/**
 * Who stands for a contact in the end. Of contacts that were merged into each other in a ring, as two devices may do
 * at once, the one with the smallest id stands for all.
 */
export function survivorOf(id: ContactId, mergedInto: (id: ContactId) => ContactId | ''): ContactId {
	const path: ContactId[] = [];
	let current = id;
	for (;;) {
		const turn = path.indexOf(current);
		if (turn >= 0) return path.slice(turn).reduce((a, b) => (b < a ? b : a));
		path.push(current);
		const next = mergedInto(current);
		if (!next) return current;
		current = next;
	}
}
