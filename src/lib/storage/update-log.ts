import type * as Y from 'yjs';
import type { Instant } from '$lib/domain/date';
import type { SaveStatus, SnapshotInfo } from '$lib/kith';

/**
 * The document and its bytes on this device. It knows updates and keys, not contacts.
 *
 * Each change of `doc` is appended durably; what other tabs append is applied to `doc` with `storedOrigin`.
 */
export interface UpdateLog {
	/** Hydrated. It is never rebuilt: listeners may stay on it until `close`. */
	readonly doc: Y.Doc;
	/** Records that could not be read, were set aside and still are. */
	readonly quarantined: number;
	/** The browser had thrown the records away, and they were made anew from the journal and the newest snapshot. */
	readonly broughtBack: boolean;
	/**
	 * Newest record seen, own or another tab's. Grows with every change of the content, not with compaction: what
	 * was derived at the same mark is fresh.
	 */
	readonly mark: number;
	/**
	 * Resolves once every update so far is durable. Rejects with `KithError` `quota`, `io` or `closed` when it is
	 * not; the document in memory stays right, and writing is tried again at the next call and on a timer.
	 */
	settled(): Promise<void>;
	/** Calls back at once with the present status, then at each change; returns the stop. */
	watchStatus(listener: (status: SaveStatus) => void): () => void;

	/** Keeps the whole document apart from the log; `contacts` is the number to show beside it. */
	takeSnapshot(reason: SnapshotInfo['reason'], contacts: number): Promise<void>;
	/** Newest first. */
	readSnapshots(): Promise<readonly SnapshotInfo[]>;
	/** The update that holds the snapshot's whole document; rejects with `not-found` when it cannot be read. */
	readSnapshot(id: string): Promise<Uint8Array>;

	/** Puts one record in place of all that are in memory. Waits for another tab that is at it. */
	compact(): Promise<void>;
	/** Writes what is left and stops; rejects when something could not be written. */
	close(): Promise<void>;
}

export interface LogOptions {
	/** The clock that dates snapshots; the device's unless told. */
	readonly now?: () => Instant;
	/** Given, a daily snapshot is taken when idle and there is at least one contact. */
	readonly countContacts?: (doc: Y.Doc) => number;
	/** Milliseconds without a change after which the log compacts and takes its daily snapshot; 20 s unless told. */
	readonly idleMs?: number;
	/** Records above which it compacts when idle; 200 unless told. */
	readonly compactAbove?: number;
}

/** Origin of the transactions that bring in what another tab stored. */
export const storedOrigin = Symbol('stored by another tab');
