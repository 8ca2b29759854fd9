/** A place of this device that keeps bytes under names. Any of it may fail. */
export interface Files {
	/** In place of what had the name. */
	write(name: string, bytes: Uint8Array): Promise<void>;
	/** Every name with its size in bytes. */
	list(): Promise<ReadonlyMap<string, number>>;
	/** Rejects when there is none. */
	read(name: string): Promise<Uint8Array>;
	remove(name: string): Promise<void>;
}

/** Files that end with the page. */
export function memoryFiles(kept = new Map<string, Uint8Array>()): Files {
	return {
		write: async (name, bytes) => void kept.set(name, bytes.slice()),
		list: async () => new Map([...kept].map(([name, bytes]) => [name, bytes.length])),
		read: async (name) => {
			const bytes = kept.get(name);
			if (!bytes) throw new Error(`no file ${name}`);
			return bytes;
		},
		remove: async (name) => void kept.delete(name)
	};
}
