import type { Files } from './files';

/**
 * A folder in the origin's private file system, where it exists: its files outlive a broken IndexedDB, which Chromium
 * throws away whole after it crashed twice.
 */
export function opfsFiles(folder: string): Files {
	const open = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });

	return {
		async write(name, bytes) {
			const file = await (await open()).getFileHandle(name, { create: true });
			const writable = await file.createWritable();
			await writable.write(bytes as Uint8Array<ArrayBuffer>);
			await writable.close();
		},
		async list() {
			const sizes = new Map<string, number>();
			for await (const [name, handle] of (await open()).entries()) {
				if (!(handle instanceof FileSystemFileHandle)) continue;
				const { size } = await handle.getFile();
				if (size > 0) sizes.set(name, size);
			}
			return sizes;
		},
		async read(name) {
			const file = await (await (await open()).getFileHandle(name)).getFile();
			return new Uint8Array(await file.arrayBuffer());
		},
		async remove(name) {
			await (await open()).removeEntry(name);
		}
	};
}
