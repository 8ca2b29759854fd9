import * as Y from 'yjs';
import { KithError, type SaveStatus, type SnapshotInfo } from '$lib/kith';
import { hydrate } from './hydrate';
import type { Journal } from './journal/journal';
import { isPending, isSound } from '$lib/updates/soundness';
import type { Records, StoredRecord } from './records';
import type { Snapshots } from './snapshots';
import { storedOrigin, type LogOptions, type UpdateLog } from './update-log';
import { within } from './within';
import { WriteQueue } from './write-queue';

const dayMs = 86_400_000;
/** How long storage may keep silent; replaying what it gave is not counted. */
const openLimitMs = 5_000;

/** Where a log lies: its records, and what is kept apart from them. */
export interface Places {
	readonly records: Records;
	readonly snapshots: Snapshots;
	/** Null where none can be kept. */
	readonly journal: Journal | null;
}

/** The guarded log over any records. Closes them when it cannot open. */
export async function openRecordLog(places: Places, options: LogOptions): Promise<UpdateLog> {
	const { records } = places;
	try {
		const stored = await within(openLimitMs, 'slow', records.readAfter(0));
		if (stored.length === 0) return await openEmptied(places, options);
		const { doc, bad } = hydrate(stored);
		const log = new RecordLog(doc, places, options);
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

/** Nothing was ever stored, or the browser threw it away: what is kept apart from the records tells. */
async function openEmptied(places: Places, options: LogOptions): Promise<UpdateLog> {
	const { doc } = hydrate(asRecords(await readApart(places)));
	const log = new RecordLog(doc, places, options);
	if (doc.store.clients.size > 0) await log.bringBack();
	return log;
}

async function readApart({ journal, snapshots }: Places): Promise<readonly Uint8Array[]> {
	const journaled = (await journal?.read().catch(() => [])) ?? [];
	for (const { id, reason } of await snapshots.list()) {
		if (reason === 'aside') continue;
		const newest = await snapshots.read(id).catch(() => null);
		if (newest) return [newest, ...journaled];
	}
	return journaled;
}

const asRecords = (updates: readonly Uint8Array[]): readonly StoredRecord[] =>
	updates.map((value, key) => ({ key, value, readable: true }));

class RecordLog implements UpdateLog {
	mark = 0;
	quarantined = 0;
	broughtBack = false;
	count = 0;
	/** Keys that stay in the store although they could not be read; compaction leaves them alone. */
	readonly #held = new Set<number>();
	readonly records: Records;
	readonly snapshots: Snapshots;
	readonly #journal: Journal | null;
	#journaled: Promise<void> | undefined;
	readonly #queue: WriteQueue;
	readonly #listeners = new Set<(status: SaveStatus) => void>();
	#pull: { again: boolean } | null = null;
	#idle: ReturnType<typeof setTimeout> | undefined;

	/** Listens only now that the document is hydrated, or each stored update would be appended again. */
	constructor(
		readonly doc: Y.Doc,
		{ records, snapshots, journal }: Places,
		readonly options: LogOptions
	) {
		this.records = records;
		this.snapshots = snapshots;
		this.#journal = journal;
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
		await this.#journaled;
	}

	/** Stores what was hydrated from elsewhere. A full disk is no reason not to open: it is told by the status. */
	async bringBack(): Promise<void> {
		this.broughtBack = true;
		this.#queue.push(this.#whole());
		await this.#queue.settled().catch(() => undefined);
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
			await this.#journaled;
			this.#journal?.close();
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
		this.#keep(this.#whole());
	}

	readonly #push = (update: Uint8Array, origin: unknown): void => {
		this.#awaitIdle();
		if (origin !== storedOrigin) this.#keep(update);
	};

	#keep(update: Uint8Array): void {
		this.#queue.push(update);
		this.#journaled = this.#journal?.append([update]);
	}

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
				await this.#renewJournal();
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

	/** What a closed tab had journaled is in the records, unless they lost it: applying it changes nothing then. */
	async #renewJournal(): Promise<void> {
		if (!this.#journal || this.doc.store.clients.size === 0 || !(await this.#journal.isDue())) return;
		await this.#journal.renew(
			async (updates) => {
				for (const update of updates) if (isSound(update)) Y.applyUpdate(this.doc, update, this.#journal);
				await this.settled();
			},
			() => this.#whole()
		);
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
