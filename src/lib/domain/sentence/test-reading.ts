import { contactWith, rowWith } from '../../../../tests/support/people';
import { displayName, nameKeysOf, shortNameOf, sortKeyOf, type Named } from '../names';
import type { Row } from '../row';
import { loadLanguage } from './language';
import { peopleIndex } from './people-index';
import { readSentence } from './sentence';

export const personNamed = (id: string, named: Named, more: Partial<Row> = {}): Row =>
	rowWith({
		id,
		name: displayName(contactWith(named as object)),
		shortName: shortNameOf(named),
		sortKey: sortKeyOf(named),
		nameKeys: nameKeysOf(named),
		...more
	});

export const acquaintances: readonly Row[] = [
	personNamed('grace', { given: 'Grace', family: 'Hopper' }),
	personNamed('tom', { given: 'Tom', family: 'Silva' }),
	personNamed('ana', { given: 'Ana', family: 'Silva', nickname: 'Nana' }),
	personNamed('anne-marie', { given: 'Anne-Marie', family: 'Dupont' }),
	personNamed('may', { given: 'May', family: 'Lee' }),
	personNamed('will', { given: 'Will', family: 'Smith' }),
	personNamed('rose', { given: 'Rose', family: 'Martin' }),
	personNamed('mark', { given: 'Mark', family: 'Twain' }),
	personNamed('mum', { given: 'Maria', family: 'Silva', nickname: 'Mum, Maman' }),
	personNamed('jan', { given: 'Jan', family: 'van der Berg' }),
	personNamed('zoe', { given: 'Zoé', family: 'Léger' }),
	personNamed('sean', { given: 'Sean', family: "O'Brien" }),
	personNamed('april', { given: 'April', family: 'Jones' })
];

/** A reading as a table states it: what was not said is left out, people by id. */
export interface Reading {
	when?: string;
	kind?: string;
	people?: string;
	unknown?: string;
	place?: string;
	duration?: number;
	initiator?: 'me' | 'them';
	note?: string;
}

/** A reader as of Wednesday 18 November 2026, three in the afternoon. */
export async function readerOf(tag: string): Promise<(text: string) => Reading> {
	const language = await loadLanguage(tag);
	const people = peopleIndex(acquaintances);
	return (text) => {
		const context = { people, language, ownKinds: ['Yoga', 'bridge'], today: '2026-11-18', time: '15:00' };
		const read = readSentence(text, context);
		return {
			...(read.when && { when: read.when.value }),
			...(read.kind && { kind: read.kind.value }),
			...(read.people.length && { people: read.people.map(({ contactId }) => contactId).join(' ') }),
			...(read.unknown.length && { unknown: read.unknown.map(({ text }) => text).join(', ') }),
			...(read.place && { place: read.place.value }),
			...(read.duration && { duration: read.duration.value }),
			...(read.initiator && { initiator: read.initiator }),
			...(read.note && { note: read.note })
		};
	};
}
