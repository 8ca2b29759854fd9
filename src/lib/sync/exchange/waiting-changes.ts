/** The changes here that another device is not known to have. */
import type * as Y from 'yjs';
import { isCovered } from './receipts';

/** How far the clients that a change wrote as are known with it. */
export type Reach = readonly (readonly [client: number, clock: number])[];

export const reachOf = ({ beforeState, afterState }: Y.Transaction): Reach =>
	[...afterState].filter(([client, clock]) => beforeState.get(client) !== clock);

/** Above it, the oldest are only counted. */
const mostKept = 5_000;

export class WaitingChanges {
	#kept: Reach[] = [];
	/** How far the device knows each client, by its last receipt. */
	#theirs: ReadonlyMap<number, number> = new Map();

	/** @param older so many were told of when the app ran before */
	constructor(private older: number) {}

	get count(): number {
		return this.older + this.#kept.length;
	}

	/** Also of what the device sent itself, which may not be stored there yet; not of what its receipt told of before. */
	add(reach: Reach): void {
		if (reach.length > 0 && !this.#isMissing(reach)) return;
		this.#kept.push(reach);
		if (this.#kept.length <= mostKept) return;
		this.#kept.shift();
		this.older++;
	}

	/** The device has just what is here. */
	clear(theirs: ReadonlyMap<number, number>): void {
		this.#theirs = new Map(theirs);
		this.older = 0;
		this.#kept = [];
	}

	/** The device knows so much; what only deleted something cannot be told from it, and waits until all is the same. */
	cover(theirs: ReadonlyMap<number, number>, ours: ReadonlyMap<number, number>): void {
		this.#theirs = new Map(theirs);
		this.#kept = this.#kept.filter((reach) => reach.length === 0 || this.#isMissing(reach));
		// Of before a restart nobody knows any more whether one of them only deleted.
		if (isCovered(ours, theirs)) this.older = Math.min(this.older, 1);
		// It lost what it once had, or what was counted here is not known any more.
		else if (this.count === 0) this.older = 1;
	}

	#isMissing(reach: Reach): boolean {
		return reach.some(([client, clock]) => clock > (this.#theirs.get(client) ?? 0));
	}
}
