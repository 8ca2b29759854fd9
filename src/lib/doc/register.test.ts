import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { Clock } from './clock';
import { readSlots, registerOf, stampOf, writeRegister, type Author } from './register';

const author = (replica: string, time: number): Author => ({ replica, clock: new Clock(() => time) });

function merged(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

const valuesIn = (doc: Y.Doc) =>
	readSlots(doc.getMap('row'))
		.get('given')
		?.map(({ value }) => value);
const write = (doc: Y.Doc, value: unknown, by: Author) =>
	doc.transact(() => writeRegister(doc.getMap('row'), 'given', value, by));

it('D3 the later edit wins on every device and the other stays readable', () => {
	const [a, b] = [new Y.Doc(), new Y.Doc()];
	write(a, 'later', author('a', 200));
	write(b, 'earlier', author('b', 100));
	merged(a, b);
	expect(valuesIn(a)).toEqual(['later', 'earlier']);
	expect(valuesIn(b)).toEqual(['later', 'earlier']);
});

it('D3 of two edits at the same moment, the same wins on every device', () => {
	const [a, b] = [new Y.Doc(), new Y.Doc()];
	write(a, 'of a', author('a', 100));
	write(b, 'of b', author('b', 100));
	merged(a, b);
	expect(valuesIn(a)).toEqual(['of b', 'of a']);
	expect(valuesIn(b)).toEqual(['of b', 'of a']);
});

it('D3 a write supersedes what its writer saw, also what has a later stamp', () => {
	const [a, b] = [new Y.Doc(), new Y.Doc()];
	write(a, 'first', author('a', 900));
	merged(a, b);
	write(b, 'second', author('b', 100));
	merged(a, b);
	expect(valuesIn(a)).toEqual(['second']);
});

it('D3 a slot written again meanwhile survives being superseded', () => {
	const [a, b] = [new Y.Doc(), new Y.Doc()];
	write(a, 'old', author('a', 100));
	merged(a, b);
	write(a, 'newer', author('a', 200));
	write(b, 'newest', author('b', 300));
	merged(a, b);
	expect(valuesIn(a)).toEqual(['newest', 'newer']);
	expect(valuesIn(b)).toEqual(['newest', 'newer']);
});

it('D3 only the register that is named is written', () => {
	const row = new Y.Doc().getMap<unknown>('row');
	writeRegister(row, 'given', 'Ana', author('a', 1));
	writeRegister(row, 'given/x', 'other', author('a', 1));
	writeRegister(row, 'given', 'Anna', author('b', 2));
	expect([...row.keys()].sort()).toEqual(['given/x~a', 'given~b']);
});

it.each([
	['given~a', 'given'],
	['emails/x~y~a', 'emails/x~y'],
	['given', null],
	['~a', null]
])('D3 the key %s is a slot of %s', (key, register) => {
	expect(registerOf(key)).toBe(register);
});

it.each([
	[undefined],
	['text'],
	[[]],
	[['soon', 'x']],
	[[Number.NaN, 'x']],
	[[-1, 'x']],
	[[1.5, 'x']],
	[[2 ** 60, 'x']]
])('D9 %j has no sound stamp and counts as older than all', (stored) => {
	expect(stampOf(stored)).toBe(0);
});

it('D9 a slot without a stamp is a value that loses, and one without a value is none', () => {
	const row = new Y.Doc().getMap<unknown>('row');
	row.set('given~x', ['no stamp', 'hostile']);
	row.set('given~y', [5]);
	row.set('given~z', 'bare');
	row.set('given~w', new Y.Map());
	row.set('given~a', [1, 'Ana']);
	expect(
		readSlots(row)
			.get('given')
			?.map(({ value }) => value)
	).toEqual(['Ana', 'hostile']);
});
