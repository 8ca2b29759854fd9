import { FileJournal } from './journal/journal';
import { memoryFolder } from './journal/memory-folder';
import { createShelf, MemoryRecords, soon, type Shelf } from './memory-records';
import { openRecordLog } from './record-log';
import { createSnapshots, type SnapshotStore } from './snapshots';
import type { LogOptions, UpdateLog } from './update-log';

/** A log that ends with the page: for trying Kith out, and for tests. Logs on one shelf follow each other as tabs do. */
export function memoryLog(options: LogOptions = {}, shelf: Shelf = createShelf()): Promise<UpdateLog> {
	const snapshots = createSnapshots([memorySnapshots(shelf)]);
	const journal = new FileJournal(memoryFolder(shelf.drawer));
	return openRecordLog({ records: new MemoryRecords(shelf), snapshots, journal }, options);
}

function memorySnapshots({ snapshots }: Shelf): SnapshotStore {
	return {
		write: (id, bytes) => soon(() => void snapshots.set(id, bytes)),
		list: () => soon(() => new Map([...snapshots].map(([id, bytes]) => [id, bytes.length]))),
		read: (id) =>
			soon(() => {
				const bytes = snapshots.get(id);
				if (!bytes) throw new Error(`no snapshot ${id}`);
				return bytes;
			}),
		remove: (id) => soon(() => void snapshots.delete(id))
	};
}
