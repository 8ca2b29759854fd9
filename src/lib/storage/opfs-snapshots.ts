import type { SnapshotStore } from './snapshots';

const suffix = '.kith.gz';

/** Files in the origin's private file system, where it exists: they outlive a broken IndexedDB. */
export function opfsSnapshots(folder: string): SnapshotStore {
	const open = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });

	return {
		async write(id, bytes) {
			const file = await (await open()).getFileHandle(id + suffix, { create: true });
			const writable = await file.createWritable();
			await writable.write(bytes as Uint8Array<ArrayBuffer>);
			await writable.close();
		},
		async list() {
			const sizes = new Map<string, number>();
			for await (const [name, handle] of (await open()).entries()) {
				if (!(handle instanceof FileSystemFileHandle) || !name.endsWith(suffix)) continue;
				const { size } = await handle.getFile();
				if (size > 0) sizes.set(name.slice(0, -suffix.length), size);
			}
			return sizes;
		},
		async read(id) {
			const file = await (await (await open()).getFileHandle(id + suffix)).getFile();
			return new Uint8Array(await file.arrayBuffer());
		},
		async remove(id) {
			await (await open()).removeEntry(id + suffix);
		}
	};
}
