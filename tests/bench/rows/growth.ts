/** What ten years of use leave behind in a document, against one written afresh with the same content. */
import * as Y from 'yjs';
import { KithDocument } from '$lib/doc/doc';
import { idMaker } from '../address-book/ids';
import { Chance } from '../address-book/random';
import { liveTenYears } from '../address-book/ten-years';
import { atMost, median, type Outcomes } from '../figures';
import type { Stages } from '../stage';

const loads = 7;

export async function measureGrowth({ say }: Stages): Promise<Outcomes> {
	say('Living ten years on three devices …');
	const lived = asStored(liveTenYears());
	const fresh = asStored(writtenAfresh(lived));
	say('Loading both …');
	const times = { lived: [] as number[], fresh: [] as number[] };
	openAndRead(fresh);
	openAndRead(lived);
	for (let turn = 0; turn < loads; turn++) {
		times.fresh.push(openAndRead(fresh).ms);
		times.lived.push(openAndRead(lived).ms);
	}
	return {
		'growth-size': atMost(1.3, lived.length / 1000, fresh.length / 1000, 'kB'),
		'growth-load': atMost(1.3, median(times.lived), median(times.fresh), 'ms')
	};
}

/** As it lies on the disk after it was opened and compacted. */
function asStored(doc: Y.Doc): Uint8Array {
	const opened = new Y.Doc();
	Y.applyUpdate(opened, Y.encodeStateAsUpdate(doc));
	return Y.encodeStateAsUpdate(opened);
}

/** From bytes to every contact and interaction as plain data. */
function openAndRead(bytes: Uint8Array) {
	const start = performance.now();
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	const kith = new KithDocument(doc, 'bench', () => 0);
	const contacts = [...kith.contacts.ids()].flatMap((id) => kith.contacts.read(id) ?? []);
	const interactions = [...kith.interactions.all.values()];
	return { ms: performance.now() - start, doc, kith, contacts, interactions };
}

/** The trash goes along; what was purged is gone. */
function writtenAfresh(bytes: Uint8Array): Y.Doc {
	const { contacts, interactions } = openAndRead(bytes);
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
