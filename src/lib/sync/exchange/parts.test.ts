import * as fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { inspectUpdate } from '../gate/inspect';
import { knowledgeOf } from '../gate/messages';
import { partsOf } from './parts';

type Edit = readonly [
	kind: 'row' | 'field' | 'text' | 'erase' | 'meet',
	doc: number,
	row: number,
	field: number,
	size: number
];

const edit = fc.tuple(
	fc.constantFrom('row' as const, 'row' as const, 'field' as const, 'text' as const, 'erase' as const, 'meet' as const),
	fc.nat(2),
	fc.nat(12),
	fc.nat(3),
	fc.nat(60)
);

const rowOf = (doc: Y.Doc, row: number) => doc.getMap(`root${row % 2}`).get(`row${row}`) as Y.Map<unknown> | undefined;

function make(doc: Y.Doc, others: readonly Y.Doc[], [kind, , row, field, size]: Edit): void {
	const words = 'x'.repeat(size);
	if (kind === 'meet') return others.forEach((other) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other)));
	doc.transact(() => {
		if (kind === 'row') {
			const made = new Y.Map<unknown>();
			made.set('notes', new Y.Text(words));
			for (let at = 0; at < 3; at++) made.set(`field${at}`, words);
			doc.getMap(`root${row % 2}`).set(`row${row}`, made);
		} else if (kind === 'field') rowOf(doc, row)?.set(`field${field}`, words);
		else if (kind === 'erase') rowOf(doc, row)?.delete(`field${field}`);
		else {
			const notes = rowOf(doc, row)?.get('notes') as Y.Text | undefined;
			notes?.insert(Math.min(field, notes.length), words || 'y');
			if (notes && size % 3 === 0) notes.delete(0, Math.min(2, notes.length));
		}
	});
}

/** A document that several wrote at once. */
function documentOf(edits: readonly Edit[]): Y.Doc {
	const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
	for (const one of edits) {
		const doc = docs[one[1]];
		if (doc) make(doc, docs, one);
	}
	const whole = new Y.Doc();
	for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
	return whole;
}

const rowsOf = (doc: Y.Doc) => ['root0', 'root1'].map((root) => doc.getMap(root).toJSON());

describe('E21: a document in parts', () => {
	it('is the same document, and each part builds only on those before', () => {
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (edits, partBytes) => {
				const doc = documentOf(edits);
				const guest = new Y.Doc();
				let clocks: ReadonlyMap<number, number> = new Map();
				for (const part of partsOf(doc, partBytes)) {
					const known = knowledgeOf(guest);
					const inspection = inspectUpdate(part.update, (client) => known.clocks.get(client) ?? 0, known.own);
					expect(inspection).toMatchObject({ sound: true });
					Y.applyUpdate(guest, part.update);
					expect(guest.store.pendingStructs).toBeNull();
					expect(knowledgeOf(guest).clocks).toEqual(part.clocks);
					clocks = part.clocks;
				}
				expect(clocks).toEqual(knowledgeOf(doc).clocks);
				Y.applyUpdate(guest, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(clocks))));
				expect(rowsOf(guest)).toEqual(rowsOf(doc));
				expect(Y.equalSnapshots(Y.snapshot(guest), Y.snapshot(doc))).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it('has parts of about the size that was asked for, and tears no row', () => {
		const doc = new Y.Doc();
		for (let row = 0; row < 500; row++) make(doc, [], ['row', 0, row * 2, 0, 50]);
		const guest = new Y.Doc();
		const parts = [...partsOf(doc, 2_000)];
		for (const { update } of parts) {
			expect(update.byteLength).toBeLessThan(2_400);
			Y.applyUpdate(guest, update);
			guest.getMap('root0').forEach((row) => expect((row as Y.Map<unknown>).size).toBe(4));
		}
		expect(parts.length).toBeGreaterThan(50);
	});

	it('ends with what was there when it began, whatever is made meanwhile', () => {
		const doc = new Y.Doc();
		for (let row = 0; row < 100; row++) make(doc, [], ['row', 0, row * 2, 0, 50]);
		const before = Y.getState(doc.store, doc.clientID);
		const guest = new Y.Doc();
		let last: ReadonlyMap<number, number> = new Map();
		for (const { update, clocks } of partsOf(doc, 500)) {
			make(doc, [], ['field', 0, 2, 1, 20]);
			make(doc, [], ['erase', 0, 4, 2, 20]);
			Y.applyUpdate(guest, update);
			expect(guest.store.pendingStructs).toBeNull();
			last = clocks;
		}
		expect(last.get(doc.clientID)).toBe(before);
	});

	it('is none for an empty document', () => {
		expect([...partsOf(new Y.Doc(), 100)]).toEqual([]);
	});
});
