import * as Y from 'yjs';

/**
 * No client writes this many characters and entries in one session. A larger clock is damage: one `GC` struct of length
 * 2^40 (12 bytes) makes a replica take all later changes of that client for known and drop them.
 */
export const clockLimit = 2 ** 32;

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

/** Whether the bytes are an update that can be applied without harm, found out without applying them. */
export const isSound = (value: unknown): value is Uint8Array => decodeSound(value) !== null;

/** What the update consists of when it is sound, else null. */
export function decodeSound(value: unknown): DecodedUpdate | null {
	if (!(value instanceof Uint8Array)) return null;
	try {
		const update = Y.decodeUpdate(value);
		return update.structs.every((struct) => struct.length > 0 && struct.id.clock + struct.length < clockLimit) &&
			areSane(update.ds.clients)
			? update
			: null;
	} catch {
		return null;
	}
}

/** Whether no client's clock has been thrown out of reach, by what was applied or by what waits to be. */
export function isUnharmed(doc: Y.Doc): boolean {
	const { clients, pendingDs } = doc.store;
	for (const client of clients.keys()) if (Y.getState(doc.store, client) >= clockLimit) return false;
	return pendingDs === null || areSane(Y.decodeUpdateV2(pendingDs).ds.clients);
}

/** Whether something waits for a record that is missing. */
export function isPending(doc: Y.Doc): boolean {
	return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

function areSane(deletions: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>): boolean {
	return [...deletions.values()].every((ranges) => ranges.every(({ clock, len }) => clock + len < clockLimit));
}
