import { memoryFiles } from './files';
import { FileJournal } from './journal/journal';
import { memoryFolder } from './journal/memory-folder';
import { createShelf, MemoryRecords, type Shelf } from './memory-records';
import { openRecordLog } from './record-log';
import { createSnapshots } from './snapshots';
import type { LogOptions, UpdateLog } from './update-log';

/** A log that ends with the page: for trying Kith out, and for tests. Logs on one shelf follow each other as tabs do. */
export function memoryLog(options: LogOptions = {}, shelf: Shelf = createShelf()): Promise<UpdateLog> {
	const snapshots = createSnapshots([memoryFiles(shelf.snapshots)]);
	const journal = new FileJournal(memoryFolder(shelf.drawer));
	return openRecordLog({ records: new MemoryRecords(shelf), snapshots, journal }, options);
}
