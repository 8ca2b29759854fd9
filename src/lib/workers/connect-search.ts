import { wrap } from 'comlink';
import type { ContactId } from '$lib/domain/contact';
import { searchEntryOf, type SearchEntry } from '$lib/domain/search/entry';
import type { SearchResult } from '$lib/domain/search/result';
import type { Change, Page } from '$lib/kith';

/** What the search's worker answers to. */
export interface SearchPort {
	open(): Promise<void>;
	query(text: string, limit: number): Promise<readonly SearchResult[]>;
	update(entries: readonly SearchEntry[]): Promise<void>;
	remove(ids: readonly ContactId[]): Promise<void>;
	/** Reads the fast store anew once it has followed the document; settles then. */
	refresh(): Promise<void>;
	/** Settles once all that was stored is found. */
	caughtUp(): Promise<void>;
}

export interface Search {
	/** Settles once questions are answered. They may be asked before, and then find nothing. */
	open(): Promise<void>;
	/** Best first. Null when a later question was asked before this one's turn came: its answer no longer matters. */
	query(text: string, limit?: number): Promise<readonly SearchResult[] | null>;
	/** Settles once all that was stored is found; a stored index answers before. */
	caughtUp(): Promise<void>;
	/** Tells of a commit; settles once it is found. `readPage` is the document's. */
	follow(change: Change, readPage: (id: ContactId) => Promise<Page | null>): Promise<void>;
}

const defaultLimit = 30;
/** Above this many contacts in one commit (an import), they are read from the fast store, away from the page. */
const mostTold = 200;

export const connectSearch = (worker: Worker): Search => searchOver(wrap<SearchPort>(worker));

/** One question is asked at a time; of those that wait meanwhile, only the last. */
export function searchOver(port: SearchPort): Search {
	let latest = 0;
	let asking: Promise<unknown> | null = null;
	let opened = Promise.resolve();
	return {
		open: () => (opened = port.open()),
		caughtUp: () => port.caughtUp(),
		async query(text, limit = defaultLimit) {
			const mine = ++latest;
			while (asking) {
				await asking;
				if (mine !== latest) return null;
			}
			const answer = port.query(text, limit);
			asking = answer.then(
				() => (asking = null),
				() => (asking = null)
			);
			const results = await answer;
			return mine === latest ? results : null;
		},
		async follow({ pages, removed }, readPage) {
			// Or the index that is being read would take the place of what it is told.
			await opened;
			if (removed.length) await port.remove(removed);
			const gone = new Set(removed);
			const ids = pages.filter((id) => !gone.has(id));
			if (ids.length > mostTold) return port.refresh();
			try {
				const read = await Promise.all(ids.map(readPage));
				const entries = read.flatMap((page) => (page && page.contact.deletedAt === 0 ? entryOf(page) : []));
				if (entries.length) await port.update(entries);
			} catch (error) {
				console.info('The search missed a change and reads all anew:', error);
				await port.refresh();
			}
		}
	};
}

const entryOf = ({ contact, interactions }: Page) => searchEntryOf(contact, interactions);
