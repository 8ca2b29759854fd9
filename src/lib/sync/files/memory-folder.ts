import type { FolderHandle } from '$lib/devices';
import type { Clock } from '../clock';
import { FolderError, type Folder, type FolderFile, type FolderTrouble } from './folder';

/** In this process; the files may be changed as whatever carries a folder changes them. */
export interface MemoryFolder extends Folder {
	readonly files: Map<string, { readonly bytes: Uint8Array; readonly modified: number }>;
	/** From now on everything rejects with it. */
	trouble: FolderTrouble | null;
	/** Files read so far. */
	readonly reads: number;
}

export function memoryFolder(clock: Clock): MemoryFolder {
	const files: MemoryFolder['files'] = new Map();
	let reads = 0;
	function assertUsable(): void {
		if (folder.trouble) throw new FolderError(folder.trouble);
	}
	const folder = {
		files,
		trouble: null as FolderTrouble | null,
		get reads() {
			return reads;
		},
		async list(): Promise<readonly FolderFile[]> {
			assertUsable();
			return [...files].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified }));
		},
		async read(name: string) {
			assertUsable();
			reads++;
			return files.get(name)?.bytes ?? null;
		},
		async write(name: string, bytes: Uint8Array) {
			assertUsable();
			files.set(name, { bytes, modified: clock.now() });
		},
		async remove(name: string) {
			assertUsable();
			files.delete(name);
		}
	};
	return folder;
}

/** As far as anything but a browser's folder asks. */
export function folderHandle(name: string): FolderHandle {
	const handle = { name, kind: 'directory', isSameEntry: async (other: unknown) => other === handle };
	return handle as unknown as FolderHandle;
}
