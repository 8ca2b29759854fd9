import type { Bytes } from './bytes';
import { TrustError } from './trust-error';
import type { DeviceKeyPairs } from './identity';

/** What a device keeps of its group: signed entries by their id, and the secrets by the entry that began their epoch. */
export interface KeptGroup {
	readonly id: string;
	readonly entries: ReadonlyMap<string, Bytes>;
	readonly secrets: ReadonlyMap<string, Bytes>;
}

/** Where a device keeps its keys and its group. Several tabs may write at once: writing only ever adds. */
export interface KeyStore {
	readKeys(): Promise<DeviceKeyPairs | null>;
	/** Keeps these unless there are some already; the answer is what is kept. */
	keepKeys(fresh: DeviceKeyPairs): Promise<DeviceKeyPairs>;
	readGroup(): Promise<KeptGroup | null>;
	/** Adds to what is kept. False, and nothing kept, when this device has another group. */
	addToGroup(part: KeptGroup): Promise<boolean>;
	/** The device leaves its group and drops the secrets. */
	forgetGroup(): Promise<void>;
	/** Who was removed comes back as another device, with fresh keys. */
	forgetKeys(): Promise<void>;
}

/** Ends with the page. */
export function memoryKeyStore(): KeyStore {
	let keys: DeviceKeyPairs | null = null;
	let group: KeptGroup | null = null;
	return {
		readKeys: async () => keys,
		keepKeys: async (fresh) => (keys ??= fresh),
		readGroup: async () => group,
		async addToGroup({ id, entries, secrets }) {
			if (group && group.id !== id) return false;
			group = {
				id,
				entries: new Map([...(group?.entries ?? []), ...entries]),
				secrets: new Map([...(group?.secrets ?? []), ...secrets])
			};
			return true;
		},
		async forgetGroup() {
			group = null;
		},
		async forgetKeys() {
			keys = null;
		}
	};
}

/** Adds, or says with a `TrustError` that this device has another group. */
export async function keepInGroup(store: KeyStore, part: KeptGroup): Promise<void> {
	if (!(await store.addToGroup(part))) throw new TrustError('other-group');
}
