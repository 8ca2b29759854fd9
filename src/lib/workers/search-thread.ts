import type { ContactId } from '$lib/domain/contact';
import { searchEntryOf, type SearchEntry } from '$lib/domain/search/entry';
import type { SearchResult } from '$lib/domain/search/result';
import { SearchIndex } from '$lib/search/search-index';
import type { Derived } from '$lib/storage/derived';

/** The fast store, as far as the search needs it. */
export type SearchSource = Pick<Derived, 'readMark' | 'readHead' | 'readPage' | 'readSearch' | 'writeSearch'>;

/** Looks at the fast store this often until it has stood still once. */
const settleMs = 1_000;
/** And less and less often while there is none. */
const longestPauseMs = 60_000;
/** Writing the index takes a few hundred milliseconds, in which nobody should be typing. */
const quietMs = 15_000;
/** A fast store that says nothing new for so many looks has nothing new; it is read once more all the same. */
const mostLooks = 120;
/** Contacts read from the fast store at once. */
const step = 50;

/** Answers searches, keeps its index as fresh as the fast store, and stores it when all is quiet. */
export class SearchThread {
	#index = new SearchIndex();
	/** Of the document, when everything up to it is in the index; null while that is not known. */
	#mark: number | null = null;
	/** Set while an index is made anew; changes go into both. */
	#next: SearchIndex | null = null;
	/** Set while the fast store has, or will have, what the index has not. */
	#isStale = false;
	#looks = 0;
	/** Whoever waits for the index to be as fresh as the fast store. */
	#waiting: (() => void)[] = [];
	/** Grows with each change and question. */
	#moves = 0;
	#settling: Promise<void> | null = null;

	/** @param wait so many milliseconds */
	constructor(
		private readonly source: SearchSource,
		private readonly wait: (ms: number) => Promise<void>
	) {}

	/** Settles once the stored index answers, fresh or not; without one, once there was a fast store and all are read. */
	async open(): Promise<void> {
		const [stored, mark] = await Promise.all([this.source.readSearch(), this.source.readMark()]);
		const index = typeof stored?.index === 'string' ? SearchIndex.fromText(stored.index) : null;
		if (index && stored) {
			this.#index = index;
			this.#mark = stored.mark;
			if (stored.mark !== mark) void this.refresh();
		} else {
			for (let pause = settleMs; !(await this.#rebuild()); pause = Math.min(pause * 2, longestPauseMs))
				await this.wait(pause);
			void this.#settle();
		}
	}

	/** Settles once the index is as fresh as the fast store. */
	caughtUp(): Promise<void> {
		return this.#isStale ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
	}

	query(text: string, limit: number): readonly SearchResult[] {
		this.#moves++;
		const index = this.#index.size === 0 && this.#next ? this.#next : this.#index;
		return index.query(text, limit);
	}

	update(entries: readonly SearchEntry[]): void {
		this.#index.update(entries);
		this.#next?.update(entries);
		this.#changed();
	}

	remove(ids: readonly ContactId[]): void {
		this.#index.remove(ids);
		this.#next?.remove(ids);
		this.#changed();
	}

	/** More changed than one would tell one by one: the fast store is read anew once it has followed. Settles then. */
	refresh(): Promise<void> {
		this.#isStale = true;
		this.#looks = 0;
		this.#changed();
		return this.caughtUp();
	}

	#changed(): void {
		this.#moves++;
		void this.#settle();
	}

	#settle(): Promise<void> {
		this.#settling ??= this.#follow()
			.catch((error: unknown) => console.info('The search index was not stored:', error))
			.finally(() => {
				this.#settling = null;
				this.#tellWhoWaits();
			});
		return this.#settling;
	}

	/** Waits until the fast store stands still, makes up for what was missed, waits until all is quiet, and stores. */
	async #follow(): Promise<void> {
		let pause = settleMs;
		for (let seen = await this.source.readMark(); ;) {
			await this.wait(pause);
			const moves = this.#moves;
			const mark = await this.source.readMark();
			const stands = mark !== null && mark === seen;
			seen = mark;
			pause = mark === null ? Math.min(pause * 2, longestPauseMs) : settleMs;
			if (!stands) continue;
			if (this.#isStale) {
				if (mark !== this.#mark || this.#looks++ >= mostLooks) await this.#rebuild();
				continue;
			}
			await this.wait(quietMs);
			if (moves !== this.#moves || mark !== (await this.source.readMark())) continue;
			this.#mark = mark;
			await this.source.writeSearch({ mark, index: this.#index.toText() });
			return;
		}
	}

	#tellWhoWaits(): void {
		for (const tell of this.#waiting.splice(0)) tell();
	}

	/** False when there is no fast store. */
	async #rebuild(): Promise<boolean> {
		// Whoever asks for it anew meanwhile gets it anew.
		this.#isStale = false;
		const head = await this.source.readHead();
		if (!head) {
			this.#isStale = true;
			return false;
		}
		const next = (this.#next = new SearchIndex());
		const rows = head.rows;
		for (let at = 0; at < rows.length; at += step) {
			const pages = await Promise.all(rows.slice(at, at + step).map(({ id }) => this.source.readPage(id)));
			// One that was changed meanwhile is known better already.
			const entries = pages.flatMap((page) =>
				page && !page.contact.deletedAt && !next.has(page.contact.id)
					? searchEntryOf(page.contact, page.interactions)
					: []
			);
			next.update(entries);
		}
		this.#index = next;
		this.#next = null;
		this.#mark = head.mark;
		if (!this.#isStale) this.#tellWhoWaits();
		return true;
	}
}
