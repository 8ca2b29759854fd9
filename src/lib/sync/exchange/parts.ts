/**
 * A document in parts, for a device that has nothing of it: each part builds only on those before, so the device reads
 * one while the next is on its way, and what is cut off goes on from where it was. A row is never torn.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export interface Part {
	readonly update: Uint8Array;
	/** How far the device knows each client with it; what was deleted it does not know yet. */
	readonly clocks: ReadonlyMap<number, number>;
}

type Struct = Y.GC | Y.Item;

/** So many times the size of a part, and a row is torn after all. */
const mostParts = 8;

/**
 * What is in the document when it begins; it may change between two parts.
 * @param partBytes a part ends with the row that reaches so many
 */
export function* partsOf(doc: Y.Doc, partBytes: number): Generator<Part> {
	const { clients } = doc.store;
	const ends = new Map([...clients.keys()].map((client) => [client, Y.getState(doc.store, client)]));
	const clocks = new Map<number, number>();
	const reached = (client: number) => clocks.get(client) ?? 0;
	/** Clients whose next struct waits for the client that is the key. */
	const waiting = new Map<number, Set<number>>();
	const ready = [...ends.keys()];
	let part = new PartWriter(partBytes);
	for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
		const before = reached(client);
		const end = ends.get(client) ?? 0;
		for (let missing: number | null = null; missing === null && reached(client) < end;) {
			// Looked up anew after each part: others may have split or merged it meanwhile.
			missing = part.fill(clients.get(client) ?? [], clocks, client, end);
			if (missing !== null) waiting.set(missing, (waiting.get(missing) ?? new Set()).add(client));
			if (!part.isFull) continue;
			yield { update: part.update(), clocks: new Map(clocks) };
			part = new PartWriter(partBytes);
		}
		if (reached(client) === before) continue;
		ready.push(...(waiting.get(client) ?? []));
		waiting.delete(client);
	}
	if (!part.isEmpty) yield { update: part.update(), clocks };
}

/** The client of which more must be known before a struct has its place; null when it has. */
function missingFor(struct: Struct, reached: (client: number) => number): number | null {
	if (!(struct instanceof Y.Item)) return null;
	const { origin, rightOrigin, parent } = struct;
	const above = parent instanceof Y.AbstractType ? parent._item : null;
	if (origin && origin.clock >= reached(origin.client)) return origin.client;
	if (rightOrigin && rightOrigin.clock >= reached(rightOrigin.client)) return rightOrigin.client;
	return above && above.id.clock >= reached(above.id.client) ? above.id.client : null;
}

const beginsRow = (struct: Struct): boolean =>
	struct instanceof Y.Item && struct.parent instanceof Y.AbstractType && struct.parent._item === null;

/** Structs of one client that follow each other. */
interface Run {
	readonly from: number;
	readonly encoder: Y.UpdateEncoderV1;
	count: number;
	bytes: number;
}

/** Writes an update as Yjs does (`writeClientsStructs`), which itself writes each client to its end. */
class PartWriter {
	isFull = false;
	readonly #runs = new Map<number, Run>();
	#bytes = 0;

	constructor(private readonly mostBytes: number) {}

	get isEmpty(): boolean {
		return this.#runs.size === 0;
	}

	/**
	 * Takes what follows of a client, up to `end`, until the part is full; `clocks` then tells how far it came.
	 * @returns the client of which more must be taken first, or null
	 */
	fill(structs: Struct[], clocks: Map<number, number>, client: number, end: number): number | null {
		const from = clocks.get(client) ?? 0;
		let clock = from;
		let missing: number | null = null;
		const reached = (of: number) => (of === client ? clock : (clocks.get(of) ?? 0));
		const run = this.#runs.get(client) ?? { from, encoder: new Y.UpdateEncoderV1(), count: 0, bytes: 0 };
		for (
			let at = Y.findIndexSS(structs, from), struct = structs[at];
			struct && struct.id.clock < end;
			struct = structs[++at]
		) {
			missing = missingFor(struct, reached);
			if (missing !== null) break;
			const isRow = beginsRow(struct);
			// To measure at each struct would take as long as to write it.
			if (isRow || run.count % 256 === 255) this.#measure(run);
			this.isFull = this.#bytes >= (isRow ? this.mostBytes : mostParts * this.mostBytes);
			if (this.isFull) break;
			struct.write(run.encoder, clock - struct.id.clock);
			run.count++;
			clock = struct.id.clock + struct.length;
		}
		if (clock > from) {
			this.#measure(run);
			this.#runs.set(client, run);
			clocks.set(client, clock);
		}
		return missing;
	}

	update(): Uint8Array {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, this.#runs.size);
		for (const [client, { from, count, encoder: structs }] of this.#runs) {
			for (const number of [count, client, from]) encoding.writeVarUint(encoder, number);
			encoding.writeUint8Array(encoder, encoding.toUint8Array(structs.restEncoder));
		}
		// No deletions: they come with the answer that follows the parts.
		encoding.writeVarUint(encoder, 0);
		return encoding.toUint8Array(encoder);
	}

	#measure(run: Run): void {
		const bytes = encoding.length(run.encoder.restEncoder);
		this.#bytes += bytes - run.bytes;
		run.bytes = bytes;
	}
}
