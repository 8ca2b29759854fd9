/**
 * The port below an `UpdateLog`: numbered records of bytes, shared by all tabs. Keys only grow, and a record with a
 * lower key is never added after one with a higher key has been seen.
 */
export interface Records {
	/** All records with keys above `mark`, in order. */
	readAfter(mark: number): Promise<readonly StoredRecord[]>;
	/**
	 * Adds the updates durably, all or none. Should the store turn out to be a new, empty one (the old one was
	 * deleted under us), `whole()` is written instead.
	 */
	append(updates: readonly Uint8Array[], mark: number, whole: () => Uint8Array): Promise<Appended>;
	/**
	 * Puts `whole()` in place of all records up to `mark` but those in `held`, in one transaction; gives the number
	 * of records less. The new one takes the key of the newest of them: who has read that far need not read it.
	 */
	replace(mark: number, held: ReadonlySet<number>, whole: () => Uint8Array): Promise<number>;
	/**
	 * Moves records out of the log, or only notes them when they cannot even be read, and adds an empty update when
	 * any is new here, so that what was derived from them is no longer fresh.
	 */
	setAside(records: readonly StoredRecord[]): Promise<void>;
	countSetAside(): Promise<number>;
	/** Runs `work` in one tab at a time; with `wait` false it is skipped while another tab is at it. */
	alone(wait: boolean, work: () => Promise<void>): Promise<void>;
	/** Called when another tab has added records, and when the connection was lost. */
	watch(listener: (event: 'added' | 'lost') => void): void;
	close(): void;
}

export interface StoredRecord {
	readonly key: number;
	readonly value: unknown;
	/** False when the store knows the key but fails to give the value. */
	readonly readable: boolean;
}

export interface Appended {
	/** What others added above the caller's mark. */
	readonly others: readonly StoredRecord[];
	/** Key of the newest record. */
	readonly mark: number;
	readonly added: number;
}

/** An update that changes nothing. */
export const emptyUpdate = new Uint8Array(2);
