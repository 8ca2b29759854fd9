/** Runs in a page: a folder of the browser, as the app keeps it and hands it to the document's worker. */
import { directoryFolder } from '../../../src/lib/sync/files/directory-folder';

const name = 'kith-bcdfghjkmnpq-1.kith-sync';

/** As it is after IndexedDB and a message to another thread. */
async function handedOn(handle: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('folder-page', 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore('values');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error ?? new Error('not opened'));
	});
	const values = () => database.transaction('values', 'readwrite').objectStore('values');
	await new Promise((resolve) => (values().put(handle, 'folder').onsuccess = resolve));
	const kept = await new Promise<FileSystemDirectoryHandle>((resolve) => {
		const getting = values().get('folder') as IDBRequest<FileSystemDirectoryHandle>;
		getting.onsuccess = () => resolve(getting.result);
	});
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port2.onmessage = ({ data }: MessageEvent<FileSystemDirectoryHandle>) => resolve(data);
		port1.postMessage(kept);
	});
}

/** What a folder of the origin's own shows after each step, and what it says once it was taken away. */
export async function tryFolder(): Promise<readonly unknown[]> {
	const root = await navigator.storage.getDirectory();
	const chosen = await root.getDirectoryHandle('chosen', { create: true });
	await chosen.getFileHandle('holiday.jpg', { create: true });
	const handle = await handedOn(chosen);
	const folder = directoryFolder(handle);
	const seen: unknown[] = [handle.name, await handle.isSameEntry(chosen)];
	await folder.write(name, new Uint8Array(3_000_000).fill(7));
	seen.push((await folder.list()).map((file) => [file.name, file.size, Date.now() - file.modified < 60_000]));
	await folder.write(name, Uint8Array.of(1, 2, 3));
	seen.push([...((await folder.read(name)) ?? [])]);
	await folder.remove(name);
	await folder.remove(name);
	seen.push(await folder.list(), await folder.read(name));
	await root.removeEntry('chosen', { recursive: true });
	for (const use of [() => folder.list(), () => folder.write(name, Uint8Array.of(1))]) {
		seen.push(await use().then(String, (error: unknown) => (error as { code: string }).code));
	}
	return seen;
}
