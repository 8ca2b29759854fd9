import { openDB, type IDBPDatabase } from 'idb';
import { KithError } from '$lib/kith';
import { asWriteError } from './write-failure';
import { within } from './within';

const openLimitMs = 5_000;

/**
 * A small database, opened at its first use and again after its connection was lost. Every failure is a `KithError`:
 * `open-failed`, `blocked` or `slow` of the opening, `quota`, `io` or `closed` of the work.
 */
export class KeptDatabase<Schema> {
	#opening: Promise<IDBPDatabase<Schema>> | null = null;

	constructor(
		readonly name: string,
		readonly version: number,
		/** Makes the stores in a new database. */
		readonly create: (fresh: IDBPDatabase<Schema>) => unknown
	) {}

	/** Runs the work; once more on a new connection when the old one turns out to be closed. */
	async use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
		try {
			const database = await this.#open();
			return await work(database).catch(async (cause: unknown) => {
				if (!isClosed(cause)) throw cause;
				this.close();
				return work(await this.#open());
			});
		} catch (cause) {
			throw cause instanceof KithError ? cause : asWriteError(cause);
		}
	}

	/** The next use opens it anew. */
	close(): void {
		void this.#opening?.then(
			(database) => database.close(),
			() => undefined
		);
		this.#opening = null;
	}

	#open(): Promise<IDBPDatabase<Schema>> {
		this.#opening ??= this.#connect().catch((cause: unknown) => {
			this.#opening = null;
			throw cause instanceof KithError ? cause : new KithError('open-failed', String(cause));
		});
		return this.#opening;
	}

	async #connect(): Promise<IDBPDatabase<Schema>> {
		let isBlocked = false;
		const opening = openDB<Schema>(this.name, this.version, {
			upgrade: (fresh) => void this.create(fresh),
			blocked: () => (isBlocked = true),
			blocking: () => this.close(),
			terminated: () => (this.#opening = null)
		});
		try {
			return await within(openLimitMs, 'slow', opening);
		} catch (cause) {
			void opening.then(
				(database) => database.close(),
				() => undefined
			);
			throw isBlocked ? new KithError('blocked', `${this.name} is held by another tab`) : cause;
		}
	}
}

function isClosed(cause: unknown): boolean {
	return cause instanceof DOMException && cause.name === 'InvalidStateError';
}
