/** Which of its own segments a device leaves in a folder, and from where on the next one begins. */
import type { Clocks, FileMoment } from '../exchange/file-exchange';
import { isCovered } from '../exchange/receipts';

/** A segment that this device has in the folder. */
export interface OwnSegment {
	readonly number: number;
	/** Of the update, in bytes. */
	readonly size: number;
	/** Of the file, in bytes. */
	readonly fileSize: number;
	/** Whoever knows this can take it, and knows `to` then. */
	readonly from: Clocks;
	readonly to: Clocks;
}

export interface Plan {
	/** They stay; all others are covered. */
	readonly kept: readonly OwnSegment[];
	readonly from: Clocks;
	readonly update: Uint8Array;
}

/** Below it none is worth a file of its own. */
const smallBytes = 16 * 1024;
/** Each has twice as much as the next, so a byte is rewritten a few times, and there are a few of them. */
const growth = 2;

/** Those that are still of use to all: each builds on the one before it and on what all are known to have. */
export function usable(own: readonly OwnSegment[], known: Clocks): readonly OwnSegment[] {
	const needed = own.filter(({ to }) => !isCovered(to, known));
	const end = needed.findIndex(({ from }, at) => !isCovered(from, joined(needed[at - 1]?.to, known)));
	return end < 0 ? needed : needed.slice(0, end);
}

/** A new segment takes in all older ones that are not much larger than it. */
export function planSegment(own: readonly OwnSegment[], { known, updateAfter }: FileMoment): Plan {
	let kept = usable(own, known);
	for (;;) {
		const last = kept.at(-1);
		const from = joined(last?.to, known);
		const update = updateAfter(from);
		if (!last || last.size > growth * Math.max(update.byteLength, smallBytes)) return { kept, from, update };
		kept = kept.slice(0, -1);
	}
}

function joined(one: Clocks | undefined, other: Clocks): Clocks {
	const both = new Map(other);
	for (const [client, clock] of one ?? []) both.set(client, Math.max(clock, both.get(client) ?? 0));
	return both;
}
