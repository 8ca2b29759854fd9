/** A folder that the owner chose in the browser. */
import { FolderError, type Folder, type FolderFile } from './folder';
import { isSegmentName } from './file-name';

/** Not in the types of the DOM: Chromium's, as is `showDirectoryPicker`. */
interface AskableHandle extends FileSystemDirectoryHandle {
	queryPermission?(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

export function directoryFolder(handle: FileSystemDirectoryHandle): Folder {
	return {
		list: () =>
			using(handle, async () => {
				const files: FolderFile[] = [];
				for await (const [name, entry] of handle.entries()) {
					if (!isSegmentName(name) || entry.kind !== 'file') continue;
					const { size, lastModified } = await entry.getFile();
					files.push({ name, size, modified: lastModified });
				}
				return files;
			}),
		read: (name) =>
			using(handle, () =>
				unlessGone(async () => {
					const file = await (await handle.getFileHandle(name)).getFile();
					return new Uint8Array(await file.arrayBuffer());
				})
			),
		write: (name, bytes) =>
			using(handle, async () => {
				// What is written takes the file's place when it is closed.
				const writable = await (await handle.getFileHandle(name, { create: true })).createWritable();
				try {
					await writable.write(bytes as Uint8Array<ArrayBuffer>);
				} catch (error) {
					await writable.abort();
					throw error;
				}
				await writable.close();
			}),
		remove: (name) => using(handle, async () => void (await unlessGone(() => handle.removeEntry(name))))
	};
}

/** Browsers that cannot ask again do not take the folder away either. */
const permissionOf = async (handle: AskableHandle): Promise<PermissionState> =>
	(await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';

async function using<T>(handle: FileSystemDirectoryHandle, work: () => Promise<T>): Promise<T> {
	try {
		if ((await permissionOf(handle)) !== 'granted') throw new FolderError('locked');
		return await work();
	} catch (error) {
		if (error instanceof FolderError) throw error;
		const name = error instanceof DOMException ? error.name : '';
		const code = name === 'NotFoundError' ? 'missing' : name === 'NotAllowedError' ? 'locked' : 'failed';
		throw new FolderError(code, { cause: error });
	}
}

/** A file that whatever carries the folder took away meanwhile. */
async function unlessGone<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof DOMException && error.name === 'NotFoundError') return null;
		throw error;
	}
}
