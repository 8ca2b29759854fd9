import { circleRank } from '../circles';
import type { Contact, ContactId } from '../contact';
import type { When } from '../date';
import type { Interaction, InteractionId } from '../interaction';
import { withNamesOnly } from '../mentions/mentions';
import { displayName } from '../names';

/** All of a contact that can be searched, as written; those mentioned by the name they had then. */
export interface SearchEntry {
	readonly id: ContactId;
	/** As shown. */
	readonly name: string;
	/** Further names: nicknames, maiden and phonetic ones, whatever `name` does not say. */
	readonly otherNames: string;
	readonly organization: string;
	readonly cities: readonly string[];
	readonly tags: readonly string[];
	readonly emails: readonly string[];
	readonly phones: readonly string[];
	readonly notes: string;
	/** Newest first. */
	readonly interactions: readonly SearchedInteraction[];
	/** 0 for the archived and those in no circle, up to 1 for the innermost. Of equals, the closer comes first. */
	readonly closeness: number;
}

export interface SearchedInteraction {
	readonly id: InteractionId;
	readonly when: When;
	/** Note and place. */
	readonly text: string;
}

/** @param interactions newest first */
export function searchEntryOf(contact: Contact, interactions: readonly Interaction[]): SearchEntry {
	const { id, nickname, maiden, secondFamily, phoneticGiven, phoneticMiddle, phoneticFamily } = contact;
	const name = displayName(contact);
	const others = [nickname, maiden, secondFamily, phoneticGiven, phoneticMiddle, phoneticFamily];
	return {
		id,
		name,
		otherNames: others.filter((other) => other && !name.includes(other)).join(' · '),
		organization: [contact.organization, contact.department, contact.title].filter(Boolean).join(' · '),
		cities: [...new Set(contact.addresses.map(({ city }) => city))].filter(Boolean),
		tags: contact.tags.map((tag) => tag.name),
		emails: contact.emails.map(({ value }) => value),
		phones: contact.phones.map(({ value }) => value),
		notes: [withNamesOnly(contact.notes), contact.food, contact.allergies, contact.metHow, contact.metWhere]
			.filter(Boolean)
			.join('\n'),
		interactions: interactions.flatMap((interaction) => {
			const text = [withNamesOnly(interaction.note), interaction.place].filter(Boolean).join(' · ');
			return text ? [{ id: interaction.id, when: interaction.when, text }] : [];
		}),
		closeness: contact.archived ? 0 : (5 - circleRank(contact.circle)) / 5
	};
}
