/** Fields and their values in words, where they are named by their key: concurrent values, history. */
import { parseCadence } from '$lib/domain/keep-in-touch';
import { cadenceOf } from '$lib/i18n/cadence';
import { formatGap, formatPartialDate } from '$lib/i18n/dates';
import { circleNameById } from '$lib/i18n/circles';
import * as m from '$lib/paraglide/messages';
import { defaultSettings, type Circle } from '$lib/domain/settings';
import { entryAside, entryInWords, listFields } from './list-fields';
import { birthdayField, groups, nameFields } from './text-fields';

const textFields = [...nameFields, birthdayField, ...groups.flatMap(({ fields }) => fields)];

const furtherWords: ReadonlyMap<string, () => string> = new Map([
	['photo', m.field_photo],
	['circle', m.people_circle],
	['cadence', m.person_cadence],
	['snoozedUntil', m.cadence_snoozed],
	['paused', m.cadence_paused],
	['favourite', m.people_favourite],
	['archived', m.people_archived],
	['deceased', m.person_deceased],
	['notes', m.notes_title],
	['notesPinned', m.notes_pin],
	['tags', m.tags_title],
	['nextTime', m.next_title]
]);

const listOf = (field: string) => listFields.find(({ key }) => key === field.split('/')[0]);

/** `given`, `emails/<entry id>` … in words; the key itself when a newer Kith wrote it. */
export function fieldInWords(field: string): string {
	const key = field.split('/')[0] ?? field;
	const text = textFields.find((known) => known.key === key);
	return text?.label() ?? listOf(field)?.title() ?? furtherWords.get(key)?.() ?? key;
}

function cadenceInWords(cadence: string): string {
	const gap = parseCadence(cadence);
	if (!gap) return cadence === 'never' ? m.cadence_never() : cadence;
	const max = formatGap(gap.maxDays);
	return `${m.start_circle_every(cadenceOf(gap.idealDays))} · ${m.cadence_at_most({ max })}`;
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
		const {
			name,
			text = '',
			done
		} = value as { readonly name?: string; readonly text?: string; readonly done?: boolean };
		return name ?? (done ? m.today_next_time_said({ text }) : text || m.value_none());
	}
	if (value === 'yes') return m.value_yes();
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	if (key === 'photo') return m.value_photo();
	if (key === 'circle') return circleNameById(circles, text);
	if (key === 'cadence') return cadenceInWords(text);
	if (dateKeys.includes(key)) return formatPartialDate(text);
	return nameOf(text) ?? text;
}
