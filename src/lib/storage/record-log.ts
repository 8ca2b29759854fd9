import * as Y from 'yjs';
import { KithError, type SaveStatus, type SnapshotInfo } from '$lib/kith';
import { hydrate } from './hydrate';
import { isPending, isSound } from './poison';
import type { Records, StoredRecord } from './records';
import type { Snapshots } from './snapshots';
import { storedOrigin, type LogOptions, type UpdateLog } from './update-log';
import { within } from './within';
import { WriteQueue } from './write-queue';

const dayMs = 86_400_000;
/** How long storage may keep silent; replaying what it gave is not counted. */
const openLimitMs = 5_000;

/** The guarded log over any records. Closes them when it cannot open. */
export async function openRecordLog(records: Records, snapshots: Snapshots, options: LogOptions): Promise<UpdateLog> {
	try {
		const stored = await within(openLimitMs, 'slow', records.readAfter(0));
		const { doc, bad } = hydrate(stored);
		const log = new RecordLog(doc, records, snapshots, options);
		log.mark = stored.at(-1)?.key ?? 0;
		log.count = stored.length;
		await log.setAside(bad);
		if (bad.length > 0) log.take(await records.readAfter(log.mark));
		return log;
	} catch (error) {
		records.close();
		throw error instanceof KithError ? error : new KithError('open-failed', String(error));
	}
}

class RecordLog implements UpdateLog {
	mark = 0;
	quarantined = 0;
	count = 0;
	/** Keys that stay in the store although they could not be read; compaction leaves them alone. */
	readonly #held = new Set<number>();
	readonly #queue: WriteQueue;
	readonly #listeners = new Set<(status: SaveStatus) => void>();
	#pull: { again: boolean } | null = null;
	#idle: ReturnType<typeof setTimeout> | undefined;

	/** Listens only now that the document is hydrated, or each stored update would be appended again. */
	constructor(
		readonly doc: Y.Doc,
		readonly records: Records,
		readonly snapshots: Snapshots,
		readonly options: LogOptions
	) {
		this.#queue = new WriteQueue(
			(updates) => this.#append(updates),
			(status) => this.#listeners.forEach((listener) => listener(status))
		);
		doc.on('update', this.#push);
		records.watch((event) => (event === 'lost' ? this.#queue.attempt() : void this.#follow()));
		this.#awaitIdle();
	}

	async settled(): Promise<void> {
		await Promise.resolve();
		this.#recover();
		await this.#queue.settled();
	}

	watchStatus(listener: (status: SaveStatus) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#queue.status);
		return () => this.#listeners.delete(listener);
	}

	takeSnapshot(reason: SnapshotInfo['reason'], contacts: number): Promise<void> {
		return this.snapshots.keep({ takenAt: this.#now(), reason, contacts }, this.#whole());
	}

	readSnapshots(): Promise<readonly SnapshotInfo[]> {
		return this.snapshots.list();
	}

	readSnapshot(id: string): Promise<Uint8Array> {
		return this.snapshots.read(id);
	}

	compact(): Promise<void> {
		return this.records.alone(true, () => this.#compact());
	}

	async close(): Promise<void> {
		clearTimeout(this.#idle);
		this.doc.off('update', this.#push);
		try {
			await this.#queue.close();
		} finally {
			this.records.close();
		}
	}

	/**
	 * Applies what others stored. What is not sound never touches the document; what a listener of the document throws
	 * is reported, and is no failure of the log.
	 */
	take(others: readonly StoredRecord[]): void {
		const bad = new Set(others.filter((record) => !record.readable || !isSound(record.value)));
		try {
			Y.transact(
				this.doc,
				() => {
					for (const record of others) if (!bad.has(record) && !applies(this.doc, record)) bad.add(record);
				},
				storedOrigin,
				false
			);
		} catch (error) {
			void Promise.reject(new Error('a listener of the document failed', { cause: error }));
		}
		this.count += others.length;
		this.mark = Math.max(this.mark, others.at(-1)?.key ?? 0);
		if (bad.size > 0) void this.setAside([...bad]);
	}

	/** What cannot be moved away now (no space, no connection) stays in place, held. */
	async setAside(bad: readonly StoredRecord[]): Promise<void> {
		for (const { key } of bad) this.#held.add(key);
		this.quarantined += bad.length;
		try {
			if (bad.length > 0) await this.records.setAside(bad);
			this.quarantined = await this.records.countSetAside();
		} catch {
			this.quarantined = Math.max(this.quarantined, bad.length);
		}
	}

	/**
	 * A listener of `update` that throws leaves Yjs waiting for ever to finish that transaction, and it tells of no later
	 * one. Seen outside of any transaction, that has happened: the whole document is stored, and Yjs is set going again.
	 */
	#recover(): void {
		if (this.doc._transaction !== null || this.doc._transactionCleanups.length === 0) return;
		this.doc._transactionCleanups = [];
		this.#queue.push(this.#whole());
	}

	readonly #push = (update: Uint8Array, origin: unknown): void => {
		this.#awaitIdle();
		if (origin !== storedOrigin) this.#queue.push(update);
	};

	async #append(updates: readonly Uint8Array[]): Promise<void> {
		const { others, mark, added } = await this.records.append(updates, this.mark, () => this.#whole());
		this.take(others);
		this.mark = Math.max(this.mark, mark);
		this.count += added;
	}

	/** One reading at a time; a bell during it asks for one more. A failed one is made up for by the next. */
	async #follow(): Promise<void> {
		if (this.#pull) {
			this.#pull.again = true;
			return;
		}
		this.#pull = { again: true };
		try {
			while (this.#pull.again) {
				this.#pull.again = false;
				this.take(await this.records.readAfter(this.mark));
			}
		} catch {
			this.#queue.attempt();
		} finally {
			this.#pull = null;
		}
	}

	#awaitIdle(): void {
		clearTimeout(this.#idle);
		this.#idle = setTimeout(() => void this.#tidy(), this.options.idleMs ?? 20_000);
	}

	/** Failure is no harm: the log is whole as it is, and the next idle time tries again. */
	async #tidy(): Promise<void> {
		try {
			await this.records.alone(false, async () => {
				if (this.count > (this.options.compactAbove ?? 200)) await this.#compact();
				await this.#takeDailySnapshot();
			});
		} catch {
			this.#awaitIdle();
		}
	}

	/**
	 * The document holds every record up to `mark`, and encoding it drops what was deleted. While something pends it
	 * is left alone: the missing record may come back from a snapshot or another device.
	 */
	async #compact(): Promise<void> {
		await this.settled();
		if (isPending(this.doc)) return;
		this.count -= await this.records.replace(this.mark, this.#held, () => this.#whole());
	}

	async #takeDailySnapshot(): Promise<void> {
		const contacts = this.options.countContacts?.(this.doc) ?? 0;
		if (contacts === 0) return;
		const [newest] = await this.snapshots.list();
		if (!newest || this.#now() - newest.takenAt > dayMs) await this.takeSnapshot('daily', contacts);
	}

	#now(): number {
		return (this.options.now ?? Date.now)();
	}

	#whole(): Uint8Array {
		return Y.encodeStateAsUpdate(this.doc);
	}
}

function applies(doc: Y.Doc, { value }: StoredRecord): boolean {
	try {
		Y.applyUpdate(doc, value as Uint8Array, storedOrigin);
		return true;
	} catch {
		return false;
	}
}
