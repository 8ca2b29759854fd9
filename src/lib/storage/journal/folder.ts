/** The port below a journal: files that only grow. A file is written by one tab at a time and read by any. */
export interface Folder {
	list(): Promise<readonly string[]>;
	/** Bytes of a file; rejects when there is none. */
	size(name: string): Promise<number>;
	/** What is in a file, up to `end` bytes of it; rejects when there is none. */
	read(name: string, end?: number): Promise<Uint8Array>;
	/** Makes the file when there is none; null when another tab has it, which may only be dead for a moment. */
	lock(name: string): Promise<LockedFile | null>;
	remove(name: string): Promise<void>;
}

/** Appends at once: what was appended outlives the browser. Throws when there is no room. */
export interface LockedFile {
	append(bytes: Uint8Array): void;
	/** From then on it outlives the machine as well. */
	flush(): void;
	close(): void;
}
