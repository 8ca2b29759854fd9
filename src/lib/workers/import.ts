/** The thread in which files are read and their photos made small. */
import { expose, type Endpoint } from 'comlink';
import type { ImportedContact, Problem } from '$lib/formats/imported';
import { limits, readVcards } from '$lib/formats/vcard/vcard';
import type { AddressBookReader, ReadPart, ReadyContact } from './address-book-reader';
import { smallPhoto } from './small-photo';

/** Few enough that taking a part costs the page less than a frame. */
const partSize = 50;

const reader: AddressBookReader = {
	async read(file, take) {
		const problems: Problem[] = [];
		const batch: ImportedContact[] = [];
		const part = async (progress: number): Promise<ReadPart> => {
			const contacts: ReadyContact[] = [];
			// One photo at a time: each may take as much memory as all the rest.
			for (const contact of batch.splice(0)) contacts.push(await readyContact(contact, problems));
			return { contacts, problems: problems.splice(0), progress };
		};
		// One byte above the limit is enough to be told so.
		const bytes = new Uint8Array(await file.slice(0, limits.fileMegabytes * 1_048_576 + 1).arrayBuffer());
		for (const { contact, progress } of readVcards(bytes, (problem) => problems.push(problem))) {
			batch.push(contact);
			if (batch.length === partSize) await take(await part(progress));
		}
		await take(await part(1));
	}
};

async function readyContact(contact: ImportedContact, problems: Problem[]): Promise<ReadyContact> {
	const photo = contact.photo && (await smallPhoto(contact.photo));
	if (contact.photo && !photo)
		problems.push({ line: contact.line, code: 'photo-not-read', params: { name: contact.name } });
	return { ...contact, photo };
}

export const startImport = (thread: Endpoint): void => expose(reader, thread);
