import * as Y from 'yjs';

/** One edit that the owner made somewhere. */
export interface Edit {
	/** Of the register it sets, or of what it makes: `contacts/<id>/given`, `contacts/<id>`, `notes/<id>`. */
	readonly place: string;
	readonly value: string;
	/** Where it lies in the document: as this client, up to this clock. */
	readonly client: number;
	readonly clock: number;
	/** Edits of the same register that had arrived where it was made: it takes their place, if it stays. */
	readonly over: readonly Edit[];
	/** Devices that were known there to be removed. */
	readonly notFor: readonly string[];
	/** The device said that it is kept. */
	isAcknowledged: boolean;
}

const has = (doc: Y.Doc, { client, clock }: Pick<Edit, 'client' | 'clock'>) => Y.getState(doc.store, client) >= clock;

/** A plain list of all edits of a history. It knows nothing of slots, stamps, devices or links. */
export class Oracle {
	readonly edits: Edit[] = [];
	/** What was taken out of notes, by its place, and whether some device acknowledged that. */
	readonly erased = new Map<string, boolean>();

	/** Notes an edit of each of these places that `make` makes; its promise settles once the device acknowledges it. */
	async note(
		doc: Y.Doc,
		places: readonly string[],
		value: string,
		notFor: readonly string[],
		make: () => Promise<unknown>
	): Promise<void> {
		const over = places.map((place) => this.edits.filter((edit) => edit.place === place && has(doc, edit)));
		const client = doc.clientID;
		const before = Y.getState(doc.store, client);
		const done = make();
		const clock = Y.getState(doc.store, client);
		const made = places.map((place, at): Edit => ({
			place,
			value,
			client,
			clock,
			over: over[at] ?? [],
			notFor,
			isAcknowledged: false
		}));
		// One that changed nothing is none.
		if (clock > before) this.edits.push(...made);
		await done;
		for (const edit of made) edit.isAcknowledged = true;
	}

	/** Notes that `make` takes something out of the notes again. A deletion has no place of its own in the document. */
	async noteErased(place: string, make: () => Promise<unknown>): Promise<void> {
		this.erased.set(place, this.erased.get(place) ?? false);
		await make();
		this.erased.set(place, true);
	}

	/** Acknowledged on a device that must have told it, and not there. */
	lost(doc: Y.Doc, mustHave: (client: number) => boolean): readonly Edit[] {
		return this.edits.filter((edit) => edit.isAcknowledged && mustHave(edit.client) && !has(doc, edit));
	}

	/** For each place, the values of the edits that are there and that none that is there took the place of. */
	left(doc: Y.Doc): ReadonlyMap<string, ReadonlySet<string>> {
		const there = this.edits.filter((edit) => has(doc, edit));
		const beaten = new Set(there.flatMap(({ over }) => over));
		const left = new Map<string, Set<string>>();
		for (const edit of there) {
			if (beaten.has(edit)) continue;
			const values = left.get(edit.place);
			if (values) values.add(edit.value);
			else left.set(edit.place, new Set([edit.value]));
		}
		return left;
	}

	/** Made where the device was known to be removed, and learned by it all the same. */
	leaked(device: string, learned: ReadonlyMap<number, number>): readonly Edit[] {
		return this.edits.filter(
			({ notFor, client, clock }) => notFor.includes(device) && (learned.get(client) ?? 0) >= clock
		);
	}
}
