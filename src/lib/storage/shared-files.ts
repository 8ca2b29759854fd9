/**
 * Files shared to the app from elsewhere: the service worker receives them before any page is there, so they wait in
 * a cache until the import screen takes them.
 */
const shelf = 'kith-shared-files';
const nameHeader = 'x-file-name';

/** Keeps these files for the next page, in place of any that nobody took. */
export async function keepSharedFiles(files: readonly File[], root: string): Promise<void> {
	await caches.delete(shelf);
	const cache = await caches.open(shelf);
	const answer = (file: File) =>
		new Response(file, { headers: { 'content-type': file.type, [nameHeader]: encodeURIComponent(file.name) } });
	await Promise.all(files.map((file, at) => cache.put(new URL(`shared/${at}`, root), answer(file))));
}

/** Gives the kept files, once. */
export async function takeSharedFiles(): Promise<readonly File[]> {
	if (!('caches' in globalThis)) return [];
	const cache = await caches.open(shelf);
	const answers = await cache.matchAll();
	const files = await Promise.all(
		answers.map(async (answer) => {
			const name = decodeURIComponent(answer.headers.get(nameHeader) ?? '');
			return new File([await answer.blob()], name, { type: answer.headers.get('content-type') ?? '' });
		})
	);
	await caches.delete(shelf);
	return files;
}
