import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { contactsDeletedBy } from './deletions';
import { exchange, replica, rowOf, type Replica } from './test-replica';

const ids = ['ana', 'tom', 'zoe', 'new'];

function two(): readonly [Replica, Replica] {
	const [a, b] = [replica('a'), replica('b')];
	a.doc.change(() => {
		for (const id of ids.slice(0, 3)) a.doc.contacts.add(id, { given: id, notes: 'tea' }, 1);
	});
	exchange(a, b);
	return [a, b];
}

const missing = (from: Replica, to: Replica) => Y.encodeStateAsUpdate(from.yjs, Y.encodeStateVector(to.yjs));
/** What `b` would lose by what `a` has, which is then applied to see whether it does. */
function lost(a: Replica, b: Replica): readonly string[] {
	const isThere = (id: string) => b.doc.contacts.isLive(id) && rowOf(b, 'contacts', id).has('born');
	const live = ids.filter(isThere);
	const found = contactsDeletedBy(missing(a, b), b.yjs);
	Y.applyUpdate(b.yjs, missing(a, b));
	const gone = live.filter((id) => !isThere(id));
	expect([...found].sort()).toEqual(gone.sort());
	return gone;
}
const remove = (on: Replica, ...gone: readonly string[]) => {
	on.doc.change(() => {
		for (const id of gone) on.doc.contacts.setDeleted(id, 1000);
	});
};
const restore = (on: Replica, id: string) => {
	on.doc.change(() => {
		on.doc.contacts.setDeleted(id, 0);
	});
};

describe('D26 an update says beforehand', () => {
	it('whom it puts into the trash, and nobody when it edits, adds or restores', () => {
		const [a, b] = two();
		a.doc.change(() => {
			a.doc.contacts.edit('ana', { texts: { given: 'Anna' } });
			a.doc.contacts.add('new', { given: 'New' }, 1);
		});
		expect(lost(a, b)).toEqual([]);
		remove(a, 'ana', 'tom', 'new');
		expect(lost(a, b)).toEqual(['ana', 'new', 'tom']);
		restore(a, 'ana');
		expect(lost(a, b)).toEqual([]);
		a.time = 5000;
		remove(a, 'ana', 'tom');
		expect(lost(a, b)).toEqual(['ana']);
	});

	it('nobody who was deleted and restored meanwhile, in several steps', () => {
		const [a, b] = two();
		for (let turn = 0; turn < 3; turn++) {
			remove(a, 'ana', 'tom');
			restore(a, 'ana');
		}
		expect(lost(a, b)).toEqual(['tom']);
	});

	it('nobody whom this device restored later than they were deleted, and who is so when it was earlier', () => {
		const [a, b] = two();
		remove(a, 'ana');
		exchange(a, b);
		[a.time, b.time] = [2000, 3000];
		remove(a, 'tom');
		restore(b, 'ana');
		a.doc.change(() => {
			a.doc.contacts.setDeleted('ana', 2000);
		});
		expect(lost(a, b)).toEqual(['tom']);
		a.time = 9000;
		exchange(a, b);
		remove(a, 'ana');
		expect(lost(a, b)).toEqual(['ana']);
	});

	it('whom it takes away for good, or writes over', () => {
		const [a, b] = two();
		a.doc.change(() => {
			a.doc.contacts.purge('ana');
			a.yjs.getMap('contacts').delete('tom');
			a.yjs.getMap('contacts').set('zoe', 1);
		});
		expect([...contactsDeletedBy(missing(a, b), b.yjs)].sort()).toEqual(['ana', 'tom', 'zoe']);
		Y.applyUpdate(b.yjs, missing(a, b));
		remove(a, 'ana');
		expect(contactsDeletedBy(missing(a, b), b.yjs)).toEqual([]);
	});

	it('the same for what is known here already: nobody', () => {
		const [a, b] = two();
		remove(a, ...ids);
		exchange(a, b);
		expect(contactsDeletedBy(Y.encodeStateAsUpdate(a.yjs), b.yjs)).toEqual([]);
		expect(contactsDeletedBy(Y.encodeStateAsUpdate(a.yjs), new Y.Doc())).toEqual([]);
	});

	it('in any history what comes to pass', () => {
		const kinds = ['delete', 'delete', 'restore', 'edit', 'purge', 'add', 'take', 'take'] as const;
		const step = fc.record({
			kind: fc.constantFrom(...kinds),
			who: fc.nat(2),
			from: fc.nat(2),
			at: fc.nat(3),
			ms: fc.nat(9)
		});
		let found = 0;
		fc.assert(
			fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
				const [a, b] = two();
				const c = replica('c');
				exchange(a, c);
				const replicas = [a, b, c];
				for (const { kind, who, from, at, ms } of steps) {
					const [one, other, id] = [replicas[who], replicas[from], ids[at]];
					if (!one || !other || id === undefined) continue;
					one.time = 1000 + ms;
					if (kind === 'take') found += lost(other, one).length;
					else if (kind === 'delete') remove(one, id);
					else if (kind === 'restore') restore(one, id);
					else if (kind === 'edit') one.doc.change(() => one.doc.contacts.edit(id, { texts: { given: `${ms}` } }));
					else if (kind === 'purge' && !one.doc.contacts.isLive(id)) one.doc.change(() => one.doc.contacts.purge(id));
					else if (kind === 'add' && one === a && !a.doc.contacts.has('new')) {
						one.doc.change(() => one.doc.contacts.add('new', { given: 'New' }, 1));
					}
				}
			}),
			{ numRuns: 500, seed: 9 }
		);
		expect(found).toBeGreaterThan(100);
	});
});
