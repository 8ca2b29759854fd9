import * as Y from 'yjs';
import { isSound, isUnharmed } from '$lib/updates/soundness';
import type { StoredRecord } from './records';

export interface Hydrated {
	readonly doc: Y.Doc;
	/** Records left out because they would have broken the document. */
	readonly bad: readonly StoredRecord[];
}

/**
 * The document that all readable records make. Sound records, nearly always all of them, are decoded once only;
 * when something is wrong each record is examined and the document is made anew from the good ones.
 */
export function hydrate(records: readonly StoredRecord[]): Hydrated {
	const isBytes = (record: StoredRecord) => record.readable && record.value instanceof Uint8Array;
	const doc = replayAtOnce(records.filter(isBytes));
	if (doc) return { doc, bad: records.filter((record) => !isBytes(record)) };

	const good = new Set(records.filter((record) => isBytes(record) && isSound(record.value)));
	for (;;) {
		const replayed = replayOneByOne([...good]);
		if (replayed instanceof Y.Doc) return { doc: replayed, bad: records.filter((record) => !good.has(record)) };
		good.delete(replayed);
	}
}

/** In one transaction, so that clean-up runs once. */
function replayAtOnce(records: readonly StoredRecord[]): Y.Doc | null {
	const doc = new Y.Doc();
	try {
		doc.transact(() => {
			for (const { value } of records) Y.applyUpdate(doc, value as Uint8Array);
		});
		if (isUnharmed(doc)) return doc;
	} catch {
		// Which record it was is found out one by one.
	}
	doc.destroy();
	return null;
}

function replayOneByOne(records: readonly StoredRecord[]): Y.Doc | StoredRecord {
	const doc = new Y.Doc();
	for (const record of records) {
		try {
			Y.applyUpdate(doc, record.value as Uint8Array);
		} catch {
			doc.destroy();
			return record;
		}
	}
	return doc;
}
