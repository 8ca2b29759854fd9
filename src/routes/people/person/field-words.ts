/** Fields and their values in words, where they are named by their key: concurrent values, history. */
import type { Contact } from '$lib/domain/contact';
import { withNamesOnly } from '$lib/domain/mentions/mentions';
import { formatPartialDate } from '$lib/i18n/dates';
import { circleNameById } from '$lib/i18n/circles';
import * as m from '$lib/paraglide/messages';
import { defaultSettings, type Circle } from '$lib/domain/settings';
import { entryAside, entryInWords, listFields } from './list-fields';
import { birthdayField, groups, nameFields } from './text-fields';

const textFields = [...nameFields, birthdayField, ...groups.flatMap(({ fields }) => fields)];

const furtherWords: Readonly<Record<string, () => string>> = {
	photo: m.field_photo,
	circle: m.people_circle,
	cadence: m.person_cadence,
	snoozedUntil: m.cadence_snoozed,
	paused: m.cadence_paused,
	favourite: m.people_favourite,
	archived: m.people_archived,
	deceased: m.person_deceased,
	notes: m.notes_title,
	tags: m.tags_title,
	nextTime: m.next_title,
	deletedAt: m.field_trash
};

const listOf = (field: string) => listFields.find(({ key }) => key === field.split('/')[0]);

/** `given`, `emails/<entry id>` … in words; the key itself when a newer Kith wrote it. */
export function fieldInWords(field: string): string {
	const key = field.split('/')[0] ?? field;
	const text = textFields.find((known) => known.key === key);
	return text?.label() ?? listOf(field)?.title() ?? furtherWords[key]?.() ?? key;
}

/** What a contact has in a field now. */
export function valueOf(contact: Contact, field: string): unknown {
	const [key = '', entryId] = field.split('/');
	const value = (contact as unknown as Readonly<Record<string, unknown>>)[key];
	if (entryId === undefined || !Array.isArray(value)) return value;
	const entry = (value as readonly { readonly id: string }[]).find(({ id }) => id === entryId);
	if (!entry) return null;
	const { id: _, ...rest } = entry;
	return rest;
}

const dateKeys = ['birthday', 'metOn', 'deceased', 'snoozedUntil'];

/** @param nameOf of a contact, for fields that may hold an id */
export function valueInWords(
	field: string,
	value: unknown,
	nameOf: (id: string) => string | undefined,
	circles: readonly Circle[] = defaultSettings.circles
): string {
	if (value === null || value === undefined || value === '' || value === 0) return m.value_none();
	const key = field.split('/')[0] ?? '';
	if (typeof value === 'object') {
		const list = listOf(field);
		if (list) return [entryInWords(list, value), entryAside(value)].filter(Boolean).join(' · ');
		const { name, text } = value as { readonly name?: string; readonly text?: string };
		return name ?? text ?? m.value_none();
	}
	if (value === 'yes' || key === 'deletedAt') return m.value_yes();
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	if (key === 'photo') return m.value_photo();
	if (key === 'circle') return circleNameById(circles, text);
	if (dateKeys.includes(key)) return formatPartialDate(text);
	if (key === 'notes') return withNamesOnly(text);
	return nameOf(text) ?? text;
}
