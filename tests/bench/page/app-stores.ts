import { openDerived } from '$lib/storage/derived';
import { ReminderTable } from '$lib/storage/reminder-table';

/** Whether the fast store holds so many rows and the stored search index is as fresh as it. */
export async function isAppPrepared(rows: number): Promise<boolean> {
	const derived = await openDerived('kith-derived');
	try {
		const [head, search] = [await derived.readHead(), await derived.readSearch()];
		return head?.rows.length === rows && search?.mark === head.mark;
	} finally {
		derived.close();
	}
}

/** All that the service worker has cached, in bytes. */
export async function sizeOfCaches(): Promise<number> {
	let size = 0;
	for (const name of await caches.keys()) {
		for (const response of await (await caches.open(name)).matchAll()) size += (await response.blob()).size;
	}
	return size;
}

/** How many alarms the service worker has to look through. */
export async function countAlarms(): Promise<number> {
	const table = new ReminderTable();
	try {
		return (await table.readTable()).alarms.length;
	} finally {
		table.close();
	}
}
