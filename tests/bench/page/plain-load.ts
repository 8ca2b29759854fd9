import { openDB } from 'idb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { Clock } from '$lib/doc/clock';
import { Contacts } from '$lib/doc/contacts';
import { KithDocument } from '$lib/doc/doc';

/** Puts the bytes behind `/bench/<file>` where y-indexeddb looks for the document `name`. */
export async function fillDatabase(name: string, file: string): Promise<void> {
	const update = new Uint8Array(await (await fetch(`/bench/${file}`)).arrayBuffer());
	const doc = new Y.Doc();
	const persistence = new IndexeddbPersistence(name, doc);
	await persistence.whenSynced;
	await persistence.destroy();
	const database = await openDB(name);
	const { store, done } = database.transaction('updates', 'readwrite', { durability: 'strict' });
	await Promise.all([store.clear(), store.add(update), done]);
	database.close();
}

/** What an app would do that asks y-indexeddb for its document and lists everyone in it; milliseconds. */
export async function loadPlainly(name: string): Promise<{ loadMs: number; readMs: number; contacts: number }> {
	const start = performance.now();
	const doc = new Y.Doc();
	const persistence = new IndexeddbPersistence(name, doc);
	await persistence.whenSynced;
	const loaded = performance.now();
	const contacts = new Contacts(doc.getMap('contacts'), { replica: '', clock: new Clock(() => 0) });
	const read = [...contacts.ids()].flatMap((id) => contacts.read(id) ?? []);
	const end = performance.now();
	await persistence.destroy();
	return { loadMs: loaded - start, readMs: end - loaded, contacts: read.length };
}

/** The same with all that happened as well, through everything the app itself reads a document with; milliseconds. */
export async function loadWholly(name: string): Promise<{ ms: number; contacts: number; interactions: number }> {
	const start = performance.now();
	const doc = new Y.Doc();
	const persistence = new IndexeddbPersistence(name, doc);
	await persistence.whenSynced;
	const kith = new KithDocument(doc, 'bench', () => 0);
	const contacts = [...kith.contacts.ids()].flatMap((id) => kith.contacts.read(id) ?? []);
	const ms = performance.now() - start;
	await persistence.destroy();
	return { ms, contacts: contacts.length, interactions: kith.interactions.all.size };
}
