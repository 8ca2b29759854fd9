import { describe, expect, it } from 'vitest';
import { contactWith, interactionWith } from '../../../tests/support/people';
import type { Contact } from '$lib/domain/contact';
import { searchEntryOf } from '$lib/domain/search/entry';
import type { SearchResult } from '$lib/domain/search/result';
import { SearchIndex } from './search-index';

const person = (fields: Partial<Contact>, ...notes: readonly string[]) =>
	searchEntryOf(
		contactWith(fields),
		notes.map((note, at) => interactionWith({ id: `${fields.id}-${at}`, note, when: `2026-0${9 - at}-01` }))
	);
const labelled = (value: string) => [{ id: 'x', label: '', value }];
const address = (city: string) => [{ id: 'x', label: '', street: '', city, region: '', postcode: '', country: '' }];

const people = [
	person(
		{ id: 'ana', given: 'Ana', family: 'Silva', nickname: 'Nana', circle: 'close', addresses: address('Porto') },
		'her move to Lyon',
		'lunch at the harbour'
	),
	person({ id: 'zoe', given: 'Zoé', family: 'Léger', notes: 'Allergic to nuts. Plays the accordion in a small band.' }),
	person({ id: 'sean', given: 'Seán', family: "O'Brien", organization: 'Harbour Bank', title: 'Analyst' }),
	person({ id: 'catherine', given: 'Catherine', family: 'Dubois', tags: [{ id: 't', name: 'book club' }] }),
	person({ id: 'tanaka', given: '花子', family: '山田' }),
	person({
		id: 'reach',
		given: 'Max',
		family: 'Weber',
		phones: labelled('+33 6 12 34 56 78'),
		emails: labelled('max.weber@mail.example')
	})
];

const index = new SearchIndex();
index.update(people);
const ids = (text: string) => index.query(text, 30).map(({ contactId }) => contactId);
const pieces = (text: string, marks: SearchResult['nameMarks']) => marks.map(([from, to]) => text.slice(from, to));
const first = (text: string) => {
	const [result] = index.query(text, 30);
	return (
		result && {
			id: result.contactId,
			name: pieces(result.name, result.nameMarks),
			...(result.snippet && {
				field: result.snippet.field,
				marked: pieces(result.snippet.text, result.snippet.marks)
			})
		}
	);
};

describe('searching', () => {
	it.each([
		['a beginning of a name', 'sil', 'ana'],
		['a name without its accents', 'zoe leger', 'zoe'],
		['a name with accents it does not have', 'Síl', 'ana'],
		['capitals', 'DUBOIS', 'catherine'],
		['words in any order', 'leger zo', 'zoe'],
		['a slip', 'cathrine', 'catherine'],
		['letters swapped', 'Dubios', 'catherine'],
		['a name joined that has an apostrophe', 'obrien', 'sean'],
		['a nickname', 'nana', 'ana'],
		['a city', 'porto', 'ana'],
		['a tag', 'book', 'catherine'],
		['a word of the notes', 'accord', 'zoe'],
		['something that happened', 'harbour lunch', 'ana'],
		['a name and what happened', 'ana lyon', 'ana'],
		['Chinese characters', '花子', 'tanaka'],
		['some digits of a phone', '3456', 'reach'],
		['a phone within the country', '06 12 34', 'reach'],
		['a phone with the country', '+33 6 12', 'reach'],
		['the beginning of an e-mail', 'max.we', 'reach'],
		['an e-mail', 'max.weber@mail', 'reach'],
		['the host of an e-mail', '@mail.ex', 'reach']
	])('by %s finds them', (_, text, id) => {
		expect(ids(text)).toEqual([id]);
	});

	it.each(['', '   ', '!?', 'xyzzy', 'silva dubois', '999 999'])('for "%s" finds nobody', (text) => {
		expect(ids(text)).toEqual([]);
	});

	it('puts a name before an organisation, and that before what happened', () => {
		const more = new SearchIndex();
		more.update([
			person({ id: 'log', given: 'A' }, 'saw the harbour'),
			person({ id: 'about', given: 'B', organization: 'Harbour' }),
			person({ id: 'name', given: 'Harbour' })
		]);
		expect(more.query('harb', 9).map(({ contactId }) => contactId)).toEqual(['name', 'about', 'log']);
	});

	it('takes slips in names into account beside exact finds, and in what was said only where there are none', () => {
		const more = new SearchIndex();
		more.update([
			person({ id: 'exact', given: 'Harbour' }),
			person({ id: 'name', given: 'Harbuor' }),
			person({ id: 'log', given: 'C' }, 'walked to the harbuor')
		]);
		expect(more.query('harbour', 9).map(({ contactId }) => contactId)).toEqual(['exact', 'name']);
		more.remove(['exact', 'name']);
		expect(more.query('harbour', 9).map(({ contactId }) => contactId)).toEqual(['log']);
	});

	it('puts the closer of two namesakes first', () => {
		const more = new SearchIndex();
		const circles = ['', 'outer', 'inner'];
		more.update(circles.map((circle) => person({ id: circle, given: 'Ana', family: 'Lima', circle })));
		expect(more.query('ana', 9).map(({ contactId }) => contactId)).toEqual(['inner', 'outer', '']);
	});

	it('gives as many as are wanted', () => {
		const more = new SearchIndex();
		more.update(['a', 'b', 'c'].map((id) => person({ id, given: 'Ana' })));
		expect(more.query('ana', 2)).toHaveLength(2);
	});
});

