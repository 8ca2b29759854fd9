import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../gate/messages';
import { madeIn, WaitingChanges } from './waiting-changes';

function follow(older = 0) {
	const doc = new Y.Doc();
	const changes = new WaitingChanges(older);
	doc.on('afterTransaction', (transaction: Y.Transaction) => changes.add(madeIn(transaction)));
	const clocks = () => knowledgeOf(doc).clocks;
	return { doc, changes, clocks };
}

describe('E12: changes that wait', () => {
	it('are counted one by one, and no longer once a device knows as far', () => {
		const { doc, changes, clocks } = follow();
		doc.getMap('a').set('b', 1);
		const early = clocks();
		doc.getMap('a').set('b', 2);
		doc.getMap('a').set('b', 3);
		expect(changes.count).toBe(3);
		changes.cover(early, clocks());
		expect(changes.count).toBe(2);
		changes.cover(clocks(), clocks());
		expect(changes.count).toBe(0);
	});

	it('are not those that the device told of before they came', () => {
		const { doc, changes } = follow();
		changes.cover(new Map([[doc.clientID, 2]]), new Map());
		doc.getMap('a').set('b', 1);
		doc.getMap('a').set('b', 2);
		expect(changes.count).toBe(0);
		doc.getMap('a').set('b', 3);
		expect(changes.count).toBe(1);
	});

	it('that only deleted something wait until all is the same', () => {
		const { doc, changes, clocks } = follow();
		doc.getMap('a').set('b', 1);
		doc.getMap('a').delete('b');
		changes.cover(clocks(), clocks());
		expect(changes.count).toBe(1);
		changes.clear(clocks());
		expect(changes.count).toBe(0);
	});

	it('that erased something, too, also where all else that came with it was told of before', () => {
		const [doc, other] = [new Y.Doc(), new Y.Doc()];
		doc.getMap('a').set('b', 1);
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		const changes = new WaitingChanges(0);
		doc.on('afterTransaction', (transaction: Y.Transaction) => changes.add(madeIn(transaction)));
		const clocks = () => knowledgeOf(doc).clocks;
		other.getMap('a').set('c', 1);
		changes.cover(knowledgeOf(other).clocks, clocks());
		other.getMap('a').delete('b');
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
		changes.cover(clocks(), clocks());
		expect(changes.count).toBe(1);
		changes.clear(clocks());
		expect(changes.count).toBe(0);
	});

	it('of before count until a device knows all, one of them until all is the same, for it may only have deleted', () => {
		const { doc, changes, clocks } = follow(7);
		doc.getMap('a').set('b', 1);
		changes.cover(new Map(), clocks());
		expect(changes.count).toBe(8);
		changes.cover(clocks(), clocks());
		expect(changes.count).toBe(1);
		changes.clear(clocks());
		expect(changes.count).toBe(0);
	});

	it('are at least one for a device that lost what it had', () => {
		const { doc, changes, clocks } = follow();
		doc.getMap('a').set('b', 1);
		changes.clear(clocks());
		expect(changes.count).toBe(0);
		changes.cover(new Map(), clocks());
		expect(changes.count).toBe(1);
	});

	it('are counted by the thousand without being kept', () => {
		const changes = new WaitingChanges(0);
		for (let at = 1; at <= 6_000; at++) changes.add({ reach: [[1, at]], isErasing: false });
		expect(changes.count).toBe(6_000);
		changes.cover(new Map([[1, 5_990]]), new Map([[1, 6_000]]));
		expect(changes.count).toBe(1_010);
		changes.cover(new Map([[1, 6_000]]), new Map([[1, 6_000]]));
		expect(changes.count).toBe(1);
		changes.clear(new Map([[1, 6_000]]));
		expect(changes.count).toBe(0);
	});
});
