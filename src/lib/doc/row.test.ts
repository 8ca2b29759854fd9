import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { exchange, replica, rootOf, rowOf, twoWithAna } from './test-replica';
import { RowReading, rowIn } from './row';

it('D3 what is edited stands over what the row was born with', () => {
	const [a] = twoWithAna();
	const row = rowOf(a, 'contacts', 'ana');
	expect(new RowReading(row).value('given')).toBe('Ana');
	a.doc.change(() => a.doc.contacts.edit('ana', { texts: { given: 'Anna' } }));
	expect(new RowReading(row).value('given')).toBe('Anna');
});

it('D3 saying again what is already there writes nothing', () => {
	const [a] = twoWithAna();
	const before = [...rowOf(a, 'contacts', 'ana').keys()];
	expect(a.doc.change(() => a.doc.contacts.edit('ana', { texts: { given: 'Ana' } }))).toEqual([]);
	expect([...rowOf(a, 'contacts', 'ana').keys()]).toEqual(before);
});

it('D9 a row that is no map is no row', () => {
	const a = replica('a');
	for (const hostile of ['text', 5, null, ['x'], new Y.Array(), new Y.Text('x')]) {
		rootOf(a, 'contacts').set('ana', hostile);
		expect(rowIn(rootOf(a, 'contacts'), 'ana')).toBeNull();
		expect(a.doc.contacts.read('ana')).toBeNull();
	}
});

it('D9 a birth under __proto__ gives a row nothing', () => {
	const [a, b] = [replica('a'), replica('b')];
	const row = new Y.Map<unknown>();
	row.set('born', JSON.parse('{"createdAt":7,"__proto__":{"given":"Eve","createdAt":9}}'));
	rootOf(a, 'contacts').set('eve', row);
	exchange(a, b);
	for (const { doc } of [a, b]) expect(doc.contacts.read('eve')).toMatchObject({ given: '', createdAt: 7 });
	expect(({} as Record<string, unknown>)['given']).toBeUndefined();
});

it.each([['text'], [-5], [Number.POSITIVE_INFINITY], [2 ** 60], [{}], [null]])(
	'D9 %j is no moment: the row is neither deleted nor dated',
	(hostile) => {
		const a = replica('a');
		const row = new Y.Map<unknown>();
		row.set('born', { createdAt: hostile });
		row.set('deletedAt~x', [1, hostile]);
		rootOf(a, 'contacts').set('ana', row);
		expect(a.doc.contacts.read('ana')).toMatchObject({ createdAt: 0, deletedAt: 0 });
		expect(a.doc.contacts.isLive('ana')).toBe(true);
	}
);

it('D2 a purged row keeps its mark of deletion, and what came late does not bring it back', () => {
	const [a, b] = twoWithAna();
	a.doc.change(() => a.doc.contacts.setDeleted('ana', 50));
	a.doc.change(() => a.doc.contacts.purge('ana'));
	b.doc.change(() => b.doc.contacts.edit('ana', { texts: { family: 'Silva' } }));
	exchange(a, b);
	for (const { doc } of [a, b]) {
		expect(doc.contacts.read('ana')).toBeNull();
		expect(doc.contacts.isLive('ana')).toBe(false);
		expect(doc.contacts.has('ana')).toBe(true);
	}
});
