/**
 * What a document holds, in sixteen bytes, kept up to date at the price of each change.
 *
 * Two documents hold the same exactly when each client is known as far and the same is deleted. So a fingerprint is a
 * sum over both: `mark(client, how far)` for each client and, for each run that is deleted, `mark(its end)` minus
 * `mark(its start)`, whatever runs it was told in. A sum changes with its terms, so no change needs a look at the rest,
 * where `Y.encodeSnapshot` walks the whole document. The marks are 128 bits, mixed as by MurmurHash3: enough against
 * chance, and those who could look for two documents of one fingerprint are the owner's own devices.
 */
import * as Y from 'yjs';

export type Fingerprint = string;

export interface Fingerprints {
	/** Of the document as it is. Not to be asked within a transaction or one of its events. */
	readonly now: Fingerprint;
	close(): void;
}

export function watchFingerprint(doc: Y.Doc): Fingerprints {
	let sum = sumOf(doc);

	function follow({ beforeState, afterState, deleteSet }: Y.Transaction): void {
		for (const [client, after] of afterState) {
			const before = beforeState.get(client) ?? 0;
			if (before === after) continue;
			sum.reach(client, before, after);
			sum.delete(client, collectedFrom(doc.store.clients.get(client) ?? [], before, after));
		}
		for (const [client, runs] of deleteSet.clients) sum.delete(client, runs);
	}
	doc.on('afterTransaction', follow);
	return {
		get now() {
			// A listener that throws can keep Yjs from telling of a transaction.
			if (sum.reached !== reachedIn(doc)) sum = sumOf(doc);
			return sum.toString();
		},
		close: () => doc.off('afterTransaction', follow)
	};
}

const reachedIn = ({ store }: Y.Doc) =>
	[...store.clients.keys()].reduce((total, client) => total + Y.getState(store, client), 0);

function sumOf(doc: Y.Doc): MarkSum {
	const sum = new MarkSum();
	for (const client of doc.store.clients.keys()) sum.reach(client, 0, Y.getState(doc.store, client));
	for (const [client, runs] of Y.createDeleteSetFromStructStore(doc.store).clients) sum.delete(client, runs);
	return sum;
}

interface Run {
	readonly clock: number;
	readonly len: number;
}

/** What came deleted and collected already is in no transaction's deletions. */
function collectedFrom(structs: readonly (Y.GC | Y.Item)[], from: number, to: number): readonly Run[] {
	const runs: Run[] = [];
	for (let at = structs.length - 1; at >= 0; at--) {
		const struct = structs[at];
		if (!struct || struct.id.clock + struct.length <= from) break;
		if (!(struct instanceof Y.GC)) continue;
		const clock = Math.max(struct.id.clock, from);
		const end = Math.min(struct.id.clock + struct.length, to);
		if (end > clock) runs.push({ clock, len: end - clock });
	}
	return runs;
}

const lanes = [0, 1, 2, 3] as const;
const ofReach = 0x52454143;
const ofDeletion = 0x44454c45;

class MarkSum {
	readonly #lanes = new Uint32Array(4);
	/** How far all clients are known together. */
	reached = 0;

	reach(client: number, before: number, after: number): void {
		this.reached += after - before;
		if (before > 0) this.#add(ofReach, client, before, -1);
		if (after > 0) this.#add(ofReach, client, after, 1);
	}

	delete(client: number, runs: readonly Run[]): void {
		for (const { clock, len } of runs) {
			this.#add(ofDeletion, client, clock, -1);
			this.#add(ofDeletion, client, clock + len, 1);
		}
	}

	toString(): Fingerprint {
		return [...this.#lanes].map((lane) => lane.toString(16).padStart(8, '0')).join('');
	}

	#add(purpose: number, client: number, clock: number, sign: 1 | -1): void {
		for (const lane of lanes) this.#lanes[lane] = (this.#lanes[lane] ?? 0) + sign * mark(lane, purpose, client, clock);
	}
}

/** Both numbers have up to 53 bits. */
function mark(lane: number, purpose: number, client: number, clock: number): number {
	let mixed = mix(Math.imul(lane + 1, 0x9e3779b1) ^ purpose, client);
	mixed = mix(mixed, client / 2 ** 32);
	mixed = mix(mixed, clock);
	mixed = mix(mixed, clock / 2 ** 32);
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

function mix(state: number, word: number): number {
	let mixed = Math.imul(word | 0, 0xcc9e2d51);
	mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593) ^ state;
	mixed = (mixed << 13) | (mixed >>> 19);
	return (Math.imul(mixed, 5) + 0xe6546b64) | 0;
}
