import type { DBSchema } from 'idb';
import type { ContactId } from '$lib/domain/contact';
import type { HistoryEntry } from '$lib/kith';
import { KeptDatabase } from './kept-database';

interface Schema extends DBSchema {
	entries: { key: number; value: HistoryEntry; indexes: { contact: ContactId } };
}

const entriesAContact = 200;

/** What was changed on this device, contact by contact; the oldest beyond 200 a contact are forgotten. */
export class ChangeHistory {
	readonly #database: KeptDatabase<Schema>;

	constructor(name = 'kith-history') {
		this.#database = new KeptDatabase<Schema>(name, 1, (fresh) => {
			fresh.createObjectStore('entries', { autoIncrement: true }).createIndex('contact', 'contactId');
		});
	}

	append(entries: readonly HistoryEntry[]): Promise<void> {
		return this.#database.use(async (database) => {
			const { store, done } = database.transaction('entries', 'readwrite');
			await Promise.all(entries.map((entry) => store.add(entry)));
			for (const id of new Set(entries.map((entry) => entry.contactId))) {
				const keys = await store.index('contact').getAllKeys(id);
				await Promise.all(keys.slice(0, -entriesAContact).map((key) => store.delete(key)));
			}
			await done;
		});
	}

	/** Newest first. */
	async read(id: ContactId): Promise<readonly HistoryEntry[]> {
		const entries = await this.#database.use((database) => database.getAllFromIndex('entries', 'contact', id));
		return entries.reverse();
	}

	close(): void {
		this.#database.close();
	}
}
