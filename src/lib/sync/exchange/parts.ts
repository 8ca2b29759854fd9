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
	let part = new PartWriter();
	for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
		const before = reached(client);
		for (let clock = before; clock < (ends.get(client) ?? 0); clock = reached(client)) {
			// Looked up anew after each part: others may have split or merged it meanwhile.
			const structs = clients.get(client) ?? [];
			let at = Y.findIndexSS(structs, clock);
			let missing: number | null = null;
			let isFull = false;
			for (let struct = structs[at]; struct; struct = structs[++at]) {
				if (struct.id.clock >= (ends.get(client) ?? 0)) break;
				missing = missingFor(struct, reached);
				if (missing !== null) break;
				isFull = part.bytes >= (beginsRow(struct) ? partBytes : mostParts * partBytes);
				if (isFull) break;
				part.add(struct, Math.max(0, reached(client) - struct.id.clock));
				clocks.set(client, struct.id.clock + struct.length);
			}
			if (missing !== null) {
				waiting.set(missing, (waiting.get(missing) ?? new Set()).add(client));
				break;
			}
			if (!isFull) break;
			yield { update: part.update(), clocks: new Map(clocks) };
			part = new PartWriter();
		}
		if (reached(client) === before) continue;
		ready.push(...(waiting.get(client) ?? []));
		waiting.delete(client);
	}
	if (part.bytes > 0) yield { update: part.update(), clocks };
}

/** The client of which more must be known before a struct has its place; null when it has. */
function missingFor(struct: Struct, reached: (client: number) => number): number | null {
	if (!(struct instanceof Y.Item)) return null;
	const { origin, rightOrigin, parent } = struct;
	const above = parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null;
	for (const id of [origin, rightOrigin, above]) if (id && id.clock >= reached(id.client)) return id.client;
	return null;
}

const beginsRow = (struct: Struct): boolean =>
	struct instanceof Y.Item && struct.parent instanceof Y.AbstractType && struct.parent._item === null;

/** Structs of one client that follow each other. */
interface Run {
	readonly from: number;
	readonly encoder: Y.UpdateEncoderV1;
	count: number;
}

/** Writes an update as Yjs does (`writeClientsStructs`), which itself writes each client to its end. */
class PartWriter {
	bytes = 0;
	readonly #runs = new Map<number, Run>();

	/** @param offset so much of it is known */
	add(struct: Struct, offset: number): void {
		const { client, clock } = struct.id;
		let run = this.#runs.get(client);
		if (!run) this.#runs.set(client, (run = { from: clock + offset, encoder: new Y.UpdateEncoderV1(), count: 0 }));
		const before = encoding.length(run.encoder.restEncoder);
		struct.write(run.encoder, offset);
		this.bytes += encoding.length(run.encoder.restEncoder) - before;
		run.count++;
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
}
