import { describe, expect, it } from 'vitest';
import { completeName } from './complete-name';
import { peopleIndex } from './people-index';
import { acquaintances } from './test-reading';

const people = peopleIndex(acquaintances);
const complete = (typed: string) => {
	const caret = typed.indexOf('|');
	const found = completeName(typed.replace('|', ''), caret, people);
	return found && { from: found.from, to: found.to, ids: found.candidates.map(({ id }) => id) };
};

describe('completing a name after @', () => {
	it('offers who is called so, whatever accents were typed', () => {
		expect(complete('lunch with @zo|')).toEqual({ from: 11, to: 14, ids: ['zoe'] });
	});

	it('offers by nickname, family name and second word', () => {
		expect(complete('@nan|')?.ids).toEqual(['ana']);
		expect(complete('@hop|')?.ids).toEqual(['grace']);
		expect(complete('@anne m|')?.ids).toEqual(['anne-marie']);
		expect(complete('@Anne-M|')?.ids).toEqual(['anne-marie']);
	});

	it('looks only at what stands before the caret', () => {
		expect(complete('@to| with Ana')).toEqual({ from: 0, to: 3, ids: ['tom'] });
	});

	it('offers at most eight at once', () => {
		expect(complete('@|')?.ids).toHaveLength(8);
	});

	it('offers nothing without an @, within an address, and once the sentence went on', () => {
		expect(complete('lunch with zo|')).toBeNull();
		expect(complete('mail to me@gr|')).toBeNull();
		expect(complete('@grace and then|')).toBeNull();
	});
});
