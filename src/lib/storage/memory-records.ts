import { KithError } from '$lib/kith';
import { createDrawer, type Drawer } from './journal/memory-folder';
import { emptyUpdate, type Appended, type Records, type StoredRecord } from './records';

/** What several logs share, as tabs share a database. */
export interface Shelf {
	readonly records: Map<number, unknown>;
	readonly aside: Map<number, unknown>;
	readonly snapshots: Map<string, Uint8Array>;
	readonly drawer: Drawer;
	readonly bells: Set<() => void>;
	newest: number;
	busy: Promise<void> | null;
	/** Set to make every write fail. */
	refuses: 'quota' | 'io' | 'closed' | null;
}

export function createShelf(): Shelf {
	return {
		records: new Map(),
		aside: new Map(),
		snapshots: new Map(),
		drawer: createDrawer(),
		bells: new Set(),
		newest: 0,
		busy: null,
		refuses: null
	};
}

export class MemoryRecords implements Records {
	#ring: () => void = () => undefined;

	constructor(readonly shelf: Shelf) {}

	readAfter(mark: number): Promise<readonly StoredRecord[]> {
		return soon(() => this.#after(mark));
	}

	append(updates: readonly Uint8Array[], mark: number): Promise<Appended> {
		return soon(() => {
			this.#refuse();
			const others = this.#after(mark);
			for (const update of updates) this.shelf.records.set(++this.shelf.newest, update);
			for (const bell of this.shelf.bells) if (bell !== this.#ring && updates.length > 0) queueMicrotask(bell);
			return { others, mark: this.shelf.newest, added: updates.length };
		});
	}

	replace(mark: number, held: ReadonlySet<number>, whole: () => Uint8Array): Promise<number> {
		return soon(() => {
			this.#refuse();
			const keys = [...this.shelf.records.keys()].filter((key) => key <= mark && !held.has(key));
			if (keys.length < 2) return 0;
			for (const key of keys) this.shelf.records.delete(key);
			this.shelf.records.set(Math.max(...keys), whole());
			return keys.length - 1;
		});
	}

	setAside(records: readonly StoredRecord[]): Promise<void> {
		return soon(() => {
			this.#refuse();
			for (const { key, value } of records) {
				this.shelf.records.delete(key);
				this.shelf.aside.set(key, value);
			}
			this.shelf.records.set(++this.shelf.newest, emptyUpdate);
		});
	}

	countSetAside(): Promise<number> {
		return soon(() => this.shelf.aside.size);
	}

	async alone(wait: boolean, work: () => Promise<void>): Promise<void> {
		if (this.shelf.busy && !wait) return;
		while (this.shelf.busy) await this.shelf.busy;
		const done = work().finally(() => (this.shelf.busy = null));
		this.shelf.busy = done.catch(() => undefined);
		return done;
	}

	watch(listener: (event: 'added' | 'lost') => void): void {
		this.#ring = () => listener('added');
		this.shelf.bells.add(this.#ring);
	}

	close(): void {
		this.shelf.bells.delete(this.#ring);
	}

	#after(mark: number): readonly StoredRecord[] {
		return [...this.shelf.records]
			.filter(([key]) => key > mark)
			.sort(([a], [b]) => a - b)
			.map(([key, value]) => ({ key, value, readable: true }));
	}

	#refuse(): void {
		if (this.shelf.refuses) throw new KithError(this.shelf.refuses, 'the shelf refuses');
	}
}

/** As a database does: never at once, and a failure is a rejection. */
export function soon<T>(work: () => T): Promise<T> {
	return Promise.resolve().then(work);
}
