import { wrap, type DBSchema, type IDBPDatabase } from 'idb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

/** The layout y-indexeddb gives a document's database. Other keys of `custom` are left alone by it. */
export interface YSchema extends DBSchema {
	updates: { key: number; value: unknown };
	custom: { key: string; value: unknown };
}

/**
 * Opens (or makes) a document's database as y-indexeddb does, without its loading and saving: one corrupt record would
 * hang the first, and the second drops errors and appends the whole state at each opening.
 */
export async function openYDatabase(name: string): Promise<IDBPDatabase<YSchema>> {
	const { opening } = new Opening(name, new Y.Doc());
	return wrap(await opening) as IDBPDatabase<YSchema>;
}

class Opening extends IndexeddbPersistence {
	declare opening: Promise<IDBDatabase>;
}

/** y-indexeddb keeps its database promise here and waits for it to load: it is given one that never comes. */
Object.defineProperty(Opening.prototype, '_db', {
	set(this: Opening, opening: Promise<IDBDatabase>) {
		this.opening = opening;
	},
	get: () => new Promise(() => undefined)
});
