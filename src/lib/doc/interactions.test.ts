import * as Y from 'yjs';
import { expect, it } from 'vitest';
import type { InteractionDraft } from '$lib/domain/interaction';
import { interactionOf } from './interactions';
import { exchange, meal, replica, rootOf, type Replica } from './test-replica';

function twoWithMeal(): readonly [Replica, Replica] {
	const [a, b] = [replica('a'), replica('b')];
	a.doc.change(() => a.doc.interactions.add('i1', meal, 5));
	exchange(a, b);
	return [a, b];
}

const edit = ({ doc }: Replica, draft: InteractionDraft) => doc.change(() => doc.interactions.edit('i1', draft));
const shown = ({ doc }: Replica) => doc.interactions.all.get('i1');

it('D19 an interaction is read as it was written', () => {
	const [a, b] = [replica('a'), replica('b')];
	const full = {
		...meal,
		note: 'soup',
		place: 'home',
		initiator: 'them',
		direction: 'in',
		duration: 90,
		pinned: true
	} as const;
	a.doc.change(() => a.doc.interactions.add('i1', full, 5));
	exchange(a, b);
	for (const one of [a, b]) expect(shown(one)).toEqual({ ...full, id: 'i1', createdAt: 5, deletedAt: 0 });
});

it('D19 what is empty takes no room and what follows it is still read', () => {
	const a = replica('a');
	a.doc.change(() => {
		a.doc.interactions.add('i1', meal, 5);
		a.doc.interactions.add('i2', { ...meal, duration: 5 }, 5);
	});
	expect(rootOf(a, 'interactions').get('i1')).toEqual([5, ['meal', '2026-03-01', ['ana']]]);
	expect(a.doc.interactions.all.get('i2')?.duration).toBe(5);
});

it('D3 the later of two edits shows and the other stays readable', () => {
	const [a, b] = twoWithMeal();
	b.time = 2000;
	edit(a, { ...meal, note: 'soup' });
	edit(b, { ...meal, note: 'cake' });
	exchange(a, b);
	for (const one of [a, b]) {
		expect(shown(one)?.note).toBe('cake');
		expect(one.doc.interactions.others('i1')).toEqual([
			{ field: 'interactions/i1', now: { ...meal, note: 'cake' }, value: { ...meal, note: 'soup' }, editedAt: 1000 }
		]);
	}
});

it('D16 the value picked becomes the only one everywhere', () => {
	const [a, b] = twoWithMeal();
	b.time = 2000;
	edit(a, { ...meal, note: 'soup' });
	edit(b, { ...meal, note: 'cake' });
	exchange(a, b);
	const [other] = a.doc.interactions.others('i1');
	expect(a.doc.change(() => a.doc.pick('ana', 'interactions/i1', other?.value))).toEqual([]);
	exchange(a, b);
	for (const one of [a, b]) {
		expect(shown(one)?.note).toBe('soup');
		expect(one.doc.interactions.others('i1')).toEqual([]);
	}
});

it('D16 the value that shows can be picked, and what is no interaction cannot', () => {
	const [a, b] = twoWithMeal();
	edit(a, { ...meal, note: 'soup' });
	edit(b, { ...meal, note: 'cake' });
	exchange(a, b);
	expect(a.doc.change(() => a.doc.pick('ana', 'interactions/i1', 'soup'))).toBeNull();
	expect(a.doc.change(() => a.doc.pick('ana', 'interactions/unknown', meal))).toBeNull();
	expect(a.doc.change(() => a.doc.pick('ana', 'interactions/i1', shown(a)))).toEqual([]);
	expect(a.doc.interactions.others('i1')).toEqual([]);
});

it('D3 writing the same again changes nothing', () => {
	const [a] = twoWithMeal();
	expect(edit(a, meal)).toBe(false);
	expect(edit(a, { ...meal, note: 'soup' })).toBe(true);
	expect(edit(a, { ...meal, note: 'soup' })).toBe(false);
});

it('D2 deletion is a mark beside the value: an edit elsewhere is kept and shows when it returns', () => {
	const [a, b] = twoWithMeal();
	a.doc.change(() => a.doc.interactions.setDeleted('i1', 50));
	edit(b, { ...meal, note: 'cake' });
	exchange(a, b);
	expect(shown(a)).toMatchObject({ deletedAt: 50, note: 'cake' });
	b.doc.change(() => b.doc.interactions.setDeleted('i1', 0));
	exchange(a, b);
	expect(shown(a)).toMatchObject({ deletedAt: 0, note: 'cake' });
});

it('D2 a purged interaction stays gone when its birth or mark comes again', () => {
	const [a, b] = twoWithMeal();
	a.doc.change(() => {
		a.doc.interactions.setDeleted('i1', 50);
		a.doc.interactions.purge('i1');
	});
	exchange(a, b);
	for (const one of [a, b]) expect(shown(one)).toBeUndefined();
	expect([...rootOf(b, 'interactions').keys()]).toEqual(['i1/deleted~a']);
});

it('D6 an interaction with nobody known is read whole', () => {
	const a = replica('a');
	a.doc.change(() => a.doc.interactions.add('i1', { ...meal, contactIds: ['gone', 'ana', 'gone'] }, 5));
	expect(shown(a)?.contactIds).toEqual(['gone', 'ana']);
});

it.each<[string, unknown]>([
	['a text', 'hostile'],
	['a number', 7],
	['an empty list', []],
	['a birth without a value', [5]],
	['a value that is an object', [5, { kind: 'meal' }]],
	['a nested map', new Y.Map()]
])('D9 %s is no interaction', (_, hostile) => {
	const a = replica('a');
	rootOf(a, 'interactions').set('i1', hostile);
	expect(shown(a)).toBeUndefined();
});

it('D9 parts of a wrong type count as missing', () => {
	const a = replica('a');
	rootOf(a, 'interactions').set('i1', ['soon', [7, 'yesterday', 'ana', {}, [], 'nobody', 'up', -3, 'later field']]);
	expect(shown(a)).toEqual({
		id: 'i1',
		createdAt: 0,
		deletedAt: 0,
		contactIds: [],
		kind: 'other',
		when: '1970-01-01',
		note: '',
		place: '',
		initiator: '',
		direction: '',
		duration: 0,
		pinned: false
	});
});

it('D9 hostile keys belong to no interaction that shows', () => {
	const a = replica('a');
	const root = rootOf(a, 'interactions');
	for (const key of ['~x', '/deleted~x', 'i1/other~x', '__proto__~x', 'i1/deleted~x']) root.set(key, [1, 'hostile']);
	a.doc.change(() => a.doc.interactions.add('i1', meal, 5));
	expect([...a.doc.interactions.all.keys()]).toEqual(['i1']);
	expect(shown(a)?.deletedAt).toBe(0);
});

it.each([
	['i1', 'i1'],
	['i1~a', 'i1'],
	['i1/deleted~a.2', 'i1']
])('D3 the key %s belongs to %s', (key, id) => {
	expect(interactionOf(key)).toBe(id);
});

it('D11 opened anew, the document shows what following each change showed', () => {
	const [a, b] = twoWithMeal();
	edit(a, { ...meal, note: 'soup' });
	b.doc.change(() => b.doc.interactions.setDeleted('i1', 50));
	exchange(a, b);
	const anew = replica('c');
	Y.applyUpdate(anew.yjs, Y.encodeStateAsUpdate(a.yjs));
	expect(shown(anew)).toEqual(shown(a));
	expect(shown(b)).toEqual(shown(a));
});
