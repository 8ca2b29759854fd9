import type { ContactId } from '$lib/domain/contact';
import type { InteractionId } from '$lib/domain/interaction';
import { mentionsIn } from '$lib/domain/mentions/mentions';
import type { KithDocument, Touched } from '$lib/doc/doc';
import type { MentionedIn } from '$lib/kith';
import { newestFirst } from './timeline';

/** As many as a page shows at most. */
const mostInteractions = 40;

/** Who is mentioned where. Texts without mentions leave nothing here. */
export class Mentions {
	/** By who is mentioned: whose notes, and which interactions. */
	readonly #notes = new Map<ContactId, Set<ContactId>>();
	readonly #interactions = new Map<ContactId, Set<InteractionId>>();
	/** By whose notes they are. */
	readonly #inNotes = new Map<ContactId, ReadonlySet<ContactId>>();

	constructor(
		private readonly doc: KithDocument,
		private readonly live: ReadonlySet<ContactId>
	) {
		for (const id of doc.contacts.ids()) this.#readNotes(id);
		for (const { id, note, deletedAt } of doc.interactions.all.values())
			if (!deletedAt) for (const mentioned of mentionsIn(note)) add(this.#interactions, mentioned, id);
	}

	of(id: ContactId): MentionedIn {
		const { interactions } = this.doc;
		return {
			notes: [...(this.#notes.get(id) ?? [])].filter((writer) => writer !== id && this.live.has(writer)),
			interactions: [...(this.#interactions.get(id) ?? [])]
				.flatMap((interaction) => interactions.all.get(interaction) ?? [])
				.filter(({ contactIds }) => !contactIds.includes(id) && contactIds.some((other) => this.live.has(other)))
				.sort(newestFirst)
				.slice(0, mostInteractions)
		};
	}

	/** Follows the document; gives those who are, or were, mentioned in what was touched. */
	apply({ contacts, interactions }: Pick<Touched, 'contacts' | 'interactions'>): ReadonlySet<ContactId> {
		const mentioned = new Set<ContactId>();
		for (const id of contacts) {
			for (const before of this.#inNotes.get(id) ?? []) mentioned.add(before);
			for (const now of this.#readNotes(id)) mentioned.add(now);
		}
		for (const { before, after } of interactions) {
			for (const id of before ? mentionsIn(before.note) : []) {
				mentioned.add(id);
				this.#interactions.get(id)?.delete(before?.id ?? '');
			}
			for (const id of after ? mentionsIn(after.note) : []) {
				mentioned.add(id);
				if (after && !after.deletedAt) add(this.#interactions, id, after.id);
			}
		}
		return mentioned;
	}

	#readNotes(writer: ContactId): ReadonlySet<ContactId> {
		const now = mentionsIn(this.doc.contacts.notesOf(writer));
		for (const id of this.#inNotes.get(writer) ?? []) this.#notes.get(id)?.delete(writer);
		for (const id of now) add(this.#notes, id, writer);
		if (now.size) this.#inNotes.set(writer, now);
		else this.#inNotes.delete(writer);
		return now;
	}
}

function add<T>(sets: Map<ContactId, Set<T>>, key: ContactId, value: T): void {
	const known = sets.get(key);
	if (known) known.add(value);
	else sets.set(key, new Set([value]));
}
