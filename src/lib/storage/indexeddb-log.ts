import { IndexedDbRecords } from './indexeddb-records';
import { indexedDbSnapshots } from './indexeddb-snapshots';
import { opfsSnapshots } from './opfs-snapshots';
import { openRecordLog } from './record-log';
import { createSnapshots } from './snapshots';
import type { LogOptions, UpdateLog } from './update-log';

/**
 * The document `name` on this device. Rejects with `KithError` `open-failed`, `blocked` (another tab holds the
 * database) or `slow` (storage does not answer) within 5 s; what is in memory elsewhere is untouched.
 */
export function openIndexedDbLog(name: string, options: LogOptions = {}): Promise<UpdateLog> {
	return openRecordLog(new IndexedDbRecords(name), openSnapshots(name), options);
}

/** Snapshots can be read when the log itself cannot be opened. */
export function openSnapshots(name: string) {
	return createSnapshots([indexedDbSnapshots(`${name}-snapshots`), opfsSnapshots(`${name}-snapshots`)]);
}
