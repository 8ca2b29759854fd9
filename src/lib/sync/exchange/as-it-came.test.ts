import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyAsItCame } from './as-it-came';

type Told = readonly [update: Uint8Array, origin: unknown, transaction: Y.Transaction];

let doc: Y.Doc;
let told: Told[];

function watched(): Y.Doc {
	const made = new Y.Doc();
	told = [];
	made.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) =>
		told.push([update, origin, transaction])
	);
	return made;
}

/** A document of all that was told, from `from` on. */
function stored(from: Uint8Array | null = null): Y.Doc {
	const made = new Y.Doc();
	if (from) Y.applyUpdate(made, from);
	for (const [update] of told) Y.applyUpdate(made, update);
	return made;
}

function peopleIn(made: Y.Doc, ...names: readonly string[]): Uint8Array {
	made.transact(() => names.forEach((name) => made.getMap('people').set(name, new Y.Map([['name', name]]))));
	return Y.encodeStateAsUpdate(made);
}

const isSame = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

beforeEach(() => (doc = watched()));

describe('E23: an update that is applied as it came', () => {
	it('is told once, with its own bytes, its origin and its transaction', () => {
		const update = peopleIn(new Y.Doc(), 'ana', 'tom');
		applyAsItCame(doc, update, 'peer');
		expect(doc.getMap('people').size).toBe(2);
		expect(told.map(([bytes, origin]) => [bytes === update, origin])).toEqual([[true, 'peer']]);
		expect(told[0]?.[2]).toMatchObject({ local: false, origin: 'peer' });
		expect(isSame(stored(), doc)).toBe(true);
	});

	it('is told as Yjs tells any other before and after', () => {
		doc.getMap('people').set('zoe', 1);
		applyAsItCame(doc, peopleIn(new Y.Doc(), 'ana'), 'peer');
		doc.getMap('people').set('max', 1);
		expect(told).toHaveLength(3);
		expect(isSame(stored(), doc)).toBe(true);
	});

	it('is not told where it brings nothing new', () => {
		const update = peopleIn(new Y.Doc(), 'ana');
		Y.applyUpdate(doc, update);
		told = [];
		applyAsItCame(doc, update, 'peer');
		expect(told).toEqual([]);
	});

	it('overwrites and deletes as it would', () => {
		const other = new Y.Doc();
		Y.applyUpdate(doc, peopleIn(other, 'ana', 'tom'));
		const before = Y.encodeStateAsUpdate(doc);
		doc.getMap('people').set('ana', 'mine');
		other.getMap('people').set('ana', 'theirs');
		other.getMap('people').delete('tom');
		applyAsItCame(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVectorFromUpdate(before)), 'peer');
		expect(isSame(stored(before), doc)).toBe(true);
		expect(doc.getMap('people').has('tom')).toBe(false);
	});

	it('loses nothing that a listener makes in answer, nor of one that comes then', () => {
		doc.on('afterTransaction', ({ origin }: Y.Transaction) => {
			if (origin === 'peer') doc.getMap('people').set('answer', 1);
		});
		let late = 0;
		doc.on('beforeTransaction', ({ origin }: Y.Transaction) => {
			if (origin === 'peer') doc.on('update', () => late++);
		});
		applyAsItCame(doc, peopleIn(new Y.Doc(), 'ana'), 'peer');
		expect(told.map(([, origin]) => origin)).toEqual(['peer', null]);
		expect(isSame(stored(), doc)).toBe(true);
		expect(late).toBeGreaterThanOrEqual(2);
	});

	it('loses nothing that waited for it', () => {
		const other = new Y.Doc();
		const first = peopleIn(other, 'ana');
		const known = Y.encodeStateVector(other);
		other.getMap('people').set('tom', 1);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, known));
		expect(doc.store.pendingStructs).not.toBeNull();
		told = [];
		applyAsItCame(doc, first, 'peer');
		expect(doc.getMap('people').size).toBe(2);
		expect(isSame(stored(), doc)).toBe(true);
	});

	it('leaves the listeners as they were where it fails', () => {
		expect(() => applyAsItCame(doc, Uint8Array.of(1, 2, 3), 'peer')).toThrow();
		doc.getMap('people').set('ana', 1);
		expect(told).toHaveLength(1);
		expect(isSame(stored(), doc)).toBe(true);
	});

	it('needs no listener', () => {
		const bare = new Y.Doc();
		applyAsItCame(bare, peopleIn(new Y.Doc(), 'ana'), 'peer');
		expect(bare.getMap('people').size).toBe(1);
	});
});