describe('what matched', () => {
	it('is marked as far as it was typed', () => {
		expect(first('sil')).toEqual({ id: 'ana', name: ['Sil'] });
	});

	it('is marked in the text as written', () => {
		expect(first('leg zoe')).toEqual({ id: 'zoe', name: ['Zoé', 'Lég'] });
	});

	it('is marked whole when it was typed otherwise', () => {
		expect(first('cathrine')).toEqual({ id: 'catherine', name: ['Catherine'] });
	});

	it('is shown from the interaction that says it', () => {
		expect(first('ana lyon')).toEqual({ id: 'ana', name: ['Ana'], field: 'interaction', marked: ['Lyon'] });
		expect(index.query('lyon', 1)[0]?.snippet).toMatchObject({ interactionId: 'ana-0', when: '2026-09-01' });
	});

	it('is shown from the notes, cut to what stands around it', () => {
		const long = new SearchIndex();
		long.update([
			person({ id: 'x', given: 'X', notes: `${'before '.repeat(60)}the lighthouse ${'after '.repeat(60)}` })
		]);
		const snippet = long.query('light', 1)[0]?.snippet;
		expect(snippet?.text).toMatch(/^….*the lighthouse after.*…$/);
		expect(snippet?.text.length).toBeLessThan(150);
		expect(pieces(snippet?.text ?? '', snippet?.marks ?? [])).toEqual(['light']);
	});

	it('is shown from phone and e-mail', () => {
		expect(first('3456')).toMatchObject({ field: 'phone', marked: ['34 56'] });
		expect(first('@mail')).toMatchObject({ field: 'email', marked: ['@mail'] });
	});
});

describe('an index that was stored', () => {
	const again = SearchIndex.fromText(index.toText());

	it('answers as before', () => {
		for (const text of ['sil', 'cathrine', 'ana lyon', '3456'])
			expect(again?.query(text, 9)).toEqual(index.query(text, 9));
	});

	it('takes changes as before', () => {
		again?.update([person({ id: 'ana', given: 'Ana', family: 'Costa' })]);
		again?.remove(['zoe']);
		expect(['silva', 'costa', 'leger', 'lyon'].map((text) => again?.query(text, 9).length)).toEqual([0, 1, 0, 0]);
	});

	it.each(['', '0\n{}', '1\n{"broken'])('is refused when it reads %j', (text) => {
		expect(SearchIndex.fromText(text)).toBeNull();
	});
});
