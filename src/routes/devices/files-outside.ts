/** What only a page can do with files: download, share, and ask for a folder. */
import type { FolderHandle } from '$lib/devices';
import { download } from '../download';

export interface FilesOutside {
	readonly download: (bytes: Blob, name: string) => void;
	/** Null where the browser shares no such files. False when the owner changed their mind. */
	readonly share: ((file: File) => Promise<boolean>) | null;
	/** Null where the browser gives out no folders. Null when the owner changed their mind. */
	readonly pickFolder: (() => Promise<FolderHandle | null>) | null;
	/** Asks to use a folder again; must be called at a click. */
	readonly unlock: (handle: FolderHandle) => Promise<boolean>;
}

interface Mode {
	readonly mode: 'readwrite';
}
/** Chromium's, of which the types of the DOM do not know. */
interface Picking {
	readonly showDirectoryPicker?: (wish: Mode & { readonly id: string }) => Promise<FolderHandle>;
}
type AskableHandle = FolderHandle & { requestPermission?(wish: Mode): Promise<PermissionState> };

const mode = 'readwrite';

/** Null when the owner changed their mind. */
async function unlessAborted<T>(work: Promise<T>): Promise<T | null> {
	try {
		return await work;
	} catch (reason) {
		if (reason instanceof DOMException && reason.name === 'AbortError') return null;
		throw reason;
	}
}

export function browserFiles(window: Window & Picking): FilesOutside {
	const { navigator } = window;
	const example = new File([''], 'example.kith-sync', { type: 'application/octet-stream' });
	const canShare = navigator.canShare?.({ files: [example] }) ?? false;
	return {
		download,
		share: canShare
			? async (file) => (await unlessAborted(navigator.share({ files: [file] }).then(() => 'shared'))) !== null
			: null,
		pickFolder: window.showDirectoryPicker
			? async () => unlessAborted(window.showDirectoryPicker?.({ id: 'kith-sync', mode }) ?? Promise.resolve(null))
			: null,
		unlock: async (handle: AskableHandle) => ((await handle.requestPermission?.({ mode })) ?? 'granted') === 'granted'
	};
}
