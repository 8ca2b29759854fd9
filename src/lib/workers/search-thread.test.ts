import { describe, expect, it } from 'vitest';
import { contactWith, interactionWith, rowWith } from '../../../tests/support/people';
import { searchEntryOf } from '$lib/domain/search/entry';
import type { SearchIndex as StoredIndex } from '$lib/storage/derived';
import { defaultSettings } from '$lib/domain/settings';
import { SearchThread, type SearchSource } from './search-thread';

const ana = contactWith({ id: 'ana', given: 'Ana', family: 'Silva', notes: 'plays the piano' });
const tom = contactWith({ id: 'tom', given: 'Tom', family: 'Hughes' });

/** A fast store in memory whose contacts and mark a test sets. */
function storeOf(contacts: (typeof ana)[], mark: number | null) {
	const store = {
		contacts,
		mark,
		stored: null as StoredIndex | null,
		reads: 0
	};
	const source: SearchSource = {
		readMark: async () => store.mark,
		readHead: async () =>
			store.mark === null
				? null
				: {
						rows: store.contacts.map(({ id }) => rowWith({ id })),
						reminders: [],
						settings: defaultSettings,
						mark: store.mark
					},
		readPage: async (id) => {
			store.reads++;
			const contact = store.contacts.find((each) => each.id === id);
			const interactions = [interactionWith({ note: `lunch about ${id}` })];
			return contact
				? { contact, others: [], interactions, complete: true, mentionedIn: { notes: [], interactions: [] } }
				: null;
		},
		readSearch: async () => store.stored,
		writeSearch: async (index) => void (store.stored = index)
	};
	return { store, source };
}

/** Time that passes only when told, all at once. */
function clock() {
	const waiting: (() => void)[] = [];
	return {
		wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
		/** Lets everything happen that would in half a minute. */
		async pass() {
			for (let turn = 0; turn < 40; turn++) {
				for (const go of waiting.splice(0)) go();
				for (let i = 0; i < 20; i++) await Promise.resolve();
			}
		}
	};
}

const idsOf = (thread: SearchThread, text: string) => thread.query(text, 10).map(({ contactId }) => contactId);

describe('the search thread', () => {
	it('finds everyone of the fast store when no index was stored', async () => {
		const { source } = storeOf([ana, tom], 1);
		const thread = new SearchThread(source, clock().wait);
		await thread.open();
		expect([idsOf(thread, 'piano'), idsOf(thread, 'hugh')]).toEqual([['ana'], ['tom']]);
	});

	it('stores its index when all is quiet, and reads nobody again next time', async () => {
		const { store, source } = storeOf([ana], 1);
		const { wait, pass } = clock();
		await new SearchThread(source, wait).open();
		await pass();
		expect(store.stored?.mark).toBe(1);
		store.reads = 0;
		const thread = new SearchThread(source, wait);
		await thread.open();
		expect(idsOf(thread, 'silva')).toEqual(['ana']);
		expect(store.reads).toBe(0);
	});

	it('answers from a stored index that is out of date, then catches up', async () => {
		const { store, source } = storeOf([ana], 1);
		const { wait, pass } = clock();
		await new SearchThread(source, wait).open();
		await pass();
		store.contacts = [ana, tom];
		store.mark = 2;
		const thread = new SearchThread(source, wait);
		await thread.open();
		expect([idsOf(thread, 'ana'), idsOf(thread, 'tom')]).toEqual([['ana'], []]);
		await pass();
		expect(idsOf(thread, 'tom')).toEqual(['tom']);
		expect(store.stored?.mark).toBe(2);
	});

	it('waits for a fast store that is still being made', async () => {
		const { store, source } = storeOf([ana], null);
		const { wait, pass } = clock();
		const thread = new SearchThread(source, wait);
		let isOpen = false;
		void thread.open().then(() => (isOpen = true));
		await pass();
		expect(isOpen).toBe(false);
		store.mark = 1;
		await pass();
		expect(isOpen).toBe(true);
		expect(idsOf(thread, 'ana')).toEqual(['ana']);
	});

	it('reads an import once the fast store has followed it', async () => {
		const { store, source } = storeOf([ana], 1);
		const { wait, pass } = clock();
		const thread = new SearchThread(source, wait);
		await thread.open();
		let found = false;
		void thread.refresh().then(() => (found = true));
		await pass();
		expect(found).toBe(false);
		store.contacts = [ana, tom];
		store.mark = 2;
		await pass();
		expect(found).toBe(true);
		expect(idsOf(thread, 'tom')).toEqual(['tom']);
	});

	it('is caught up at once when its index is as fresh as the fast store', async () => {
		const { store, source } = storeOf([ana], 1);
		const { wait, pass } = clock();
		await new SearchThread(source, wait).open();
		await pass();
		const thread = new SearchThread(source, wait);
		await thread.open();
		await thread.caughtUp();
		store.mark = 2;
		const later = new SearchThread(source, wait);
		await later.open();
		let isCaughtUp = false;
		void later.caughtUp().then(() => (isCaughtUp = true));
		expect(isCaughtUp).toBe(false);
		await pass();
		expect(isCaughtUp).toBe(true);
	});

	it('reads a fast store that stays as it is once more in the end', async () => {
		const { store, source } = storeOf([ana], 1);
		const { wait, pass } = clock();
		const thread = new SearchThread(source, wait);
		await thread.open();
		store.contacts = [ana, tom];
		let found = false;
		void thread.refresh().then(() => (found = true));
		for (let minute = 0; minute < 4; minute++) await pass();
		expect(found).toBe(true);
		expect(idsOf(thread, 'tom')).toEqual(['tom']);
	});

	it('finds what changed at once, and forgets who left', async () => {
		const { source } = storeOf([ana, tom], 1);
		const thread = new SearchThread(source, clock().wait);
		await thread.open();
		thread.update([searchEntryOf({ ...ana, given: 'Anna', notes: '' }, [])]);
		thread.remove(['tom']);
		expect([idsOf(thread, 'anna'), idsOf(thread, 'piano'), idsOf(thread, 'tom')]).toEqual([['ana'], [], []]);
	});

	it('reads all anew when what is stored is damaged', async () => {
		const { store, source } = storeOf([ana], 1);
		store.stored = { mark: 1, index: '1\n{"broken' };
		const thread = new SearchThread(source, clock().wait);
		await thread.open();
		expect(idsOf(thread, 'ana')).toEqual(['ana']);
	});
});
