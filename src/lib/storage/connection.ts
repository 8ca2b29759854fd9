import type { IDBPDatabase } from 'idb';
import { KithError } from '$lib/kith';
import { randomId } from './random-id';
import { within } from './within';
import { openYDatabase, type YSchema } from './y-database';

export type Database = IDBPDatabase<YSchema>;

/** Of this, the last part is spent on finding out why nothing was heard. */
const openLimitMs = 4_500;
const probeLimitMs = 500;
const epochKey = 'kith/epoch';

/**
 * One connection to a document's database, made anew when it was lost: iOS closes it behind a sleeping page, another
 * tab may delete the database. `emptied` tells that what came back is not the database that was first opened.
 */
export class Connection {
	emptied = false;
	#epoch: unknown = null;
	#database: Promise<Database> | null = null;
	#closed = false;

	constructor(
		readonly name: string,
		readonly lost: () => void
	) {}

	/** Rejects with `KithError` `open-failed`, `blocked` or `slow`, each within 5 s. */
	open(): Promise<Database> {
		if (this.#closed) return Promise.reject(new KithError('closed', 'the log is closed'));
		this.#database ??= this.#connect().catch((error: unknown) => {
			this.#database = null;
			throw error;
		});
		return this.#database;
	}

	/** Has the next `open` connect anew. */
	drop(): void {
		this.#database?.then(
			(database) => database.close(),
			() => undefined
		);
		this.#database = null;
	}

	close(): void {
		this.#closed = true;
		this.drop();
	}

	async #connect(): Promise<Database> {
		const opening = openYDatabase(this.name);
		try {
			const database = await within(openLimitMs, 'slow', opening);
			for (const event of ['close', 'versionchange'] as const)
				database.addEventListener(event, () => this.#lose(database));
			await this.#recognise(database);
			return database;
		} catch (error) {
			opening.then(
				(database) => database.close(),
				() => undefined
			);
			if (!(error instanceof KithError)) throw new KithError('open-failed', String(error));
			throw error.code === 'slow' && (await isAnswering()) ? new KithError('blocked', error.message) : error;
		}
	}

	/**
	 * A database carries a random mark of its own from its first opening by Kith on. When even that cannot be written
	 * (the disk is full) the next opening takes it for another database, which costs one write of the whole.
	 */
	async #recognise(database: Database): Promise<void> {
		let epoch = await database.get('custom', epochKey);
		if (epoch === undefined) {
			epoch = randomId(20);
			try {
				const { store, done } = database.transaction('custom', 'readwrite');
				const found = await store.get(epochKey);
				if (found === undefined) await store.put(epoch, epochKey);
				await done;
				epoch = found ?? epoch;
			} catch {
				this.#epoch ??= epoch;
			}
		}
		if (this.#epoch !== null && this.#epoch !== epoch) this.emptied = true;
		this.#epoch = epoch;
	}

	#lose(database: Database): void {
		database.close();
		this.#database = null;
		if (!this.#closed) this.lost();
	}
}

/** Whether the browser's storage works at all: then it is another tab that holds the database. */
async function isAnswering(): Promise<boolean> {
	try {
		await within(probeLimitMs, 'slow', indexedDB.databases());
		return true;
	} catch {
		return false;
	}
}
