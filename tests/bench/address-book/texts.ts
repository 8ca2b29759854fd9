import type { FullDraft } from './generate';

/** What a search looks through: one text for each contact and each interaction. */
export function searchTexts({ contacts, interactions }: FullDraft): readonly string[] {
	return [
		...contacts.map(({ given, family, nickname, organization, title, metHow, notes, addresses = [], tags = [] }) =>
			[given, family, nickname, organization, title, metHow, notes]
				.concat(
					addresses.map(({ city }) => city),
					tags.map(({ name }) => name)
				)
				.filter(Boolean)
				.join(' ')
		),
		...interactions.map(({ note, place }) => (place ? `${note} ${place}` : note))
	];
}
