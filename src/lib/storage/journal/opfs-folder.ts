import type { Folder } from './folder';

/** What the types of a page lack: files are appended to in workers only. */
interface AppendableHandle {
	createSyncAccessHandle(): Promise<{
		getSize(): number;
		write(bytes: Uint8Array, options: { at: number }): number;
		flush(): void;
		close(): void;
	}>;
}

/** A folder of the origin's private file system; null in threads and browsers that cannot append to its files. */
export function opfsFolder(name: string): Folder | null {
	if (!('FileSystemFileHandle' in globalThis && 'createSyncAccessHandle' in FileSystemFileHandle.prototype))
		return null;
	const open = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
	const fileOf = async (file: string) => (await (await open()).getFileHandle(file)).getFile();

	return {
		list: async () => Array.fromAsync((await open()).keys()),
		size: async (file) => (await fileOf(file)).size,
		read: async (file, end) => new Uint8Array(await (await fileOf(file)).slice(0, end).arrayBuffer()),
		async lock(file) {
			const handle = (await (await open()).getFileHandle(file, { create: true })) as unknown as AppendableHandle;
			try {
				const access = await handle.createSyncAccessHandle();
				let at = access.getSize();
				return {
					append(bytes) {
						const written = access.write(bytes, { at });
						at += written;
						if (written < bytes.length) throw new DOMException('the file is full', 'QuotaExceededError');
					},
					flush: () => access.flush(),
					close: () => access.close()
				};
			} catch (error) {
				if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
				throw error;
			}
		},
		remove: async (file) => (await open()).removeEntry(file)
	};
}
