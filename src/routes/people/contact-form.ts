/** A new contact while it is written. */
import type { ContactDraft, ContactTexts } from '$lib/domain/contact';
import { entryOf, listFields, type EntryDraft, type ListField } from './person/list-fields';

export interface ContactForm {
	readonly texts: Partial<ContactTexts>;
	/** The first e-mail and phone have fields of their own. */
	readonly email: string;
	readonly phone: string;
	readonly more: readonly { readonly id: string; readonly field: ListField; readonly entry: EntryDraft }[];
	readonly notes: string;
}

/** "Ana Silva" as given and family name: all but the last word are given names. */
export function splitName(name: string): Pick<ContactTexts, 'given' | 'family'> {
	const words = name.trim().split(/\s+/);
	const family = words.length > 1 ? (words.pop() ?? '') : '';
	return { given: words.join(' '), family };
}

/** Null when there is nothing to know them by. */
export function draftOfForm({ texts, email, phone, more, notes }: ContactForm): ContactDraft | null {
	const trimmed = Object.entries(texts).map(([key, value]) => [key, value.trim()] as const);
	const known = trimmed.filter(([, value]) => value);
	const listed = [
		...(email.trim() ? [{ key: 'emails', entry: { label: '', value: email.trim() } }] : []),
		...(phone.trim() ? [{ key: 'phones', entry: { label: '', value: phone.trim() } }] : []),
		...more.flatMap(({ field, entry }) => {
			const made = entryOf(field, entry);
			return made ? [{ key: field.key, entry: made }] : [];
		})
	];
	if (known.length === 0 && listed.length === 0) return null;
	const lists = listFields.flatMap(({ key }) => {
		const entries = listed.filter((one) => one.key === key).map(({ entry }) => entry);
		return entries.length ? [[key, entries] as const] : [];
	});
	return {
		...(Object.fromEntries(known) as Partial<ContactTexts>),
		...(Object.fromEntries(lists) as Partial<ContactDraft>),
		...(notes.trim() ? { notes: notes.trim() } : {})
	};
}
