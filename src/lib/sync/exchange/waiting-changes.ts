/** The changes here that another device is not known to have. */
import * as Y from 'yjs';
import { isCovered } from './receipts';

/** How far the clients that a change wrote as are known with it. */
export type Reach = readonly (readonly [client: number, clock: number])[];

export interface Made {
	readonly reach: Reach;
	/** It deleted something without a value in its place: who knows as far may still not know of that. */
	readonly isErasing: boolean;
}

/** Of a transaction that has ended. */
export const madeIn = ({ doc, beforeState, afterState, deleteSet }: Y.Transaction): Made => ({
	reach: [...afterState].filter(([client, clock]) => beforeState.get(client) !== clock),
	isErasing: [...deleteSet.clients].some(([client, runs]) => {
		const structs = doc.store.clients.get(client) ?? [];
		return runs.some((run) => structsIn(structs, run).some((struct) => !isReplaced(struct)));
	})
});

type Struct = Y.GC | Y.Item;

function structsIn(structs: Struct[], { clock, len }: { readonly clock: number; readonly len: number }): Struct[] {
	const first = Y.findIndexSS(structs, clock);
	let end = first;
	while ((structs[end]?.id.clock ?? Infinity) < clock + len) end++;
	return structs.slice(first, end);
}

/** Whoever has a later value under the same key of a map has deleted those before it. */
function isReplaced(struct: Struct): boolean {
	if (!(struct instanceof Y.Item) || struct.parentSub === null) return false;
	return struct.parent instanceof Y.AbstractType && struct.parent._map.get(struct.parentSub) !== struct;
}

/** Above it, the oldest are only counted. */
const mostKept = 5_000;

export class WaitingChanges {
	#kept: Reach[] = [];
	/** How far the device knows each client, by its last receipt. */
	#theirs: ReadonlyMap<number, number> = new Map();
	/** Since all was last the same, something was erased. */
	#isErased = false;

	/** @param older so many were told of when the app ran before */
	constructor(private older: number) {}

	get count(): number {
		return Math.max(this.older + this.#kept.length, this.#isErased ? 1 : 0);
	}

	/** Also of what the device sent itself, which may not be stored there yet; not of what its receipt told of before. */
	add({ reach, isErasing }: Made): void {
		this.#isErased ||= isErasing;
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
		this.#isErased = false;
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
