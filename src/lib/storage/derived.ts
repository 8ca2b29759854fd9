import type { ContactId } from '$lib/domain/contact';
import type { Reminder } from '$lib/domain/reminder';
import type { Row } from '$lib/domain/row';
import type { Settings } from '$lib/domain/settings';
import type { Head, Page, TimelinePage } from '$lib/kith';
import { IndexedDbDerived } from './indexeddb-derived';

/**
 * What lists and pages show, kept apart from the document for a fast start. All of it can be thrown away and made
 * again: reading answers null rather than fail, and then it is rebuilt.
 */
export interface Derived {
	/** Null when there is none, it is of another version, or damaged. At the document's mark it is fresh. */
	readMark(): Promise<number | null>;
	/** Null likewise. 10,000 rows take about 30 ms. */
	readHead(): Promise<(Head & { readonly mark: number }) | null>;
	readPage(id: ContactId): Promise<Page | null>;
	readTimeline(): Promise<TimelinePage | null>;
	/** The search index as it was stored; at the document's mark it is fresh. */
	readSearch(): Promise<SearchIndex | null>;
	writeSearch(index: SearchIndex): Promise<void>;
	/**
	 * Replaces everything, in steps that let others read and write in between, unless another tab has just done so at
	 * the same mark.
	 */
	rebuild(head: Head, pages: Iterable<Page>, timeline: TimelinePage, mark: number): Promise<void>;
	/**
	 * Follows the document: it must hold all changes up to `mark` that were not given yet, other tabs' changes too.
	 * Does nothing when another tab has brought the store further. Once it has rejected, it rejects until `rebuild`.
	 */
	patch(changes: DerivedPatch): Promise<void>;
	close(): void;
}

export interface DerivedPatch {
	readonly rows: readonly Row[];
	readonly removed: readonly ContactId[];
	/** Contacts in the trash included, if they can be looked at. */
	readonly pages: readonly Page[];
	readonly timeline?: TimelinePage;
	readonly reminders?: readonly Reminder[];
	readonly settings?: Settings;
	readonly mark: number;
}

export interface SearchIndex {
	readonly mark: number;
	readonly index: string | ArrayBuffer;
}

/** Rejects with `KithError` only when the browser's storage does not answer (within 5 s) or refuses altogether. */
export function openDerived(name: string): Promise<Derived> {
	return IndexedDbDerived.open(name);
}
