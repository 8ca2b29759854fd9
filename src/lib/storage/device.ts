import type { DBSchema } from 'idb';
import { KeptDatabase } from './kept-database';
import { randomId } from './random-id';

interface Schema extends DBSchema {
	values: { key: string; value: unknown };
}

/** What belongs to this device alone and is never synced: its id, and small values by key. */
export interface Device {
	/** Six characters, the same for ever. */
	readonly id: string;
	/** Undefined when never set. */
	get(key: string): Promise<unknown>;
	set(key: string, value: unknown): Promise<void>;
	close(): void;
}

/** Makes the id at the first opening; two tabs that do so at once agree. */
export async function openDevice(name = 'kith-device'): Promise<Device> {
	const database = new KeptDatabase<Schema>(name, 1, (fresh) => fresh.createObjectStore('values'));
	const id = await database.use(async (opened) => {
		const { store, done } = opened.transaction('values', 'readwrite', { durability: 'strict' });
		const kept = await store.get('id');
		const made = typeof kept === 'string' ? kept : randomId(6);
		await Promise.all([store.put(made, 'id'), done]);
		return made;
	});
	const get = (key: string) => database.use((opened) => opened.get('values', `own/${key}`));
	const set = (key: string, value: unknown) =>
		database.use(async (opened) => {
			await opened.put('values', value, `own/${key}`);
		});

	return {
		id,
		get,
		set,
		close: () => database.close()
	};
}
