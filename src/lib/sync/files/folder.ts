/** A folder that something else carries between the owner's devices. */
export interface Folder {
	list(): Promise<readonly FolderFile[]>;
	/** Null when it is no longer there. */
	read(name: string): Promise<Uint8Array | null>;
	/** Whole or not at all, as far as this device sees it. */
	write(name: string, bytes: Uint8Array): Promise<void>;
	/** Also when it is no longer there. */
	remove(name: string): Promise<void>;
}

export interface FolderFile {
	readonly name: string;
	/** In bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly modified: number;
}

/** `locked`: the browser asks the owner first. `missing`: it is not there any more. `failed`: it cannot be used now. */
export type FolderTrouble = 'locked' | 'missing' | 'failed';

/** All that a folder rejects with. */
export class FolderError extends Error {
	override readonly name = 'FolderError';

	constructor(
		readonly code: FolderTrouble,
		options?: ErrorOptions
	) {
		super(code, options);
	}
}
