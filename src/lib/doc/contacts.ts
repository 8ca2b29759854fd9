/** All contacts. What is asked of one that is not there answers null or does nothing. */
import * as Y from 'yjs';
import type { Contact, ContactDraft, ContactId, ContactPatch, OtherValue } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import { readContact, readOthers } from './contact-reading';
import { bearContact, bornContact, editContact, pickContactValue } from './contact-writing';
import { survivorOf } from './merged';
import { mergeTyping } from './notes';
import { textOf } from './plain';
import { writeRegister, type Author } from './register';
import { deletedAtOf, isPurged, purgeRow, RowReading, rowIn, type FieldChange, type Row } from './row';

export class Contacts {
	constructor(
		private readonly root: Y.Map<unknown>,
		private readonly author: Author
	) {}

	/** All that ever were, in the trash or purged too. */
	ids(): Iterable<ContactId> {
		return this.root.keys();
	}

	isLive(id: ContactId): boolean {
		const row = this.#row(id);
		return row !== null && deletedAtOf(row) === 0;
	}

	has(id: ContactId): boolean {
		return this.#row(id) !== null;
	}

	/** Null when there is none or it was purged. */
	read(id: ContactId): Contact | null {
		const row = this.#row(id);
		return row && !isPurged(row) ? readContact(id, row) : null;
	}

	/** Empty when there is none. */
	notesOf(id: ContactId): string {
		const notes = this.#row(id)?.get('notes');
		return notes instanceof Y.Text ? notes.toString() : '';
	}

	others(id: ContactId): readonly OtherValue[] {
		const row = this.#row(id);
		return row ? readOthers(row) : [];
	}

	/** @param id fresh */
	add(id: ContactId, draft: ContactDraft, createdAt: Instant): void {
		this.root.set(id, bearContact(draft, createdAt));
	}

	/** Fills a row that was purged. Two devices that do so at once write the same. */
	bearAgain(id: ContactId, contact: Contact): void {
		const row = this.#row(id);
		if (!row) return this.add(id, contact, contact.createdAt);
		row.set('born', bornContact(contact, contact.createdAt));
		const notes = row.get('notes');
		if (notes instanceof Y.Text && !notes.length) notes.insert(0, contact.notes);
	}

	originOf(id: ContactId): string {
		const row = this.#row(id);
		return row ? textOf(new RowReading(row).value('origin')) : '';
	}

	edit(id: ContactId, patch: ContactPatch): readonly FieldChange[] {
		const row = this.#row(id);
		return row ? editContact(row, patch, this.author) : [];
	}

	editNotes(id: ContactId, before: string, after: string): readonly FieldChange[] {
		const notes = this.#row(id)?.get('notes');
		if (!(notes instanceof Y.Text)) return [];
		const was = notes.toString();
		mergeTyping(notes, before, after);
		const now = notes.toString();
		return was === now ? [] : [{ field: 'notes', before: was, after: now }];
	}

	/** Null when a contact has no such field. */
	pick(id: ContactId, field: string, value: unknown): readonly FieldChange[] | null {
		const row = this.#row(id);
		return row && pickContactValue(row, field, value, this.author);
	}

	/** To the trash, or with 0 back from it. */
	setDeleted(id: ContactId, deletedAt: Instant): void {
		const row = this.#row(id);
		if (row && deletedAtOf(row) !== deletedAt) writeRegister(row, 'deletedAt', deletedAt, this.author);
	}

	/** Lets `into` stand for this contact; with an empty id, it stands for itself again. */
	merge(id: ContactId, into: ContactId | ''): void {
		const row = this.#row(id);
		if (row) writeRegister(row, 'mergedInto', into, this.author);
	}

	survivor(id: ContactId): ContactId {
		return survivorOf(id, (one) => {
			const row = this.#row(one);
			return row ? textOf(new RowReading(row).value('mergedInto')) : '';
		});
	}

	purge(id: ContactId): void {
		const row = this.#row(id);
		if (row) purgeRow(row);
	}

	#row(id: ContactId): Row | null {
		return rowIn(this.root, id);
	}
}
