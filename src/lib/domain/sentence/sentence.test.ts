import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from './language';
import { peopleIndex } from './people-index';
import { draftOf, readSentence, type SentenceContext } from './sentence';
import { acquaintances, personNamed } from './test-reading';

const today = '2026-11-18';
const contextOf = async (tag: string, people = acquaintances): Promise<SentenceContext> => ({
	people: peopleIndex(people),
	language: await loadLanguage(tag),
	ownKinds: [],
	today
});

describe('reading a sentence', () => {
	it('says where in the text each thing was found', async () => {
		const text = 'yesterday: lunch with Grace at Zola';
		const { when, kind, people, place } = readSentence(text, await contextOf('en'));
		const piece = (span: { from: number; to: number } | null | undefined) => span && text.slice(span.from, span.to);
		expect([when, kind, people[0], place].map(piece)).toEqual(['yesterday', 'lunch', 'Grace', 'at Zola']);
	});

	it('takes the closest of two people of one name and offers the other', async () => {
		const rows = [
			personNamed('far', { given: 'Grace', family: 'Kelly' }, { circle: 'outer' }),
			personNamed('near', { given: 'Grace', family: 'Jones' }, { circle: 'close' })
		];
		const { people } = readSentence('lunch with Grace', await contextOf('en', rows));
		expect(people).toMatchObject([{ contactId: 'near', others: ['far'] }]);
	});

	it('takes whom one saw last when two of one name are equally close', async () => {
		const rows = [
			personNamed('long ago', { given: 'Tom', family: 'A' }, { lastContact: '2020-01-01' }),
			personNamed('lately', { given: 'Tom', family: 'B' }, { lastContact: '2026-10-01' })
		];
		const { people } = readSentence('called Tom', await contextOf('en', rows));
		expect(people).toMatchObject([{ contactId: 'lately', others: ['long ago'] }]);
	});

	it('takes whom the given name means before whose family name it is', async () => {
		const rows = [
			personNamed('family', { given: 'Bob', family: 'Martin' }, { circle: 'inner' }),
			personNamed('given', { given: 'Martin', family: 'Short' })
		];
		const { people } = readSentence('called Martin', await contextOf('en', rows));
		expect(people).toMatchObject([{ contactId: 'given', others: ['family'] }]);
	});

	it('never means oneself', async () => {
		const context = { ...(await contextOf('en')), people: peopleIndex(acquaintances, 'ana') };
		expect(readSentence('lunch with Ana and Tom', context).people.map(({ contactId }) => contactId)).toEqual(['tom']);
	});

	it.each([
		['en-GB', '2026-11-03'],
		['en-US', '2026-03-11']
	])('reads 3/11 as one does in %s', async (tag, when) => {
		expect(readSentence('3/11 call Tom', await contextOf(tag)).when?.value).toBe(when);
	});

	it('lets what was not said be today, and having met', async () => {
		const draft = draftOf(readSentence('with Tom', await contextOf('en')), today);
		expect(draft).toMatchObject({ contactIds: ['tom'], when: today, kind: 'met', note: '', duration: 0 });
	});

	it('keeps all of a pasted page as note', async () => {
		const page = `${'word '.repeat(1000)}end`;
		expect(readSentence(page, await contextOf('en')).note).toBe(page);
	});

	it.each(['en', 'fr'])('never throws in %s, and finds nothing outside the text', async (tag) => {
		const context = await contextOf(tag);
		const pieces = fc.constantFrom(
			...[
				'yesterday',
				'hier',
				'lunch',
				'with',
				'avec',
				'Grace',
				'Tom',
				"d'",
				'@',
				':',
				',',
				'il y a',
				'3',
				'weeks ago'
			],
			...[
				'mars',
				'for 40 minutes',
				'chez',
				'at',
				'Café',
				"'s",
				'29 février',
				'99/99/9999',
				'le 31',
				'\u202f',
				'🎉',
				'.'
			]
		);
		const texts = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.array(pieces).map((parts) => parts.join(' '))
		);
		fc.assert(
			fc.property(texts, (text) => {
				const { when, kind, people, unknown, place, duration, note } = readSentence(text, context);
				for (const found of [when, kind, place, duration, ...people, ...unknown]) {
					if (!found) continue;
					expect(found.from).toBeGreaterThanOrEqual(0);
					expect(found.to).toBeGreaterThan(found.from);
					expect(found.to).toBeLessThanOrEqual(text.length);
				}
				expect(note.length).toBeLessThanOrEqual(text.length * 2);
			}),
			{ numRuns: 1000, seed: 20261118 }
		);
	});
});
