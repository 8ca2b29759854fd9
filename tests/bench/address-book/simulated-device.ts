import * as Y from 'yjs';
import { KithDocument } from '$lib/doc/doc';
import type { ContactDraft } from '$lib/domain/contact';
import type { InteractionDraft, InteractionId } from '$lib/domain/interaction';
import { addDays } from '$lib/domain/days';
import type { Chance } from './random';
import { sentence } from './sentences';
import { cities, tagNames, titles } from './names';

/** What all devices of one owner share: the people they know, as far as anyone has met them. */
export interface Shared {
	readonly chance: Chance;
	readonly now: () => number;
	readonly newId: () => string;
	readonly contactIds: string[];
	/** What was thrown away and when, until the trash is emptied. */
	readonly trashed: { readonly kind: 'contacts' | 'interactions'; readonly id: string; readonly at: number }[];
}

/** One device with its replica of the document, used as an owner uses it. */
export class Device {
	readonly doc = new Y.Doc();
	readonly #kith: KithDocument;
	readonly #shared: Shared;
	/** Updates made here, and per other device how many of them it has had. */
	readonly #made: Uint8Array[] = [];
	readonly #given = new Map<Device, number>();
	#sessions = 0;
	readonly #recent: InteractionId[] = [];

	constructor(name: string, shared: Shared) {
		this.#shared = shared;
		// Read anew at each write: each opening of the app writes under a name of its own.
		const writer = { toString: () => `${name}${this.#sessions.toString(36).padStart(9, '0')}` };
		this.#kith = new KithDocument(this.doc, writer as unknown as string, shared.now);
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (!(origin instanceof Device)) this.#made.push(update);
		});
	}

	hear(others: readonly Device[]): void {
		const news = others.flatMap((other) => (other === this ? [] : other.#newsFor(this)));
		Y.transact(this.doc, () => news.forEach((update) => Y.applyUpdate(this.doc, update, this)), this, false);
	}

	/**
	 * One opening of the app, so one client id. One transaction too, because Yjs spends time on each in proportion to
	 * all clients there ever were; what it leaves behind is the same.
	 */
	session(use: () => void): void {
		this.#sessions++;
		this.doc.clientID = this.#shared.chance.whole(1, 2 ** 32 - 1);
		this.#kith.change(use);
	}

	meetPeople(count: number, make: () => ContactDraft): void {
		const { newId, now, contactIds } = this.#shared;
		for (let done = 0; done < count; done++) {
			const id = newId();
			this.#kith.contacts.add(id, make(), now());
			contactIds.push(id);
		}
	}

	/** @param make names contacts by their place among so many */
	logThings(count: number, make: (known: number) => InteractionDraft): void {
		const { newId, now, contactIds } = this.#shared;
		for (let done = 0; done < count; done++) {
			const draft = make(contactIds.length);
			const id = newId();
			const people = draft.contactIds.flatMap((index) => contactIds[Number(index)] ?? []);
			this.#kith.interactions.add(id, { ...draft, contactIds: people }, now());
			this.#recent.push(id);
		}
	}

	/** The small changes of a session: about four to people, now and then one to what happened earlier. */
	tinker(today: string): void {
		const { chance, contactIds } = this.#shared;
		for (let count = chance.whole(1, 7); count > 0; count--) {
			const id = contactIds[Math.floor(chance.fraction() ** 3 * contactIds.length)];
			if (id) this.#changeContact(id, today);
		}
		for (let count = chance.whole(0, 2); count > 0; count--) {
			const id = this.#recent[this.#recent.length - chance.whole(1, 60)];
			if (id) this.#changeInteraction(id);
		}
	}

	/** Takes what has lain in the trash since before then away for good. */
	emptyTrash(before: number): void {
		const { trashed } = this.#shared;
		for (let oldest = trashed[0]; oldest && oldest.at < before; oldest = trashed[0]) {
			trashed.shift();
			this.#kith[oldest.kind].purge(oldest.id);
		}
	}

	#newsFor(other: Device): readonly Uint8Array[] {
		const news = this.#made.slice(this.#given.get(other) ?? 0);
		this.#given.set(other, this.#made.length);
		return news;
	}

	#changeContact(id: string, today: string): void {
		const { chance, newId } = this.#shared;
		const { contacts } = this.#kith;
		const contact = contacts.read(id);
		if (!contact) return;
		const turn = chance.fraction();
		if (turn < 0.25) {
			contacts.edit(id, { texts: { snoozedUntil: addDays(today, chance.whole(1, 30)) } });
		} else if (turn < 0.45) {
			this.#type(id, contact.notes);
		} else if (turn < 0.6) {
			const open = contact.nextTime.find(({ done }) => !done);
			const entry = { text: open?.text ?? sentence(chance, 6), done: Boolean(open) };
			contacts.edit(id, { lists: { nextTime: { [open?.id ?? newId()]: entry } } });
		} else if (turn < 0.75) {
			contacts.edit(id, { texts: { circle: chance.one(['inner', 'close', 'friends', 'acquaintances', 'outer']) } });
		} else if (turn < 0.85) {
			contacts.edit(id, { texts: { title: chance.one(titles), metWhere: chance.one(cities) } });
		} else if (turn < 0.94) {
			contacts.edit(id, { lists: { tags: { [newId()]: { name: chance.one(tagNames) } } } });
		} else if (turn < 0.97) {
			contacts.edit(id, { texts: { favourite: contact.favourite ? '' : 'yes' } });
		} else if (contact.deletedAt === 0) {
			this.#throwAway('contacts', id);
		}
	}

	/** A sentence more or in place of the last, saved at each pause as the field does. */
	#type(id: string, written: string): void {
		const { chance } = this.#shared;
		const kept = chance.happens(0.3) ? written.slice(0, written.lastIndexOf('.', written.length - 2) + 1) : written;
		let before = written;
		let after = kept;
		for (const word of sentence(chance, chance.whole(3, 9)).split(' ')) {
			after += `${after ? ' ' : ''}${word}`;
			this.#kith.contacts.editNotes(id, before, after);
			before = after;
		}
	}

	#changeInteraction(id: InteractionId): void {
		const { chance } = this.#shared;
		const { interactions } = this.#kith;
		const interaction = interactions.all.get(id);
		if (!interaction || interaction.deletedAt !== 0) return;
		if (chance.happens(0.2)) this.#throwAway('interactions', id);
		else interactions.edit(id, { ...interaction, note: `${interaction.note}, ${sentence(chance, 4)}` });
	}

	#throwAway(kind: 'contacts' | 'interactions', id: string): void {
		const { now, trashed } = this.#shared;
		const at = now();
		this.#kith[kind].setDeleted(id, at);
		trashed.push({ kind, id, at });
	}
}
