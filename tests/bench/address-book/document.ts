/** An address book as the bytes of a document, written through the app's own `doc` room. */
import * as Y from 'yjs';
import { KithDocument } from '$lib/doc/doc';
import type { FullDraft } from './generate';

/** Rows written in one transaction, as an import writes them. */
const batch = 500;

export interface Written {
	readonly doc: Y.Doc;
	readonly kith: KithDocument;
	readonly contactIds: readonly string[];
}

export function writeAddressBook(draft: FullDraft, newId: () => string, now: () => number): Written {
	const doc = new Y.Doc();
	const kith = new KithDocument(doc, 'bench', now);
	const contactIds = draft.contacts.map(() => newId());
	const idsOf = (indices: readonly string[]) => indices.flatMap((index) => contactIds[Number(index)] ?? []);

	inBatches(kith, draft.contacts, (contact, index) => kith.contacts.add(contactIds[index] ?? newId(), contact, now()));
	inBatches(kith, draft.interactions, (interaction) =>
		kith.interactions.add(newId(), { ...interaction, contactIds: idsOf(interaction.contactIds) }, now())
	);
	inBatches(kith, draft.reminders, (reminder) => {
		const [contactId = ''] = idsOf(reminder.contactId === '' ? [] : [reminder.contactId]);
		kith.reminders.add(newId(), { ...reminder, contactId }, now());
	});
	return { doc, kith, contactIds };
}

export function inBatches<T>(kith: KithDocument, rows: readonly T[], write: (row: T, index: number) => void): void {
	for (let start = 0; start < rows.length; start += batch) {
		kith.change(() => rows.slice(start, start + batch).forEach((row, index) => write(row, start + index)));
	}
}
