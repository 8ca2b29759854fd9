import type { Files } from './files';
import { createShelf, MemoryRecords, soon, type Shelf } from './memory-records';
import { openRecordLog } from './record-log';
import { createSnapshots } from './snapshots';
import type { LogOptions, UpdateLog } from './update-log';

/** A log that ends with the page: for trying Kith out, and for tests. Logs on one shelf follow each other as tabs do. */
export function memoryLog(options: LogOptions = {}, shelf: Shelf = createShelf()): Promise<UpdateLog> {
	return openRecordLog(new MemoryRecords(shelf), createSnapshots([memorySnapshots(shelf)]), options);
}

function memorySnapshots({ snapshots }: Shelf): Files {
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
