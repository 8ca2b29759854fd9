/** The short texts of a contact, as forms ask for them: in groups, in the order in which one thinks of them. */
import type { ContactTexts } from '$lib/domain/contact';
import * as m from '$lib/paraglide/messages';

export type TextKey = Exclude<
	keyof ContactTexts,
	| 'photo'
	| 'circle'
	| 'cadence'
	| 'snoozedUntil'
	| 'paused'
	| 'favourite'
	| 'archived'
	| 'deceased'
	| 'notesPinned'
	| 'origin'
	| 'uid'
>;

export interface TextField {
	readonly key: TextKey;
	readonly label: () => string;
	/** `person` takes a name, or someone in Kith; `date` a `PartialDate`. */
	readonly type?: 'date' | 'person';
}

export const nameFields: readonly TextField[] = [
	{ key: 'given', label: m.field_given },
	{ key: 'family', label: m.field_family },
	{ key: 'nickname', label: m.field_nickname },
	{ key: 'pronouns', label: m.field_pronouns },
	{ key: 'prefix', label: m.field_prefix },
	{ key: 'middle', label: m.field_middle },
	{ key: 'secondFamily', label: m.field_second_family },
	{ key: 'suffix', label: m.field_suffix },
	{ key: 'maiden', label: m.field_maiden },
	{ key: 'phoneticGiven', label: m.field_phonetic_given },
	{ key: 'phoneticMiddle', label: m.field_phonetic_middle },
	{ key: 'phoneticFamily', label: m.field_phonetic_family }
];

export const workFields: readonly TextField[] = [
	{ key: 'organization', label: m.field_organization },
	{ key: 'department', label: m.field_department },
	{ key: 'title', label: m.field_title }
];

export const metFields: readonly TextField[] = [
	{ key: 'metHow', label: m.field_met_how },
	{ key: 'metOn', label: m.field_met_on, type: 'date' },
	{ key: 'metWhere', label: m.field_met_where },
	{ key: 'metThrough', label: m.field_met_through, type: 'person' }
];

export const tasteFields: readonly TextField[] = [
	{ key: 'food', label: m.field_food },
	{ key: 'allergies', label: m.field_allergies },
	{ key: 'language', label: m.field_language }
];

export const birthdayField: TextField = { key: 'birthday', label: m.field_birthday, type: 'date' };

/** All but the name's and the birthday. */
export const groups: readonly { readonly title: () => string; readonly fields: readonly TextField[] }[] = [
	{ title: m.group_work, fields: workFields },
	{ title: m.group_met, fields: metFields },
	{ title: m.group_tastes, fields: tasteFields }
];
