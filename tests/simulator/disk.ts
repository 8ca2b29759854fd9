import * as Y from 'yjs';
import { KithError } from '$lib/kith';
import type { Appended, Records, StoredRecord } from '$lib/storage/records';
import type { Standing, Standings } from '$lib/sync/exchange/standing';
import type { KeptValues } from '$lib/sync/owner/kept';
import { memoryKeyStore, type KeyStore } from '$lib/sync/trust/key-store';
import type { Chance } from '../devices/random';
import type { Life } from './life';

/** What a device still has when the app was killed: each write is there whole, or not at all. */
export class Disk {
	readonly records = new Map<number, Uint8Array>();
	newest = 0;
	readonly values = new Map<string, unknown>();
	readonly standings = new Map<string, Standing>();
	readonly keys = memoryKeyStore();
	/** All records, as a document: what a new run would find. */
	readonly document = new Y.Doc({ guid: 'kith' });
	/** A write takes up to so many milliseconds. */
	slowMs = 8;
	isFull = false;
	/** Says that all is written before it is. */
	isLying = false;
	readonly #chance: Chance;
	readonly #underWay = new Set<() => unknown>();

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	/** Never settles when the app is killed before. */
	write<T>(life: Life, put: () => T | Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			if (life.isOver) return;
			this.#underWay.add(put);
			life.after(1 + this.#chance.below(this.slowMs), () => {
				if (!this.#underWay.delete(put)) return;
				if (this.isFull) reject(new KithError('quota', 'the disk is full'));
				else resolve(put());
			});
		});
	}

	/** Of what was being written, some may be there in full. */
	crash(): void {
		for (const put of this.#underWay) if (this.#chance.is(0.4) && !this.isFull) put();
		this.#underWay.clear();
	}

	putRecord(update: Uint8Array): void {
		this.records.set(++this.newest, update);
		Y.applyUpdate(this.document, update);
	}

	keyStore(life: Life): KeyStore {
		return {
			...this.keys,
			addToGroup: (part) => this.write(life, () => this.keys.addToGroup(part)),
			forgetGroup: () => this.write(life, () => this.keys.forgetGroup())
		};
	}

	keptValues(life: Life): KeptValues {
		return {
			get: async (key) => this.values.get(key),
			set: (key, value) => this.write(life, () => void this.values.set(key, value))
		};
	}

	keptStandings(life: Life): Standings {
		return {
			read: async () => new Map(this.standings),
			// As with every store that is only told, what could not be kept is told again with the next change.
			write: (device, standing) =>
				void this.write(life, () => this.standings.set(device, standing)).catch(() => undefined)
		};
	}
}

/** The records of the log, of one run of the app. */
export class DiskRecords implements Records {
	constructor(
		readonly disk: Disk,
		readonly life: Life
	) {}

	readAfter(mark: number): Promise<readonly StoredRecord[]> {
		return Promise.resolve(
			[...this.disk.records]
				.filter(([key]) => key > mark)
				.sort(([a], [b]) => a - b)
				.map(([key, value]) => ({ key, value, readable: true }))
		);
	}

	async append(updates: readonly Uint8Array[]): Promise<Appended> {
		const { disk, life } = this;
		const put = (): Appended => {
			for (const update of updates) disk.putRecord(update);
			return { others: [], mark: disk.newest, added: updates.length };
		};
		if (!disk.isLying) return disk.write(life, put);
		void disk.write(life, put).catch(() => undefined);
		return { others: [], mark: disk.newest, added: updates.length };
	}

	replace(mark: number, held: ReadonlySet<number>, whole: () => Uint8Array): Promise<number> {
		const { records } = this.disk;
		// Like the real one it may store what is not acknowledged yet.
		return this.disk.write(this.life, () => {
			const keys = [...records.keys()].filter((key) => key <= mark && !held.has(key));
			if (keys.length < 2) return 0;
			for (const key of keys) records.delete(key);
			const bytes = whole();
			records.set(Math.max(...keys), bytes);
			Y.applyUpdate(this.disk.document, bytes);
			return keys.length - 1;
		});
	}

	/** There is no damage in a history. */
	setAside = (): Promise<void> => Promise.reject(new Error('a record was damaged'));
	countSetAside = (): Promise<number> => Promise.resolve(0);
	alone = (_: boolean, work: () => Promise<void>): Promise<void> => work();
	/** One tab a device. */
	watch = (): void => undefined;
	close = (): void => undefined;
}
