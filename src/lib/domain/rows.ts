import type { Contact } from './contact';
import type { Interaction } from './interaction';
import { withNamesOnly } from './mentions/mentions';
import { displayName, nameKeysOf, preferredOf, shortNameOf, sortKeyOf } from './names';
import type { LastInteraction, Row } from './row';
import type { Settings } from './settings';
import { dayOf } from './when';

const unique = (texts: readonly string[]): readonly string[] =>
	texts.length > 1 ? [...new Set(texts)].filter(Boolean) : texts.filter(Boolean);

const lastOf = ({ id, kind, when, note }: Interaction): LastInteraction => ({
	id,
	kind,
	when,
	note: withNamesOnly(note)
});

/** @param interactions the contact's, newest first, trash excluded */
export function rowOf(contact: Contact, interactions: readonly Interaction[], settings: Settings): Row {
	const counting = interactions.find(({ kind }) => settings.countingKinds.includes(kind));
	const last = interactions[0];
	return {
		id: contact.id,
		name: displayName(contact),
		shortName: shortNameOf(contact),
		sortKey: sortKeyOf(contact),
		nameKeys: nameKeysOf(contact),
		photo: contact.photo,
		organization: contact.organization,
		title: contact.title,
		cities: unique(contact.addresses.map(({ city }) => city)),
		tags: unique(contact.tags.map(({ name }) => name)),
		circle: contact.circle,
		cadence: contact.cadence,
		snoozedUntil: contact.snoozedUntil,
		paused: contact.paused !== '',
		favourite: contact.favourite !== '',
		archived: contact.archived !== '',
		deceased: contact.deceased !== '',
		birthday: contact.birthday,
		dates: contact.dates.map(({ label, date }) => ({ label, date })),
		lastContact: counting ? dayOf(counting.when) : '',
		last: last ? lastOf(last) : null,
		nextTime: contact.nextTime.filter(({ done }) => !done).map(({ text }) => text),
		phone: preferredOf(contact.phones),
		email: preferredOf(contact.emails),
		createdAt: contact.createdAt,
		origin: contact.origin
	};
}
