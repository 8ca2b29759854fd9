/** What the screens are told of the document: rows, pages, the timeline, and what of them a change touched. */
import type { ContactId, OtherValue } from '$lib/domain/contact';
import type { Interaction } from '$lib/domain/interaction';
import type { Reminder } from '$lib/domain/reminder';
import type { Row } from '$lib/domain/row';
import { rowOf } from '$lib/domain/rows';
import type { Settings } from '$lib/domain/settings';
import type { KithDocument, Touched } from '$lib/doc/doc';
import type { Change, Head, Page } from '$lib/kith';
import { newestFirst, Timeline } from './timeline';

export class Projection {
	readonly timeline: Timeline;
	readonly #byContact = new Map<ContactId, Interaction[]>();
	readonly #live = new Set<ContactId>();
	#settings: Settings;
	#reminders: readonly Reminder[] | null = null;

	constructor(private readonly doc: KithDocument) {
		this.#settings = doc.readSettings();
		for (const id of doc.contacts.ids()) if (doc.contacts.isLive(id)) this.#live.add(id);
		for (const interaction of doc.interactions.all.values()) this.#place(interaction);
		this.timeline = new Timeline(doc, this.#live);
	}

	/** Contacts that are not in the trash. */
	get live(): ReadonlySet<ContactId> {
		return this.#live;
	}

	get settings(): Settings {
		return this.#settings;
	}

	/** Newest first, trash excluded. */
	interactionsOf(id: ContactId): readonly Interaction[] {
		return [...(this.#byContact.get(id) ?? [])].sort(newestFirst);
	}

	/** Null when the contact is in the trash or unknown. */
	row(id: ContactId): Row | null {
		const contact = this.#live.has(id) ? this.doc.contacts.read(id) : null;
		return contact && rowOf(contact, this.interactionsOf(id), this.#settings);
	}

	/** At most `limit` interactions. Also of a contact in the trash; null when there is none. */
	page(id: ContactId, limit = Infinity): Page | null {
		const { contacts, interactions, reminders } = this.doc;
		const contact = contacts.read(id);
		if (!contact) return null;
		const all = this.interactionsOf(id);
		const others = [
			...contacts.others(id),
			...all.flatMap((interaction) => interactions.others(interaction.id)),
			...this.reminders().flatMap((reminder) => (reminder.contactId === id ? reminders.others(reminder.id) : []))
		];
		return { contact, others, interactions: all.slice(0, limit), complete: all.length <= limit };
	}

	/** Concurrent values that no contact's page shows. */
	others(): readonly OtherValue[] {
		const ofNobody = this.reminders().filter(({ contactId }) => !this.#live.has(contactId));
		return [...this.doc.settingsOthers(), ...ofNobody.flatMap(({ id }) => this.doc.reminders.others(id))];
	}

	/** Trash excluded. */
	reminders(): readonly Reminder[] {
		const { reminders } = this.doc;
		return (this.#reminders ??= [...reminders.ids()].flatMap((id) => {
			const reminder = reminders.read(id);
			return reminder && !reminder.deletedAt ? [reminder] : [];
		}));
	}

	head(): Head {
		return { rows: this.#rows(this.#live), reminders: this.reminders(), settings: this.#settings };
	}

	/** Everything, as a change: for whoever holds projections of unknown age. */
	whole(): Change {
		const ids = [...this.doc.contacts.ids()];
		return { ...this.head(), removed: ids.filter((id) => !this.#live.has(id)), pages: ids, timeline: true };
	}

	apply({ contacts, interactions, reminders, settings }: Touched): Change {
		const pages = new Set(contacts);
		const cameOrWent = this.#followTrash(contacts);
		for (const { before, after } of interactions) {
			if (before) this.#displace(before);
			if (after) this.#place(after);
			for (const id of [...(before?.contactIds ?? []), ...(after?.contactIds ?? [])]) pages.add(id);
		}
		this.timeline.apply(interactions);
		if (reminders.size) this.#reminders = null;
		for (const reminder of reminders) {
			const about = this.doc.reminders.read(reminder)?.contactId;
			if (about) pages.add(about);
		}
		const counting = this.#settings.countingKinds.join();
		if (settings) this.#settings = this.doc.readSettings();
		const countsAnew = counting !== this.#settings.countingKinds.join();
		return {
			rows: this.#rows(countsAnew ? this.#live : pages),
			removed: [...contacts].filter((id) => !this.#live.has(id)),
			pages: [...pages],
			timeline: interactions.length > 0 || cameOrWent,
			reminders: reminders.size ? this.reminders() : null,
			settings: settings ? this.#settings : null
		};
	}

	/** Whether any contact came, went to the trash or returned. */
	#followTrash(ids: Iterable<ContactId>): boolean {
		let moved = false;
		for (const id of ids) {
			const isLive = this.doc.contacts.isLive(id);
			moved ||= isLive !== this.#live.has(id);
			if (isLive) this.#live.add(id);
			else this.#live.delete(id);
		}
		return moved;
	}

	#rows(ids: Iterable<ContactId>): readonly Row[] {
		const rows: Row[] = [];
		for (const id of ids) {
			const row = this.row(id);
			if (row) rows.push(row);
		}
		return rows;
	}

	#place(interaction: Interaction): void {
		if (interaction.deletedAt) return;
		for (const id of interaction.contactIds) {
			const placed = this.#byContact.get(id);
			if (placed) placed.push(interaction);
			else this.#byContact.set(id, [interaction]);
		}
	}

	#displace(interaction: Interaction): void {
		for (const id of interaction.contactIds) {
			const placed = this.#byContact.get(id);
			const at = placed?.indexOf(interaction) ?? -1;
			if (at >= 0) placed?.splice(at, 1);
		}
	}
}
