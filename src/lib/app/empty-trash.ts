import { purgeTrash } from '$lib/doc/trash';
import type { Opened } from './opened';

/** Once at each opening, behind whatever waits for it. This being the only device, it has confirmed everything. */
export async function emptyTrash(opened: Opened): Promise<void> {
	const { now, pause } = opened.adapters;
	await pause();
	if (opened.doc.isNewer) return;
	const at = now();
	try {
		await opened.settle(() => purgeTrash(opened.doc, at, at));
	} catch (error) {
		// What could not be stored is tried again by the log, and shown by its status.
		console.info('The emptied trash is not stored yet:', String(error));
	}
}
