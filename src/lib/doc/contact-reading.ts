/** A contact's row as plain data. */
import * as Y from 'yjs';
import type { Contact, ContactId, OtherValue } from '$lib/domain/contact';
import {
	entryField,
	entryIdOf,
	entryOf,
	isListName,
	isTextField,
	listNames,
	shownValue,
	textFields,
	type ListName
} from './contact-fields';
import { losersOf } from './losers';
import { isRecord, numberOf, ownOf, textOf } from './plain';
import { RowReading, type Row } from './row';

/** An entry with its place; `order` grows down the list, equal orders go by id. */
export interface PlacedEntry {
	readonly id: string;
	readonly order: number;
	readonly value: Readonly<Record<string, unknown>>;
}

const byPlace = (a: PlacedEntry, b: PlacedEntry) => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The register that names a list's preferred entry: one for the list, so that there is at most one after any merge. */
export const preferredField = (list: ListName) => `preferred/${list}`;

/** All lists of a row, each in its order. Born entries have their index as id, which no later entry is given. */
export function readEntries(reading: RowReading): ReadonlyMap<ListName, readonly PlacedEntry[]> {
	const found = new Map<ListName, Map<string, PlacedEntry>>();
	const entriesOf = (list: ListName) => {
		const entries = found.get(list) ?? new Map<string, PlacedEntry>();
		found.set(list, entries);
		return entries;
	};
	for (const list of Object.keys(reading.born)) {
		const born = isListName(list) ? reading.born[list] : null;
		if (!isListName(list) || !Array.isArray(born)) continue;
		born.forEach((stored: unknown, order) => {
			const value = entryOf(list, stored);
			const id = value && entryIdOf(list, String(order), value);
			if (id) entriesOf(list).set(id, { id, order, value });
		});
	}
	for (const [field, slots] of reading.registers) {
		const place = entryField(field);
		if (!place) continue;
		const { list, id } = place;
		const stored = slots[0]?.value;
		const value = entryOf(list, stored);
		if (!value || !isRecord(stored) || entryIdOf(list, id, value) !== id) entriesOf(list).delete(id);
		else entriesOf(list).set(id, { id, order: numberOf(ownOf(stored, 'order')), value });
	}
	const lists = new Map<ListName, readonly PlacedEntry[]>();
	for (const [list, entries] of found) lists.set(list, [...entries.values()].sort(byPlace));
	return lists;
}

export function readPreferred(reading: RowReading, list: ListName): string {
	const slot = reading.slots(preferredField(list))[0];
	if (slot) return textOf(slot.value);
	const born = ownOf(reading.born, 'preferred');
	return isRecord(born) ? textOf(ownOf(born, list)) : '';
}

const blank = {
	id: '',
	createdAt: 0,
	deletedAt: 0,
	notes: '',
	...Object.fromEntries(textFields.map((field) => [field, ''])),
	...Object.fromEntries(listNames.map((list) => [list, []]))
} as unknown as Contact;

export function readContact(id: ContactId, row: Row): Contact {
	const reading = new RowReading(row);
	const contact: { -readonly [F in keyof Contact]: Contact[F] } = { ...blank };
	contact.id = id;
	contact.createdAt = reading.createdAt;
	contact.deletedAt = reading.deletedAt;
	const notes = row.get('notes');
	if (notes instanceof Y.Text) contact.notes = notes.toString();
	// Only own keys, and of these only known ones, are read: fewer than there are fields.
	for (const field of Object.keys(reading.born)) if (isTextField(field)) contact[field] = textOf(reading.born[field]);
	for (const [field, [winner]] of reading.registers) if (isTextField(field)) contact[field] = textOf(winner?.value);
	const lists: Record<string, unknown> = contact;
	for (const [list, entries] of readEntries(reading)) {
		const preferred = readPreferred(reading, list);
		lists[list] = entries.map(({ id, value }) =>
			id === preferred ? { id, ...value, preferred: true } : { id, ...value }
		);
	}
	return contact;
}

/** Sorted by field, each field's latest first, on every device alike. */
export function readOthers(row: Row): readonly OtherValue[] {
	const others: OtherValue[] = [];
	for (const [field, slots] of new RowReading(row).registers) {
		if (slots.length < 2 || !(isTextField(field) || entryField(field))) continue;
		others.push(...losersOf(field, slots, (stored) => shownValue(field, stored)));
	}
	return others.sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0));
}
