import * as Y from 'yjs';

/** Whether a document has all that another one holds, its deletions too. */
export function contains(whole: Y.Doc, part: Y.Doc): boolean {
	for (const client of part.store.clients.keys())
		if (Y.getState(whole.store, client) < Y.getState(part.store, client)) return false;
	const gone = Y.createDeleteSetFromStructStore(whole.store).clients;
	for (const [client, runs] of Y.createDeleteSetFromStructStore(part.store).clients) {
		const wide = gone.get(client) ?? [];
		const isCovered = runs.every(({ clock, len }) =>
			wide.some((run) => run.clock <= clock && run.clock + run.len >= clock + len)
		);
		if (!isCovered) return false;
	}
	return true;
}

export const isSame = (one: Y.Doc, other: Y.Doc): boolean => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
