import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Files } from './files';

interface Schema extends DBSchema {
	snapshots: { key: string; value: Uint8Array };
	/** Bytes of each snapshot, so that listing reads none of them. */
	sizes: { key: string; value: number };
}

/** A database apart from the document's: what breaks one need not break the other. Opened for each use. */
export function indexedDbSnapshots(name: string): Files {
	async function use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
		const database = await openDB<Schema>(name, 1, {
			upgrade(fresh) {
				fresh.createObjectStore('snapshots');
				fresh.createObjectStore('sizes');
			}
		});
		try {
			return await work(database);
		} finally {
			database.close();
		}
	}

	return {
		write: (id, bytes) =>
			use(async (database) => {
				const transaction = database.transaction(['snapshots', 'sizes'], 'readwrite', { durability: 'strict' });
				await Promise.all([
					transaction.objectStore('snapshots').put(bytes, id),
					transaction.objectStore('sizes').put(bytes.length, id),
					transaction.done
				]);
			}),
		list: () =>
			use(async (database) => {
				const { store } = database.transaction('sizes');
				const [ids, sizes] = await Promise.all([store.getAllKeys(), store.getAll()]);
				return new Map(ids.map((id, index) => [id, sizes[index] ?? 0]));
			}),
		read: (id) =>
			use(async (database) => {
				const bytes = await database.get('snapshots', id);
				if (!bytes) throw new Error(`no snapshot ${id}`);
				return bytes;
			}),
		remove: (id) =>
			use(async (database) => {
				const transaction = database.transaction(['snapshots', 'sizes'], 'readwrite');
				await Promise.all([
					transaction.objectStore('snapshots').delete(id),
					transaction.objectStore('sizes').delete(id),
					transaction.done
				]);
			})
	};
}
