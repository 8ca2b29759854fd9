import type { FolderHandle } from '$lib/devices';
import { FolderError, type Folder, type FolderTrouble } from '$lib/sync/files/folder';
import { folderHandle } from '$lib/sync/files/memory-folder';
import type { Clock } from '$lib/sync/clock';
import type { Chance } from '../devices/random';

interface Copy {
	readonly bytes: Uint8Array;
	readonly modified: number;
}

interface Coming {
	readonly at: number;
	readonly name: string;
	/** Null: it goes. */
	readonly bytes: Uint8Array | null;
}

/** What a device has of it. */
interface Place {
	readonly copies: Map<string, Copy>;
	coming: Coming[];
	trouble: FolderTrouble | null;
}

const minute = 60_000;
const troubles = ['locked', 'missing', 'failed'] as const;

/**
 * One folder, with a copy of it at each device, and something careless that carries between the copies: late, in another
 * order, half at first, twice, and back again when it was gone. It has no timers: what is due is there at the next look.
 */
export class CarelessFolder {
	/** What the browser would give for it. */
	readonly handle: FolderHandle = folderHandle('Shared');
	readonly #places = new Map<string, Place>();
	/** Each file that a device ever wrote, and which. */
	readonly #written = new Map<string, { readonly by: string; readonly bytes: Uint8Array }>();
	#isCareful = false;

	constructor(
		readonly chance: Chance,
		readonly now: () => number,
		/** Of all devices: the folder is on each of them, whether its app uses it or not. */
		readonly names: () => readonly string[]
	) {}

	/** As an app on the device has it. */
	at(device: string, life: Clock, isFull: () => boolean): Folder {
		const place = this.#placeOf(device);
		/** Never settles when the app is killed before. */
		const work = async <T>(does: (copies: Map<string, Copy>) => T): Promise<T> => {
			await new Promise<void>((settle) => void life.after(1 + this.chance.below(60), settle));
			if (place.trouble) throw new FolderError(place.trouble);
			this.#arrive(place);
			return does(place.copies);
		};
		return {
			list: () =>
				work((copies) => [...copies].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified }))),
			read: (name) => work((copies) => copies.get(name)?.bytes ?? null),
			write: (name, bytes) =>
				work((copies) => {
					if (isFull()) throw new FolderError('failed');
					copies.set(name, { bytes, modified: this.now() });
					this.#written.set(name, { by: device, bytes });
					this.#carry(device, name, bytes);
				}),
			remove: (name) =>
				work((copies) => {
					copies.delete(name);
					this.#carry(device, name, null);
				})
		};
	}

	/** Something happens to a file in the copy of one device. */
	meddle(device: string): void {
		const { chance } = this;
		const place = this.#placeOf(device);
		this.#arrive(place);
		const { copies } = place;
		const name = chance.pick([...copies.keys()]);
		const copy = name && copies.get(name);
		const old = chance.pick([...this.#written]);
		const put = (as: string, bytes: Uint8Array) => copies.set(as, { bytes, modified: this.now() });
		const what = chance.below(6);
		if (what === 0 && old) put(old[0], old[1].bytes);
		if (!copy) return;
		if (what === 1) copies.delete(name);
		if (what === 2) put(name, copy.bytes.slice(0, chance.below(copy.bytes.length)));
		if (what === 3) put(conflictOf(name, chance), copy.bytes);
		if (what === 4) put(`kith-copy-${chance.below(9)}.kith-sync`, changed(copy.bytes, chance));
		if (what === 5) put(name, copy.bytes);
	}

	/** A device may not use it any more, or may again. */
	trouble(device: string): void {
		this.#placeOf(device).trouble = this.chance.is(0.5) ? null : (this.chance.pick(troubles) ?? null);
	}

	/** From here on what a device wrote and still has comes to the others soon, and whole. */
	heal(): void {
		this.#isCareful = true;
		for (const place of this.#places.values()) place.trouble = null;
		for (const [name, { by, bytes }] of this.#written) {
			if (!this.#placeOf(by).copies.has(name)) continue;
			for (const device of this.names()) {
				const { copies, coming } = this.#placeOf(device);
				const isThere = copies.get(name)?.bytes === bytes;
				if (device !== by && !isThere) coming.push({ at: this.now() + this.chance.below(5_000), name, bytes });
			}
		}
	}

	/** Files that a device wrote and has there. */
	countOf(device: string): number {
		const { copies } = this.#placeOf(device);
		return [...copies.keys()].filter((name) => this.#written.get(name)?.by === device).length;
	}

	/** The copy of the device `from` has changed. */
	#carry(from: string, name: string, bytes: Uint8Array | null): void {
		const { chance } = this;
		const isCareless = !this.#isCareful;
		for (const device of this.names()) {
			if (device === from) continue;
			const { coming } = this.#placeOf(device);
			let at = this.now() + chance.below(isCareless && chance.is(0.4) ? 5 * minute : 4_000);
			if (isCareless && bytes) {
				const half = chance.is(0.1) ? bytes.slice(0, chance.below(bytes.length)) : null;
				const wrong = chance.is(0.05) ? changed(bytes, chance) : null;
				for (const early of [half, wrong]) {
					if (!early) continue;
					coming.push({ at, name, bytes: early });
					at += 1 + chance.below(minute);
				}
				if (chance.is(0.1)) coming.push({ at: at + chance.below(minute), name: conflictOf(name, chance), bytes });
			}
			coming.push({ at, name, bytes });
		}
		const back = !bytes && isCareless && chance.is(0.2) ? this.#written.get(name) : undefined;
		if (back) this.#placeOf(from).coming.push({ at: this.now() + chance.below(minute), name, bytes: back.bytes });
	}

	#placeOf(device: string): Place {
		const place = this.#places.get(device) ?? { copies: new Map(), coming: [], trouble: null };
		this.#places.set(device, place);
		return place;
	}

	#arrive(place: Place): void {
		const due = place.coming.filter(({ at }) => at <= this.now()).sort((one, other) => one.at - other.at);
		if (due.length === 0) return;
		place.coming = place.coming.filter(({ at }) => at > this.now());
		for (const { at, name, bytes } of due) {
			if (bytes) place.copies.set(name, { bytes, modified: at });
			else place.copies.delete(name);
		}
	}
}

const conflictOf = (name: string, chance: Chance) =>
	`${name.replace('.kith-sync', '')} (conflicted copy ${chance.below(99)}).kith-sync`;

/** With one bit wrong. */
function changed(bytes: Uint8Array, chance: Chance): Uint8Array {
	const wrong = bytes.slice();
	const at = chance.below(wrong.length);
	wrong[at] = (wrong[at] ?? 0) ^ (1 << chance.below(8));
	return wrong;
}
