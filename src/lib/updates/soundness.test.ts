import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { isPending, isSound, isUnharmed } from './soundness';

/** 2^40, as an unsigned variable-length integer. */
const huge = [0x80, 0x80, 0x80, 0x80, 0x80, 0x20];
/** A `GC` struct of that length by client 7. */
const hugeGap = Uint8Array.of(1, 1, 7, 0, 0, ...huge, 0);
/** No structs, and a deletion of all that client 7 ever writes. */
const hugeDeletion = Uint8Array.of(0, 1, 7, 1, 0, ...huge);

function update(): Uint8Array {
	const doc = new Y.Doc();
	doc.getMap('people').set('a', 'Ana');
	return Y.encodeStateAsUpdate(doc);
}

test.each([
	['an update', update(), true],
	['an empty update', new Uint8Array(2), true],
	['no bytes', new Uint8Array(0), false],
	['an update cut short', update().slice(0, -4), false],
	['no bytes at all', 'text', false],
	['a gap of 2^40', hugeGap, false],
	['a deletion of 2^40', hugeDeletion, false]
])('%s: sound is %3$s', (_, value, sound) => {
	expect(isSound(value)).toBe(sound);
});

test.each([hugeGap, hugeDeletion])('a document that a poison got into is seen to be harmed', (poison) => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, update());
	expect(isUnharmed(doc)).toBe(true);
	Y.applyUpdate(doc, poison);
	expect(isUnharmed(doc)).toBe(false);
});

test('a document whose earlier record is missing is pending', () => {
	const updates: Uint8Array[] = [];
	const writer = new Y.Doc();
	writer.on('update', (bytes: Uint8Array) => updates.push(bytes));
	writer.getMap('people').set('a', 'Ana');
	writer.getMap('people').set('b', 'Tom');
	const doc = new Y.Doc();
	Y.applyUpdate(doc, updates[1] ?? update());
	expect(isPending(doc)).toBe(true);
	Y.applyUpdate(doc, updates[0] ?? update());
	expect(isPending(doc)).toBe(false);
});
