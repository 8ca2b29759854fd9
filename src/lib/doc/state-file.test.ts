import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { BadState, formatState, parseState } from './state-file';
import { replica, rootOf, twoWithAna } from './test-replica';

/** A `GC` struct of length 2^40 by client 7. */
const hugeGap = Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);
/** No structs, and a deletion of as much by client 7. */
const hugeDeletion = Uint8Array.of(0, 1, 7, 1, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20);

function refusal(bytes: Uint8Array): BadState {
	try {
		parseState(bytes);
	} catch (error) {
		if (error instanceof BadState) return error;
		throw error;
	}
	throw new Error('the bytes were taken');
}

it('D21 a document written as bytes is read back', () => {
	const [a] = twoWithAna();
	expect(parseState(formatState(a.yjs)).getMap('contacts').has('ana')).toBe(true);
});

it.each([
	['no bytes', new Uint8Array()],
	['random bytes', Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256)],
	['an empty document', Y.encodeStateAsUpdate(new Y.Doc())],
	['another app’s document', Y.encodeStateAsUpdate(replica('x').yjs)],
	['a text', new TextEncoder().encode('BEGIN:VCARD')]
])('D21 %s is refused', (_, bytes) => {
	expect(refusal(bytes).isNewer).toBe(false);
});

it('D21 a document cut short, or one of its changes alone, is refused', () => {
	const [a] = twoWithAna();
	const whole = formatState(a.yjs);
	expect(refusal(whole.slice(0, -9)).isNewer).toBe(false);
	const before = Y.encodeStateVector(a.yjs);
	a.doc.change(() => a.doc.contacts.edit('ana', { texts: { family: 'Silva' } }));
	expect(refusal(Y.encodeStateAsUpdate(a.yjs, before)).isNewer).toBe(false);
});

it.each([
	['structs', hugeGap],
	['deletions', hugeDeletion]
])('D21 a document in which a poison of huge %s hides is refused', (_, poison) => {
	const [a] = twoWithAna();
	expect(refusal(Y.mergeUpdates([formatState(a.yjs), poison])).isNewer).toBe(false);
});

it('D21 a newer app’s document is refused as newer', () => {
	const [a] = twoWithAna();
	rootOf(a, 'meta').set('schema/2', true);
	expect(refusal(formatState(a.yjs)).isNewer).toBe(true);
});
