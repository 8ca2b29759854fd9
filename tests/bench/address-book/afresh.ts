import * as Y from 'yjs';
import { KithDocument } from '$lib/doc/doc';
import { idMaker } from './ids';
import { Chance } from './random';

/** A document with the same content, written at once by one device. The trash goes along; what was purged is gone. */
export function writeAfresh(lived: Y.Doc): Y.Doc {
	const old = new KithDocument(lived, 'bench', () => 0);
	const contacts = [...old.contacts.ids()].flatMap((id) => old.contacts.read(id) ?? []);
	const interactions = [...old.interactions.all.values()];
	const newId = idMaker(new Chance(11), () => 0);
	const doc = new Y.Doc();
	const kith = new KithDocument(doc, 'bench', () => 1);
	const idOf = new Map(contacts.map(({ id }) => [id, newId()]));
	kith.change(() => {
		for (const contact of contacts) {
			const id = idOf.get(contact.id) ?? newId();
			kith.contacts.add(id, contact, contact.createdAt);
			if (contact.deletedAt !== 0) kith.contacts.setDeleted(id, contact.deletedAt);
		}
		for (const interaction of interactions) {
			const id = newId();
			const contactIds = interaction.contactIds.flatMap((contactId) => idOf.get(contactId) ?? []);
			kith.interactions.add(id, { ...interaction, contactIds }, interaction.createdAt);
			if (interaction.deletedAt !== 0) kith.interactions.setDeleted(id, interaction.deletedAt);
		}
	});
	return doc;
}
