import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { KithDocument } from '$lib/doc/doc';
import { freshReplica } from './replica';

test('no two runs of the app have one name', () => {
	const names = Array.from({ length: 1_000 }, freshReplica);
	for (const name of names) expect(name).toMatch(/^[a-z2-7]{10}$/);
	expect(new Set(names).size).toBe(1_000);
});

test('what was told and not stored before the app was killed, and what is written after, are both kept [D15]', () => {
	const run = (stored: Uint8Array, given: string, client: number) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, stored);
		doc.clientID = client;
		const kith = new KithDocument(doc, freshReplica(), () => 5_000);
		kith.change(() => kith.contacts.edit('ana', { texts: { given } }));
		return Y.encodeStateAsUpdate(doc);
	};
	const born = new Y.Doc();
	const first = new KithDocument(born, freshReplica(), () => 1_000);
	first.change(() => first.contacts.add('ana', { given: 'Ana' }, 1_000));
	const stored = Y.encodeStateAsUpdate(born);
	for (const [killed, next] of [
		[7, 8],
		[8, 7]
	] as const) {
		const other = new Y.Doc();
		for (const update of [run(stored, 'Told', killed), run(stored, 'Stored', next)]) Y.applyUpdate(other, update);
		const kith = new KithDocument(other, 'reader', () => 0);
		const shown = [kith.contacts.read('ana')?.given, ...kith.contacts.others('ana').map(({ value }) => value)];
		expect(shown.sort()).toEqual(['Stored', 'Told']);
	}
});
