/** Where everything lies in the document: its root types. A new collection is a new root. */
import type * as Y from 'yjs';
import type { Row } from './row';

export interface Roots {
	readonly doc: Y.Doc;
	readonly contacts: Y.Map<unknown>;
	readonly reminders: Y.Map<unknown>;
	readonly interactions: Y.Map<unknown>;
	readonly settings: Row;
	/** `schema/<major>` → true for each major version that ever wrote here. */
	readonly meta: Y.Map<unknown>;
}

export function rootsOf(doc: Y.Doc): Roots {
	return {
		doc,
		contacts: doc.getMap('contacts'),
		reminders: doc.getMap('reminders'),
		interactions: doc.getMap('interactions'),
		settings: doc.getMap('settings'),
		meta: doc.getMap('meta')
	};
}

/** Grows only when an older app would misread what this one writes. */
export const schemaMajor = 1;

const prefix = 'schema/';

/** The greatest major version that wrote in the document; 0 in an empty one. */
export function newestSchema(meta: Y.Map<unknown>): number {
	let newest = 0;
	for (const key of meta.keys()) {
		const major = key.startsWith(prefix) ? Number(key.slice(prefix.length)) : 0;
		if (Number.isSafeInteger(major) && major > newest) newest = major;
	}
	return newest;
}

export function markSchema(meta: Y.Map<unknown>): void {
	const key = `${prefix}${schemaMajor}`;
	if (!meta.has(key)) meta.set(key, true);
}
