import type { DBSchema } from 'idb';
import { KeptDatabase } from './kept-database';

/** Private keys stay keys here: the browser stores them, and no script can read them out. */
export interface KeptKeyPairs {
	readonly sign: CryptoKeyPair;
	readonly agree: CryptoKeyPair;
}

/** The device's group: signed entries and secrets, each by its id. */
export interface KeptGroupPart {
	readonly id: string;
	readonly entries: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
	readonly secrets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

interface Schema extends DBSchema {
	keys: { key: string; value: KeptKeyPairs };
	group: { key: string; value: KeptGroupPart };
}

/** What this device is and belongs to. It is never synced and in no copy: whoever has it is this device. */
export interface DeviceKeys {
	readKeys(): Promise<KeptKeyPairs | null>;
	/** Keeps these unless there are some already; the answer is what is kept, the same in all tabs. */
	keepKeys(fresh: KeptKeyPairs): Promise<KeptKeyPairs>;
	readGroup(): Promise<KeptGroupPart | null>;
	/** Adds to what is kept. False, and nothing kept, when it is of another group. */
	addToGroup(part: KeptGroupPart): Promise<boolean>;
	forgetGroup(): Promise<void>;
	/** Whoever comes back is another device. */
	forgetKeys(): Promise<void>;
	close(): void;
}

const own = 'own';

/** Every failure is a `KithError`. Two tabs that write at once lose nothing: each adds in one transaction. */
export function openDeviceKeys(name = 'kith-keys'): DeviceKeys {
	const database = new KeptDatabase<Schema>(name, 1, (fresh) => {
		fresh.createObjectStore('keys');
		fresh.createObjectStore('group');
	});
	return {
		readKeys: async () => (await database.use((opened) => opened.get('keys', own))) ?? null,
		keepKeys: (fresh) =>
			database.use(async (opened) => {
				const { store, done } = opened.transaction('keys', 'readwrite', { durability: 'strict' });
				const kept = (await store.get(own)) ?? fresh;
				await Promise.all([store.put(kept, own), done]);
				return kept;
			}),
		readGroup: async () => (await database.use((opened) => opened.get('group', own))) ?? null,
		addToGroup: ({ id, entries, secrets }) =>
			database.use(async (opened) => {
				const { store, done } = opened.transaction('group', 'readwrite', { durability: 'strict' });
				const kept = await store.get(own);
				const isSame = !kept || kept.id === id;
				const whole = {
					id,
					entries: new Map([...(kept?.entries ?? []), ...entries]),
					secrets: new Map([...(kept?.secrets ?? []), ...secrets])
				};
				await Promise.all([isSame ? store.put(whole, own) : undefined, done]);
				return isSame;
			}),
		forgetGroup: () => database.use((opened) => opened.delete('group', own)),
		forgetKeys: () => database.use((opened) => opened.delete('keys', own)),
		close: () => database.close()
	};
}
