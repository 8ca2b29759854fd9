import * as Y from 'yjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTyping } from './notes';

function typed(now: string, before: string, after: string): string {
	const notes = new Y.Doc().getText('notes');
	notes.insert(0, now);
	mergeTyping(notes, before, after);
	return notes.toString();
}

const [ana, tom] = ['[Ana](kith:contact/01)', '[Tom](kith:contact/02)'];
const letters = ['a', 'b', ' ', '\n', 'é', '🌲', '👩‍🚀'];
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
const mentioning = fc.string({ unit: fc.constantFrom(...letters, ana, tom), maxLength: 12 });

describe('typing in notes', () => {
	it('D8 gives exactly what was typed when nothing came meanwhile', () => {
		const isExact = (before: string, after: string) => typed(before, before, after) === after;
		fc.assert(fc.property(mentioning, mentioning, isExact));
	});

	it('D8 changes nothing when nothing was typed', () => {
		fc.assert(fc.property(mentioning, mentioning, (now, before) => typed(now, before, before) === now));
	});

	it('D8 keeps what came in meanwhile and puts what was typed in once', () => {
		fc.assert(
			fc.property(text, text, fc.nat(), fc.nat(), (start, end, mine, theirs) => {
				const before = `${start}|${end}`;
				const characters = [...before];
				const [at, there] = [mine % (characters.length + 1), theirs % (characters.length + 1)];
				const result = typed(
					characters.toSpliced(there, 0, 'T').join(''),
					before,
					characters.toSpliced(at, 0, 'M').join('')
				);
				expect([...result].filter((one) => one !== 'M' && one !== 'T').join('')).toBe(before);
				expect([result.split('M').length, result.split('T').length]).toEqual([2, 2]);
			})
		);
	});

	it.each([
		['a line added at each end', 'one\ntwo\nthree', 'two', 'two\nthree', 'one\ntwo\nthree\nthree'],
		['what another wrote inside what was deleted stays', 'keep\nnew\nthis', 'keep\nthis', 'keep', 'keepnew'],
		['a word that another deleted is not brought back', 'big', 'big tree', 'big tree!', 'big!']
	])('D8 %s', (_, now, before, after, expected) => {
		expect(typed(now, before, after).trimEnd()).toBe(expected);
	});

	it('D8 never cuts a character in two', () => {
		expect(typed('🌲🌴', '🌲🌴', '🌳🌴')).toBe('🌳🌴');
		expect([...typed('x🌲', '🌲', '🌳')].sort()).toEqual(['x', '🌳']);
	});

	it('D25 leaves a mention whole or takes it whole, whatever stands there meanwhile', () => {
		expect(typed(`with ${tom}`, `with ${ana}`, 'with ')).toBe(`with ${tom}`);
		expect(typed(`${ana} and ${tom}`, ana, tom)).toBe(`${tom} and ${tom}`);
		expect(typed(`[Anna](kith:contact/01)`, ana, `${ana}!`)).toBe('![Anna](kith:contact/01)');
	});

	it('D8 stays quick when a very long text was replaced meanwhile', () => {
		const before = 'a'.repeat(5_000);
		expect(typed('b'.repeat(5_000), before, `${before}!`)).toBe(`!${'b'.repeat(5_000)}`);
	});
});
