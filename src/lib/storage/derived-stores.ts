import type { DBSchema, IDBPDatabase } from 'idb';
import type { ContactId } from '$lib/domain/contact';
import type { Reminder } from '$lib/domain/reminder';
import type { Settings } from '$lib/domain/settings';
import { KithError, type Head, type Page, type TimelinePage } from '$lib/kith';
import type { DerivedPatch, SearchIndex } from './derived';
import { chunkOf, decodeChunk, encodeChunk, spreadRows } from './row-chunk';
import { finished, quiet } from './transaction';

/** Raise it when `Row`, `Page`, `TimelinePage`, `Reminder` or `Settings` change in any way. */
export const version = 2;

interface Meta {
	readonly version: number;
	readonly mark: number;
	readonly reminders: readonly Reminder[];
	readonly settings: Settings;
	readonly timeline: TimelinePage;
}

export interface DerivedSchema extends DBSchema {
	meta: { key: 'meta'; value: Meta };
	chunks: { key: number; value: string };
	pages: { key: ContactId; value: Page };
	search: { key: 'index'; value: SearchIndex & { readonly version: number } };
}

type Database = IDBPDatabase<DerivedSchema>;

export function createStores(fresh: Database): void {
	for (const store of ['meta', 'chunks', 'pages', 'search'] as const) fresh.createObjectStore(store);
}

/** Null when there is none or it is another version's. */
export async function readMeta(database: Database): Promise<Meta | null> {
	const meta = await database.get('meta', 'meta');
	return meta?.version === version ? meta : null;
}

export async function putPages(database: Database, pages: readonly Page[]): Promise<void> {
	const transaction = quiet(database.transaction('pages', 'readwrite'));
	await finished(transaction, ...pages.map((page) => () => transaction.store.put(page, page.contact.id)));
}

/** The step of a rebuild that makes it count. */
export async function replaceHead(
	database: Database,
	{ rows, reminders, settings }: Head,
	timeline: TimelinePage,
	mark: number,
	gone: ReadonlySet<ContactId>
): Promise<void> {
	const transaction = quiet(database.transaction(['meta', 'chunks', 'pages'], 'readwrite'));
	const [meta, chunks, pages] = [
		transaction.objectStore('meta'),
		transaction.objectStore('chunks'),
		transaction.objectStore('pages')
	];
	await finished(
		transaction,
		...[...gone].map((id) => () => pages.delete(id)),
		...spreadRows(rows).map((chunk, key) => () => chunks.put(encodeChunk(chunk), key)),
		() => meta.put({ version, mark, reminders, settings, timeline }, 'meta')
	);
}

/** `reached` is the mark that the caller knows the store to have had. */
export async function applyPatch(database: Database, patch: DerivedPatch, reached: number): Promise<void> {
	const transaction = quiet(database.transaction(['meta', 'chunks', 'pages'], 'readwrite'));
	const [meta, chunks, pages] = [
		transaction.objectStore('meta'),
		transaction.objectStore('chunks'),
		transaction.objectStore('pages')
	];
	const before = await meta.get('meta');
	if (before?.version !== version || before.mark < reached) {
		throw new KithError('io', 'the fast store waits to be rebuilt');
	}
	if (before.mark > patch.mark) return;

	const keys = [...new Set([...patch.removed, ...patch.rows.map((row) => row.id)].map(chunkOf))];
	const texts = await Promise.all(keys.map((key) => chunks.get(key)));
	const patched = texts.map((text) => new Map(decodeChunk(text).map((row) => [row.id, row])));
	const of = (id: ContactId) => patched[keys.indexOf(chunkOf(id))];
	for (const id of patch.removed) of(id)?.delete(id);
	for (const row of patch.rows) of(row.id)?.set(row.id, row);
	const { timeline, reminders, settings, mark } = { ...before, ...patch };
	await finished(
		transaction,
		...keys.map((key, index) => () => chunks.put(encodeChunk([...(patched[index]?.values() ?? [])]), key)),
		...patch.removed.map((id) => () => pages.delete(id)),
		...patch.pages.map((page) => () => pages.put(page, page.contact.id)),
		() => meta.put({ version, mark, reminders, settings, timeline }, 'meta')
	);
}
