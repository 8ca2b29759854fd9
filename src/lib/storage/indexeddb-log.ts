import { IndexedDbRecords } from './indexeddb-records';
import { indexedDbSnapshots } from './indexeddb-snapshots';
import { FileJournal } from './journal/journal';
import { opfsFolder } from './journal/opfs-folder';
import { opfsSnapshots } from './opfs-snapshots';
import { openRecordLog } from './record-log';
import { createSnapshots } from './snapshots';
import type { LogOptions, UpdateLog } from './update-log';

/**
 * The document `name` on this device. Rejects with `KithError` `open-failed`, `blocked` (another tab holds the
 * database) or `slow` (storage does not answer) within 5 s; what is in memory elsewhere is untouched.
 */
export function openIndexedDbLog(name: string, options: LogOptions = {}): Promise<UpdateLog> {
	const folder = opfsFolder(`${documentOf(name)}-journal`);
	const journal = folder && new FileJournal(folder);
	return openRecordLog({ records: new IndexedDbRecords(name), snapshots: openSnapshots(name), journal }, options);
}

/** Snapshots can be read when the log itself cannot be opened. */
export function openSnapshots(name: string) {
	const folder = `${documentOf(name)}-snapshots`;
	return createSnapshots([indexedDbSnapshots(folder), opfsSnapshots(folder)]);
}

/** A database begun beside a broken one holds the same document: what is kept apart from both is theirs together. */
export const documentOf = (name: string) => name.replace(/-\d+$/, '');
