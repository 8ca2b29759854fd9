import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import type { Contact } from '$lib/domain/contact';
import type { Row } from '$lib/domain/row';
import { defaultSettings } from '$lib/domain/settings';
import type { Page, TimelinePage } from '$lib/kith';
import { openDerived, type Derived, type DerivedPatch } from './derived';

const timeline: TimelinePage = { interactions: [], next: null };
const nothing: DerivedPatch = { rows: [], removed: [], pages: [], mark: 1 };

let name = '';
let derived: Derived;

beforeEach(async () => {
	name = `derived-${Math.random()}`;
	derived = await openDerived(name);
});

/** Unlike in every field of a kind, so that no value can stand in another's place. */
const row = (id: string, name = `Name ${id}`): Row => ({
	id,
	name,
	shortName: 'short',
	sortKey: 'sort',
	nameKeys: ['key'],
	photo: 'photo',
	organization: 'organization',
	title: 'title',
	cities: ['Lyon'],
	tags: ['tag'],
	circle: 'close',
	cadence: '30',
	snoozedUntil: '2026-03-03',
	paused: id < 'b',
	favourite: id < 'c',
	archived: id < 'd',
	deceased: id < 'e',
	birthday: '--04-12',
	dates: [{ label: 'met', date: '2020' }],
	lastContact: '2026-01-02',
	last: { id: 'i', kind: 'call', when: '2026-01-02T10:00', note: '' },
	nextTime: ['her move\nto Lyon'],
	phone: 'phone',
	email: 'email',
	createdAt: 5,
	origin: 'origin'
});

const page = (id: string): Page => ({
	contact: { id } as Contact,
	others: [],
	interactions: [],
	complete: true,
	mentionedIn: { notes: [], interactions: [] }
});

async function rebuild(ids: readonly string[], mark = 1): Promise<void> {
	const head = { rows: ids.map((id) => row(id)), reminders: [], settings: defaultSettings };
	await derived.rebuild(head, ids.map(page), timeline, mark);
}

const rowsById = async () => new Map((await derived.readHead())?.rows.map((read) => [read.id, read]));

test('a new store answers nothing', async () => {
	expect(await derived.readMark()).toBeNull();
	expect(await derived.readHead()).toBeNull();
	expect(await derived.readPage('a')).toBeNull();
	expect(await derived.readTimeline()).toBeNull();
	expect(await derived.readSearch()).toBeNull();
});

test('what was rebuilt is read back the same', async () => {
	await rebuild(['a', 'b', 'c', 'd', 'e'], 7);
	expect(await derived.readMark()).toBe(7);
	expect(await derived.readHead()).toMatchObject({ reminders: [], settings: defaultSettings, mark: 7 });
	expect([...(await rowsById()).values()].sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
		['a', 'b', 'c', 'd', 'e'].map((id) => row(id))
	);
	expect(await derived.readPage('b')).toEqual(page('b'));
	expect(await derived.readTimeline()).toEqual(timeline);
});

test('a rebuild forgets who is gone', async () => {
	await rebuild(['a', 'b'], 1);
	await rebuild(['b'], 2);
	expect(await derived.readPage('a')).toBeNull();
	expect([...(await rowsById()).keys()]).toEqual(['b']);
});

test('a patch changes rows and pages, and only what it names', async () => {
	await rebuild(['a', 'b', 'c']);
	await derived.patch({ ...nothing, rows: [row('a', 'Ana'), row('d')], removed: ['b'], pages: [page('d')], mark: 2 });
	expect([...(await rowsById()).keys()].sort()).toEqual(['a', 'c', 'd']);
	expect((await rowsById()).get('a')?.name).toBe('Ana');
	expect(await derived.readPage('b')).toBeNull();
	expect(await derived.readPage('d')).toEqual(page('d'));
	expect(await derived.readTimeline()).toEqual(timeline);
	expect(await derived.readMark()).toBe(2);
});

test('a patch from a tab that is behind changes nothing', async () => {
	await rebuild(['a'], 5);
	const behind = await openDerived(name);
	await behind.patch({ ...nothing, rows: [row('a', 'Old')], mark: 4 });
	expect((await rowsById()).get('a')?.name).toBe('Name a');
	expect(await derived.readMark()).toBe(5);
});

test('a store that another tab set back is not patched on', async () => {
	await rebuild(['a'], 5);
	await derived.patch({ ...nothing, rows: [row('a', 'Ana')], mark: 6 });
	const other = await openDerived(name);
	await other.rebuild({ rows: [row('a')], reminders: [], settings: defaultSettings }, [], timeline, 5);
	await expect(derived.patch({ ...nothing, mark: 7 })).rejects.toMatchObject({ code: 'io' });
	await rebuild(['a'], 7);
	await derived.patch({ ...nothing, mark: 8 });
	expect(await derived.readMark()).toBe(8);
});

test('after a failed patch the store takes no other until it is rebuilt', async () => {
	await rebuild(['a']);
	const unstorable = { ...page('a'), others: (() => 0) as never };
	await expect(
		derived.patch({ ...nothing, rows: [row('a', 'Ana')], pages: [unstorable], mark: 2 })
	).rejects.toMatchObject({
		code: 'io'
	});
	expect((await rowsById()).get('a')?.name).toBe('Name a');
	await expect(derived.patch({ ...nothing, mark: 3 })).rejects.toMatchObject({ code: 'io' });
	expect(await derived.readMark()).toBe(1);
	await rebuild(['a'], 3);
	await derived.patch({ ...nothing, mark: 4 });
});

test.each([
	['another version', async () => put('meta', { version: 0, mark: 1 }, 'meta')],
	['a chunk with a changed letter', async () => put('chunks', await changed(), 3)],
	['a chunk that is no text', async () => put('chunks', 5, 3)],
	['a chunk missing', async () => remove('chunks', 3)]
])('%s: it answers nothing, and counts again once rebuilt', async (_, damage) => {
	await rebuild(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
	await damage();
	expect(await derived.readHead()).toBeNull();
	expect(await derived.readPage('a')).toBeNull();
	await rebuild(['a'], 1);
	expect(await derived.readMark()).toBe(1);
	expect([...(await rowsById()).keys()]).toEqual(['a']);
});

test('a page that is another contact’s is not shown', async () => {
	await rebuild(['a', 'b']);
	await put('pages', page('b'), 'a');
	expect(await derived.readPage('a')).toBeNull();
	expect(await derived.readPage('b')).toEqual(page('b'));
});

test('a database of a later layout is thrown away', async () => {
	derived.close();
	(await openDB(name, 9)).close();
	derived = await openDerived(name);
	await rebuild(['a']);
	expect(await derived.readMark()).toBe(1);
});

test('the search index is kept beside', async () => {
	await derived.writeSearch({ mark: 4, index: '{}' });
	expect(await derived.readSearch()).toEqual({ mark: 4, index: '{}' });
});

async function put(store: string, value: unknown, key: IDBValidKey): Promise<void> {
	const database = await openDB(name);
	await database.put(store, value, key);
	database.close();
}

async function remove(store: string, key: IDBValidKey): Promise<void> {
	const database = await openDB(name);
	await database.delete(store, key);
	database.close();
}

/** Chunk 3 with its last letter but one changed, as no parser would notice. */
async function changed(): Promise<string> {
	const database = await openDB(name);
	const chunk = String(await database.get('chunks', 3));
	database.close();
	return `${chunk.slice(0, -1)} ]`;
}
