import type { Folder } from './folder';

/** Files as tabs of one device share them. */
export interface Drawer {
	readonly files: Map<string, Uint8Array>;
	readonly locked: Set<string>;
	/** Set to make every append fail. */
	isFull: boolean;
}

export const createDrawer = (): Drawer => ({ files: new Map(), locked: new Set(), isFull: false });

export function memoryFolder(drawer: Drawer): Folder {
	const { files, locked } = drawer;
	const bytesOf = async (name: string) => {
		const bytes = files.get(name);
		if (!bytes) throw new Error(`no file ${name}`);
		return Promise.resolve(bytes);
	};
	return {
		list: () => Promise.resolve([...files.keys()]),
		size: async (name) => (await bytesOf(name)).length,
		read: async (name, end) => (await bytesOf(name)).slice(0, end),
		lock(name) {
			if (locked.has(name)) return Promise.resolve(null);
			locked.add(name);
			if (!files.has(name)) files.set(name, new Uint8Array());
			return Promise.resolve({
				append(bytes) {
					if (drawer.isFull) throw new DOMException('full', 'QuotaExceededError');
					const before = files.get(name) ?? new Uint8Array();
					const after = new Uint8Array(before.length + bytes.length);
					after.set(before);
					after.set(bytes, before.length);
					files.set(name, after);
				},
				flush: () => undefined,
				close: () => void locked.delete(name)
			});
		},
		remove: (name) => Promise.resolve(void files.delete(name))
	};
}
