import type { ContactId } from '$lib/domain/contact';
import type { SearchEntry } from '$lib/domain/search/entry';

/** Entries by contact. Stored ones stay text until they are asked for: a search shows thirty of ten thousand. */
export class Entries {
	readonly #byId = new Map<ContactId, SearchEntry | string>();

	get size(): number {
		return this.#byId.size;
	}

	has(id: ContactId): boolean {
		return this.#byId.has(id);
	}

	get(id: ContactId): SearchEntry | undefined {
		const entry = this.#byId.get(id);
		if (typeof entry !== 'string') return entry;
		const parsed = JSON.parse(entry) as SearchEntry;
		this.#byId.set(id, parsed);
		return parsed;
	}

	set(entry: SearchEntry): void {
		this.#byId.set(entry.id, entry);
	}

	delete(id: ContactId): boolean {
		return this.#byId.delete(id);
	}

	*all(): Iterable<SearchEntry> {
		for (const id of this.#byId.keys()) {
			const entry = this.get(id);
			if (entry) yield entry;
		}
	}

	/** Two lines each, id and entry. */
	toLines(): readonly string[] {
		return [...this.#byId].flatMap(([id, entry]) => [id, typeof entry === 'string' ? entry : JSON.stringify(entry)]);
	}

	static fromLines(lines: readonly string[]): Entries {
		const entries = new Entries();
		for (let at = 0; at + 1 < lines.length; at += 2) entries.#byId.set(lines[at] ?? '', lines[at + 1] ?? '');
		return entries;
	}
}
