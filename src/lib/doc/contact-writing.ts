/** The ways a contact's row is made and changed. Each is called within one transaction. */
import * as Y from 'yjs';
import type { ContactDraft, ContactPatch } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import {
	entryField,
	entryIdOf,
	entryOf,
	isTextField,
	listNames,
	shownValue,
	textFields,
	type ListName
} from './contact-fields';
import { preferredField, readEntries, readPreferred } from './contact-reading';
import { isRecord, isSame, ownOf, textOf } from './plain';
import { writeRegister, type Author } from './register';
import { RowReading, writeFields, type Born, type FieldChange, type Row } from './row';

/** A row with all its nested types; it must be put under a fresh id, once. */
export function bearContact(draft: ContactDraft, createdAt: Instant): Row {
	const row: Row = new Y.Map();
	row.set('born', bornContact(draft, createdAt));
	row.set('notes', new Y.Text(textOf(draft.notes)));
	return row;
}

/** All that a contact is born with but its notes, without what is empty. */
export function bornContact(draft: ContactDraft, createdAt: Instant): Born {
	const born: Record<string, unknown> = { createdAt };
	for (const field of textFields) {
		const text = textOf(draft[field]);
		if (text) born[field] = text;
	}
	const preferred: Record<string, string> = {};
	for (const list of listNames) {
		const entries = (draft[list] ?? []).flatMap((entry) => {
			const value = entryOf(list, entry);
			return value && entryIdOf(list, '0', value) ? [{ value, isPreferred: isPreferred(entry) }] : [];
		});
		if (!entries.length) continue;
		born[list] = entries.map(({ value }) => value);
		const at = entries.findIndex(({ isPreferred }) => isPreferred);
		if (at >= 0) preferred[list] = String(at);
	}
	if (Object.keys(preferred).length) born['preferred'] = preferred;
	return born;
}

const isPreferred = (entry: unknown) => isRecord(entry) && ownOf(entry, 'preferred') === true;

export function editContact(row: Row, patch: ContactPatch, author: Author): readonly FieldChange[] {
	const texts: Record<string, unknown> = {};
	for (const field of textFields) {
		const text = patch.texts?.[field];
		if (typeof text === 'string') texts[field] = text;
	}
	const changes = [...writeFields(row, texts, author, shownValue)];
	for (const list of listNames) {
		const entries = patch.lists?.[list];
		if (entries)
			for (const [id, entry] of Object.entries(entries)) changes.push(...editEntry(row, list, id, entry, author));
	}
	return changes;
}

/** Sets or, with null, removes one entry; a new one goes to the end of its list. */
function editEntry(row: Row, list: ListName, givenId: string, entry: unknown, author: Author): readonly FieldChange[] {
	const reading = new RowReading(row);
	const present = readEntries(reading).get(list) ?? [];
	const value = entryOf(list, entry);
	const id = value ? entryIdOf(list, givenId, value) : givenId;
	const changes: FieldChange[] = [];
	const write = (entryId: string, after: Readonly<Record<string, unknown>> | null) => {
		const field = `${list}/${entryId}`;
		const known = present.find((other) => other.id === entryId);
		const before = known?.value ?? null;
		if (isSame(before, after) && reading.slots(field).length < 2) return;
		const order = known?.order ?? (present.at(-1)?.order ?? -1) + 1;
		writeRegister(row, field, after && { ...after, order }, author);
		if (!isSame(before, after)) changes.push({ field, before, after });
	};
	if (id !== givenId) write(givenId, null);
	if (id) write(id, value);
	const wasPreferred = readPreferred(reading, list) === id;
	const nowPreferred = value !== null && isPreferred(entry);
	if (wasPreferred !== nowPreferred) writeRegister(row, preferredField(list), nowPreferred ? id : '', author);
	return changes;
}

/** Makes one of a disputed field's values, or any other, the only one. False when there is no such field. */
export function pickContactValue(
	row: Row,
	field: string,
	value: unknown,
	author: Author
): readonly FieldChange[] | null {
	if (isTextField(field)) return writeFields(row, { [field]: textOf(value) }, author, shownValue);
	const place = entryField(field);
	if (!place) return null;
	const keepsPreferred = value !== null && readPreferred(new RowReading(row), place.list) === place.id;
	const entry = keepsPreferred && isRecord(value) ? { ...value, preferred: true } : value;
	return editEntry(row, place.list, place.id, entry, author);
}
