import type { ContactId } from '$lib/domain/contact';
import type { HistoryEntry } from '$lib/kith';

/** What was changed on this device, kept beside the document and not in it. */
export interface History {
	append(entries: readonly HistoryEntry[]): Promise<void>;
	/** Newest first. */
	read(id: ContactId): Promise<readonly HistoryEntry[]>;
}

/** A history that ends with the page. */
export function memoryHistory(): History {
	const kept: HistoryEntry[] = [];
	return {
		append: async (entries) => void kept.push(...entries),
		read: async (id) => kept.filter(({ contactId }) => contactId === id).reverse()
	};
}
