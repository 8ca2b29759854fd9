import { deleteDB, type IDBPDatabase } from 'idb';
import type { ContactId } from '$lib/domain/contact';
import { KithError, type Head, type Page, type TimelinePage } from '$lib/kith';
import type { Derived, DerivedPatch, SearchIndex } from './derived';
import {
	applyPatch,
	createStores,
	putPages,
	readMeta,
	replaceHead,
	version,
	type DerivedSchema
} from './derived-stores';
import { exclusively } from './exclusive';
import { KeptDatabase } from './kept-database';
import { chunkCount, decodeChunk } from './row-chunk';
import { quiet } from './transaction';

type Database = IDBPDatabase<DerivedSchema>;

const pagesAStep = 200;

/** Opening is all that is asked. */
const asked = () => Promise.resolve();

export class IndexedDbDerived implements Derived {
	/** A patch was lost: what is stored at a later mark would lack it. */
	#broken = false;
	/** As far as this tab has brought the store. Found further back, it was replaced by another tab's. */
	#reached = 0;

	private constructor(readonly database: KeptDatabase<DerivedSchema>) {}

	/** A database that cannot be opened is deleted and made anew. */
	static async open(name: string): Promise<IndexedDbDerived> {
		const database = new KeptDatabase<DerivedSchema>(name, 1, createStores);
		try {
			await database.use(asked);
		} catch (error) {
			if (!(error instanceof KithError) || error.code === 'blocked' || error.code === 'slow') throw error;
			database.close();
			await deleteDB(name).catch(() => error);
			await database.use(asked);
		}
		return new IndexedDbDerived(database);
	}

	readMark(): Promise<number | null> {
		return this.#read(async (database) => (await readMeta(database))?.mark ?? null);
	}

	readHead(): Promise<(Head & { readonly mark: number }) | null> {
		return this.#read(async (database) => {
			const transaction = quiet(database.transaction(['meta', 'chunks']));
			const [meta, chunks] = await Promise.all([
				transaction.objectStore('meta').get('meta'),
				transaction.objectStore('chunks').getAll()
			]);
			if (meta?.version !== version) return null;
			if (chunks.length !== chunkCount) throw new KithError('io', 'rows are missing from the fast store');
			return { rows: chunks.flatMap(decodeChunk), reminders: meta.reminders, settings: meta.settings, mark: meta.mark };
		});
	}

	readPage(id: ContactId): Promise<Page | null> {
		return this.#read(async (database) => {
			const [meta, page] = await Promise.all([readMeta(database), database.get('pages', id)]);
			return meta && page?.contact.id === id ? page : null;
		});
	}

	readTimeline(): Promise<TimelinePage | null> {
		return this.#read(async (database) => (await readMeta(database))?.timeline ?? null);
	}

	readSearch(): Promise<SearchIndex | null> {
		return this.#read(async (database) => {
			const search = await database.get('search', 'index');
			return search?.version === version ? { mark: search.mark, index: search.index } : null;
		});
	}

	writeSearch({ mark, index }: SearchIndex): Promise<void> {
		return this.database.use(async (database) => {
			await database.put('search', { version, mark, index }, 'index');
		});
	}

	/** Each step by itself, so that one that meets a lost connection is tried again without the others. */
	rebuild(head: Head, pages: Iterable<Page>, timeline: TimelinePage, mark: number): Promise<void> {
		return this.#alone(async () => {
			if ((await this.database.use(readMeta))?.mark !== mark) {
				const gone = new Set(await this.database.use((database) => database.getAllKeys('pages')));
				for (const step of inSteps(pages)) {
					await this.database.use((database) => putPages(database, step));
					for (const { contact } of step) gone.delete(contact.id);
				}
				await this.database.use((database) => replaceHead(database, head, timeline, mark, gone));
			}
			this.#broken = false;
			this.#reached = mark;
		});
	}

	patch(patch: DerivedPatch): Promise<void> {
		return this.#alone(async () => {
			if (this.#broken) throw new KithError('io', 'the fast store waits to be rebuilt');
			this.#broken = true;
			await this.database.use((database) => applyPatch(database, patch, this.#reached));
			this.#broken = false;
			this.#reached = Math.max(this.#reached, patch.mark);
		});
	}

	close(): void {
		this.database.close();
	}

	#alone(work: () => Promise<void>): Promise<void> {
		return exclusively(this.database.name, work);
	}

	/** What is damaged loses its `meta`, without which nothing of the store counts until it is rebuilt. */
	async #read<T>(work: (database: Database) => Promise<T>): Promise<T | null> {
		try {
			return await this.database.use(work);
		} catch (error) {
			const isDamaged = error instanceof KithError && error.code === 'io';
			if (isDamaged) await this.database.use((database) => database.delete('meta', 'meta')).catch(() => error);
			return null;
		}
	}
}

function* inSteps(pages: Iterable<Page>): Generator<Page[]> {
	let step: Page[] = [];
	for (const page of pages) {
		step.push(page);
		if (step.length === pagesAStep) {
			yield step;
			step = [];
		}
	}
	yield step;
}
