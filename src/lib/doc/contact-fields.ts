/** The keys of a contact, and the form of each list's entries: nothing is read that is not named here. */
import type { ContactLists, ContactTexts } from '$lib/domain/contact';
import { isRecord, ownOf, textOf } from './plain';

export const textFields = [
	'prefix',
	'given',
	'middle',
	'family',
	'suffix',
	'secondFamily',
	'maiden',
	'nickname',
	'phoneticGiven',
	'phoneticMiddle',
	'phoneticFamily',
	'pronouns',
	'organization',
	'department',
	'title',
	'birthday',
	'food',
	'allergies',
	'metHow',
	'metOn',
	'metWhere',
	'metThrough',
	'language',
	'photo',
	'circle',
	'cadence',
	'snoozedUntil',
	'paused',
	'favourite',
	'archived',
	'deceased',
	'notesPinned',
	'origin',
	'uid',
	'cardLines'
] as const satisfies readonly (keyof ContactTexts)[];

export type ListName = keyof ContactLists;

const labelled = ['label', 'value'];
const account = ['label', 'service', 'value'];

/** All are texts but `done`. */
const forms: Readonly<Record<ListName, readonly string[]>> = {
	emails: labelled,
	phones: labelled,
	addresses: ['label', 'street', 'city', 'region', 'postcode', 'country'],
	websites: labelled,
	profiles: account,
	messengers: account,
	dates: ['label', 'date'],
	tags: ['name'],
	nextTime: ['text', 'done']
};

export const listNames = Object.keys(forms) as readonly ListName[];
export const isListName = (name: string): name is ListName => Object.hasOwn(forms, name);

const textFieldSet: ReadonlySet<string> = new Set(textFields);
export const isTextField = (field: string): field is keyof ContactTexts => textFieldSet.has(field);

/** An entry's plain value in its fixed form, without what is kept beside it (id, order, which one is preferred). */
export function entryOf(list: ListName, stored: unknown): Readonly<Record<string, unknown>> | null {
	if (!isRecord(stored)) return null;
	const entry: Record<string, unknown> = {};
	for (const key of forms[list]) {
		const value = ownOf(stored, key);
		entry[key] = key === 'done' ? value === true : textOf(value);
	}
	return entry;
}

/** `emails/<entry id>` taken apart; null for any other field. An entry's id may itself hold a slash. */
export function entryField(field: string): { readonly list: ListName; readonly id: string } | null {
	const at = field.indexOf('/');
	const list = field.slice(0, at);
	return at > 0 && isListName(list) ? { list, id: field.slice(at + 1) } : null;
}

/** A tag is its own id, so that two devices adding one tag add one entry; other entries keep the id they are given. */
export function entryIdOf(list: ListName, id: string, value: unknown): string {
	return list === 'tags' && isRecord(value) ? textOf(ownOf(value, 'name')).trim() : id;
}

/** A stored value of a field as it is shown: a text, or an entry, or null for none. */
export function shownValue(field: string, stored: unknown): unknown {
	const entry = entryField(field);
	return entry ? entryOf(entry.list, stored) : textOf(stored);
}
