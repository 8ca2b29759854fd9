/** Whom an update would put into the trash or take away, found out without applying it. */
import * as Y from 'yjs';
import type { ContactId } from '$lib/domain/contact';
import { momentOf } from './plain';
import { readSlots } from './register';
import { rootsOf } from './roots';
import { deletedAtOf, type Row } from './row';

type Update = ReturnType<typeof Y.decodeUpdate>;
type Struct = Update['structs'][number];

/** What an update does to one row that is live here. */
interface RowChange {
	readonly row: Row;
	/** No row stands in its place any more. */
	isReplaced: boolean;
	losesBirth: boolean;
	readonly set: Map<string, unknown>;
	readonly gone: Set<string>;
}

const mark = 'deletedAt~';

/** Contacts that are live in `doc` and would not be with the update, which passed the gate. */
export function contactsDeletedBy(bytes: Uint8Array, doc: Y.Doc): readonly ContactId[] {
	const update = Y.decodeUpdate(bytes);
	const changes = new RowChanges(doc);
	for (const struct of deletedHere(update, doc)) changes.unset(struct);
	const places = new Places(update.structs, doc);
	for (const struct of update.structs) {
		if (!(struct instanceof Y.Item) || struct.deleted || Y.isDeleted(update.ds, struct.id)) continue;
		if (struct.id.clock < Y.getState(doc.store, struct.id.client)) continue;
		const place = places.of(struct);
		if (place?.key) changes.set(place.parent, place.key, struct);
	}
	return changes.deleted();
}

class RowChanges {
	readonly #contacts: Y.Map<unknown>;
	readonly #rows = new Map<ContactId, RowChange | null>();

	constructor(doc: Y.Doc) {
		this.#contacts = rootsOf(doc).contacts;
	}

	unset({ parent, parentSub }: Y.Item): void {
		if (parentSub === null) return;
		if (parent === this.#contacts) {
			const change = this.#of(parentSub);
			if (change) change.isReplaced = true;
		}
		const change = this.#ofRow(parent);
		if (!change) return;
		if (parentSub === 'born') change.losesBirth = true;
		if (parentSub.startsWith(mark)) change.gone.add(parentSub);
	}

	set(parent: unknown, key: string, { content }: Y.Item): void {
		if (parent === this.#contacts) {
			const change = this.#of(key);
			// Two devices may bring the same contact back from a snapshot.
			if (change) change.isReplaced = !(content instanceof Y.ContentType && content.type instanceof Y.Map);
		}
		const change = this.#ofRow(parent);
		if (!change) return;
		if (key === 'born') change.losesBirth = false;
		if (key.startsWith(mark)) change.set.set(key, content.getContent().at(-1));
	}

	deleted(): readonly ContactId[] {
		return [...this.#rows].filter(([, change]) => change && isDeleting(change)).map(([id]) => id);
	}

	#ofRow(parent: unknown): RowChange | null {
		if (!(parent instanceof Y.Map) || parent.parent !== this.#contacts) return null;
		return this.#of(parent._item?.parentSub ?? '');
	}

	/** Null for a contact that is not live here. */
	#of(id: ContactId): RowChange | null {
		const known = this.#rows.get(id);
		if (known !== undefined) return known;
		const row = this.#contacts.get(id);
		const isLive = row instanceof Y.Map && row.has('born') && deletedAtOf(row as Row) === 0;
		const change = isLive
			? {
					row: row as Row,
					isReplaced: false,
					losesBirth: false,
					set: new Map<string, unknown>(),
					gone: new Set<string>()
				}
			: null;
		this.#rows.set(id, change);
		return change;
	}
}

function isDeleting({ row, isReplaced, losesBirth, set, gone }: RowChange): boolean {
	if (isReplaced || losesBirth) return true;
	const slots = new Map<string, unknown>();
	row.forEach((stored, key) => {
		if (key.startsWith(mark) && !gone.has(key)) slots.set(key, stored);
	});
	for (const [key, stored] of set) slots.set(key, stored);
	return momentOf(readSlots(slots).get('deletedAt')?.[0]?.value) > 0;
}

/** What is there still and the update deletes. */
function* deletedHere({ ds }: Update, { store }: Y.Doc): Iterable<Y.Item> {
	for (const [client, runs] of ds.clients) {
		const structs = store.clients.get(client);
		if (!structs) continue;
		for (const { clock, len } of runs) {
			const end = Math.min(clock + len, Y.getState(store, client));
			if (clock >= end) continue;
			for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
				const struct = structs[at];
				if (!struct || struct.id.clock >= end) break;
				if (struct instanceof Y.Item && !struct.deleted) yield struct;
			}
		}
	}
}

interface Place {
	/** Null when it is not in the document yet. */
	readonly parent: unknown;
	readonly key: string | null;
}

/** Where the structs of an update come to lie. One written beside another says so by its neighbour alone. */
class Places {
	readonly #structs = new Map<number, Struct[]>();
	readonly #known = new Map<Struct, Place | null>();

	constructor(
		structs: readonly Struct[],
		private readonly doc: Y.Doc
	) {
		for (const struct of structs) {
			const ofClient = this.#structs.get(struct.id.client);
			if (ofClient) ofClient.push(struct);
			else this.#structs.set(struct.id.client, [struct]);
		}
	}

	of(struct: Y.Item): Place | null {
		const asked: Struct[] = [];
		let place: Place | null | undefined;
		for (let next: Struct | null = struct; place === undefined;) {
			place = next instanceof Y.Item ? (this.#known.get(next) ?? this.#named(next)) : null;
			if (place !== undefined || !(next instanceof Y.Item)) break;
			asked.push(next);
			const beside: Y.ID | null = next.origin ?? next.rightOrigin;
			place = beside && this.#inDoc(beside);
			next = place === undefined && beside ? this.#inUpdate(beside) : null;
		}
		for (const one of asked) this.#known.set(one, place ?? null);
		return place ?? null;
	}

	/** Undefined when it does not say. */
	#named({ parent, parentSub }: Y.Item): Place | undefined {
		const named: unknown = parent;
		if (typeof named === 'string') return { parent: this.doc.share.get(named), key: parentSub };
		if (!(named instanceof Y.ID)) return undefined;
		const item = this.#itemAt(named);
		return { parent: item && item.content instanceof Y.ContentType ? item.content.type : null, key: parentSub };
	}

	/** Undefined when it is not in the document. */
	#inDoc(id: Y.ID): Place | null | undefined {
		if (id.clock >= Y.getState(this.doc.store, id.client)) return undefined;
		const item = this.#itemAt(id);
		return item && { parent: item.parent, key: item.parentSub };
	}

	#itemAt(id: Y.ID): Y.Item | null {
		if (id.clock >= Y.getState(this.doc.store, id.client)) return null;
		const item: unknown = Y.getItem(this.doc.store, id);
		return item instanceof Y.Item ? item : null;
	}

	#inUpdate({ client, clock }: Y.ID): Struct | null {
		const structs = this.#structs.get(client) ?? [];
		let [low, high] = [0, structs.length - 1];
		while (low <= high) {
			const middle = (low + high) >> 1;
			const struct = structs[middle];
			if (!struct) return null;
			if (struct.id.clock > clock) high = middle - 1;
			else if (struct.id.clock + struct.length <= clock) low = middle + 1;
			else return struct;
		}
		return null;
	}
}
