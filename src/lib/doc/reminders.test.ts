import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { call, exchange, replica, rootOf, rowOf, type Replica } from './test-replica';

type Values = Parameters<Replica['doc']['reminders']['edit']>[1];

function twoWithCall(): readonly [Replica, Replica] {
	const [a, b] = [replica('a'), replica('b')];
	a.doc.change(() => a.doc.reminders.add('r1', call, 5));
	exchange(a, b);
	return [a, b];
}

const edit = ({ doc }: Replica, values: Values) => doc.change(() => doc.reminders.edit('r1', values));
const read = ({ doc }: Replica) => doc.reminders.read('r1');

it('D1 a reminder is read as it was born', () => {
	const [a, b] = [replica('a'), replica('b')];
	const draft = {
		...call,
		time: '08:30',
		leadDays: 2,
		repeat: { every: 2, unit: 'week', from: 'completion' }
	} as const;
	a.doc.change(() => a.doc.reminders.add('r1', draft, 5, 'sample'));
	exchange(a, b);
	expect(read(b)).toEqual({
		...draft,
		id: 'r1',
		createdAt: 5,
		deletedAt: 0,
		doneFor: '',
		doneOn: '',
		snoozedUntil: ''
	});
	expect(b.doc.reminders.originOf('r1')).toBe('sample');
});

it('D3 its fields merge one by one, and a disputed one keeps both', () => {
	const [a, b] = twoWithCall();
	b.time = 2000;
	edit(a, { title: 'Phone', due: '2026-03-01' });
	edit(b, { title: 'Write', time: '09:00' });
	exchange(a, b);
	for (const one of [a, b]) {
		expect(read(one)).toMatchObject({ title: 'Write', due: '2026-03-01', time: '09:00' });
		expect(one.doc.reminders.others('r1')).toEqual([
			{ field: 'reminders/r1/title', now: 'Write', value: 'Phone', editedAt: 1000 }
		]);
	}
});

it('D16 the value picked becomes the only one, and what is no field cannot be picked', () => {
	const [a, b] = twoWithCall();
	b.time = 2000;
	edit(a, { title: 'Phone' });
	edit(b, { title: 'Write' });
	exchange(a, b);
	expect(a.doc.change(() => a.doc.pick('ana', 'reminders/r1/born', {}))).toBeNull();
	expect(a.doc.change(() => a.doc.pick('ana', 'reminders/unknown/title', 'x'))).toBeNull();
	expect(a.doc.change(() => a.doc.pick('ana', 'reminders/r1/title', 'Phone'))).toEqual([]);
	exchange(a, b);
	expect(read(b)?.title).toBe('Phone');
	expect(b.doc.reminders.others('r1')).toEqual([]);
});

it('D19 two devices that complete different occurrences never mix the occurrence and its day', () => {
	const [a, b] = twoWithCall();
	b.time = 2000;
	edit(a, { done: ['2026-02-01', '2026-02-09'] });
	edit(b, { done: ['2026-01-01', '2026-02-03'] });
	exchange(a, b);
	for (const one of [a, b]) expect(read(one)).toMatchObject({ doneFor: '2026-01-01', doneOn: '2026-02-03' });
});

it('D2 a reminder goes to the trash and comes back with what was edited meanwhile', () => {
	const [a, b] = twoWithCall();
	a.doc.change(() => a.doc.reminders.setDeleted('r1', 50));
	edit(b, { title: 'Write' });
	exchange(a, b);
	expect(read(b)).toMatchObject({ deletedAt: 50, title: 'Write' });
	b.doc.change(() => b.doc.reminders.setDeleted('r1', 0));
	expect(read(b)).toMatchObject({ deletedAt: 0, title: 'Write' });
});

it('D2 a purged reminder is gone but for its mark', () => {
	const [a, b] = twoWithCall();
	a.doc.change(() => {
		a.doc.reminders.setDeleted('r1', 50);
		a.doc.reminders.purge('r1');
	});
	exchange(a, b);
	expect(read(b)).toBeNull();
	expect([...rowOf(b, 'reminders', 'r1').keys()]).toEqual(['deletedAt~a']);
});

it('D9 values of a wrong type count as missing', () => {
	const a = replica('a');
	const row = new Y.Map<unknown>();
	row.set('born', {
		title: 5,
		due: [],
		leadDays: -2,
		repeat: { every: 0, unit: 'eon', from: 'never' },
		createdAt: 'x'
	});
	row.set('done~x', [9, { occurrence: 'x' }]);
	rootOf(a, 'reminders').set('r1', row);
	expect(read(a)).toMatchObject({ title: '', due: '', leadDays: 0, createdAt: 0, doneFor: '', doneOn: '' });
	expect(read(a)?.repeat).toEqual({ every: 1, unit: 'day', from: 'schedule' });
	row.set('repeat~x', [9, 'daily']);
	expect(read(a)?.repeat).toBeNull();
});

it('D5 only a reminder’s own fields are written', () => {
	const [a] = twoWithCall();
	edit(a, { title: 'Phone', id: 'r2', createdAt: 99 } as Values);
	expect([...rowOf(a, 'reminders', 'r1').keys()].sort()).toEqual(['born', 'title~a']);
});
