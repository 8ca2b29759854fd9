import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { countContacts, KithDocument, ReadOnlyDocument, type Touched } from './doc';
import { BadState } from './state-file';
import { call, exchange, meal, replica, rootOf, rowOf, twoWithAna } from './test-replica';

const newer = 'schema/2';

it('D5 a document that a newer app wrote in is read and never changed', () => {
	const [a, b] = twoWithAna();
	rootOf(b, 'meta').set(newer, true);
	exchange(a, b);
	expect(a.doc.isNewer).toBe(true);
	expect(a.doc.contacts.read('ana')?.given).toBe('Ana');
	const before = a.doc.state();
	expect(() => a.doc.change(() => a.doc.contacts.setDeleted('ana', 5))).toThrow(ReadOnlyDocument);
	expect(() => a.doc.mergeState(before, true)).toThrow(ReadOnlyDocument);
	expect(a.doc.state()).toEqual(before);
});

it.each(['schema/', 'schema/-3', 'schema/x', 'schema/Infinity', 'schema/1.5', '__proto__', 'later/2'])(
	'D5 the mark %j does not make a document newer',
	(mark) => {
		const a = replica('a');
		rootOf(a, 'meta').set(mark, true);
		expect(a.doc.isNewer).toBe(false);
	}
);

it('D5 the first change marks the document as written by this app, once', () => {
	const a = replica('a');
	a.doc.change(() => a.doc.editSettings({ todayCount: 4 }));
	a.doc.change(() => a.doc.editSettings({ todayCount: 5 }));
	expect([...rootOf(a, 'meta')]).toEqual([['schema/1', true]]);
});

it('D4 roots that this app does not know are kept', () => {
	const [a, b] = twoWithAna();
	rootOf(a, 'places').set('lisbon', 1);
	exchange(a, b);
	b.doc.change(() => b.doc.contacts.setDeleted('ana', 5));
	const copy = new Y.Doc();
	Y.applyUpdate(copy, b.doc.state());
	expect(copy.getMap('places').get('lisbon')).toBe(1);
});

it('D23 a change is one transaction, told once with what it touched', () => {
	const [a, b] = twoWithAna();
	let updates = 0;
	a.yjs.on('update', () => updates++);
	const heard: Touched[] = [];
	const alsoHeard: Touched[] = [];
	a.doc.watch((touched) => heard.push(touched));
	b.doc.watch((touched) => alsoHeard.push(touched));
	a.doc.change(() => {
		a.doc.contacts.edit('ana', { texts: { family: 'Silva' } });
		a.doc.contacts.editNotes('ana', 'tea', 'tea!');
		a.doc.contacts.add('tom', { given: 'Tom' }, 1);
		a.doc.interactions.add('i1', meal, 5);
		a.doc.reminders.add('r1', call, 5);
		a.doc.editSettings({ todayCount: 4 });
	});
	exchange(a, b);
	expect(updates).toBe(1);
	for (const [touched, ...more] of [heard, alsoHeard]) {
		expect(more).toEqual([]);
		expect([...(touched?.contacts ?? [])].sort()).toEqual(['ana', 'tom']);
		expect(touched?.interactions).toMatchObject([{ before: null, after: { id: 'i1' } }]);
		expect([...(touched?.reminders ?? [])]).toEqual(['r1']);
		expect(touched?.settings).toBe(true);
	}
});

it('D23 who stopped watching, and a closed document, hear nothing', () => {
	const [a] = twoWithAna();
	let heard = 0;
	const stop = a.doc.watch(() => heard++);
	stop();
	a.doc.watch(() => heard++);
	a.doc.close();
	rowOf(a, 'contacts', 'ana').set('given~x', [1, 'Eve']);
	expect(heard).toBe(0);
});

it('D23 a change that throws is told as far as it went', () => {
	const [a] = twoWithAna();
	const heard: Touched[] = [];
	a.doc.watch((touched) => heard.push(touched));
	const run = () => {
		a.doc.contacts.edit('ana', { texts: { family: 'Silva' } });
		throw new Error('midway');
	};
	expect(() => a.doc.change(run)).toThrow('midway');
	expect([...(heard[0]?.contacts ?? [])]).toEqual(['ana']);
});

it('D14 a document opened by a clock set back still writes later than all that is stored', () => {
	const [a] = twoWithAna();
	a.time = 50_000;
	a.doc.change(() => {
		a.doc.contacts.edit('ana', { texts: { family: 'Silva' } });
		a.doc.interactions.add('i1', meal, 5);
		a.doc.interactions.edit('i1', { ...meal, note: 'soup' });
	});
	const copy = new Y.Doc();
	Y.applyUpdate(copy, a.doc.state());
	const early = new KithDocument(copy, 'b', () => 10);
	early.change(() => early.editSettings({ todayCount: 9 }));
	const stampIn = (map: Y.Map<unknown>, key: string) => (map.get(key) as [number, unknown])[0];
	const seen = stampIn(a.yjs.getMap('interactions'), 'i1~a');
	expect(stampIn(copy.getMap('settings'), 'todayCount~b')).toBeGreaterThan(seen);
});

it('D10 a past state is merged as changes: nobody’s client id is taken over and all devices stay equal', () => {
	const [a, b] = twoWithAna();
	const past = a.doc.state();
	const client = a.yjs.clientID;
	a.doc.change(() => a.doc.contacts.edit('ana', { texts: { given: 'Anna' } }));
	a.doc.mergeState(past, true);
	b.doc.change(() => b.doc.contacts.edit('ana', { texts: { family: 'Silva' } }));
	exchange(a, b);
	expect(a.yjs.clientID).toBe(client);
	expect(a.doc.contacts.read('ana')).toMatchObject({ given: 'Ana', family: 'Silva' });
	expect(b.doc.contacts.read('ana')).toEqual(a.doc.contacts.read('ana'));
});

it('D21 bytes that are no whole document leave everything as it is', () => {
	const [a] = twoWithAna();
	const before = a.doc.state();
	expect(() => a.doc.mergeState(Uint8Array.of(1, 2, 3), true)).toThrow(BadState);
	expect(() => a.doc.mergeState(before.slice(0, -9), true)).toThrow(BadState);
	expect(a.doc.state()).toEqual(before);
});

it('D9 hostile writes anywhere break no reading, and no listener', () => {
	const [a, b] = twoWithAna();
	a.yjs.transact(() => {
		for (const root of ['contacts', 'reminders', 'interactions', 'settings', 'meta']) {
			for (const key of ['__proto__', 'constructor', '', '~', 'x~', '/', 'schema/~']) {
				rootOf(a, root).set(
					key,
					root === 'interactions' && key === 'x~' ? new Y.Map() : JSON.parse('[9,{"__proto__":{"x":1}}]')
				);
			}
		}
		rowOf(a, 'contacts', 'ana').set('nested', new Y.Map([['deep', new Y.Array<unknown>()]]));
		rowOf(a, 'contacts', 'ana').set('__proto__~x', [9, { given: 'Eve' }]);
	});
	let heard = 0;
	b.doc.watch(() => heard++);
	exchange(a, b);
	expect(heard).toBe(1);
	expect(b.doc.contacts.read('ana')?.given).toBe('Ana');
	for (const id of b.doc.contacts.ids()) b.doc.contacts.others(id);
	expect([...b.doc.reminders.ids()].flatMap((id) => b.doc.reminders.read(id) ?? [])).toEqual([]);
	expect(b.doc.interactions.all.size).toBe(0);
	expect(countContacts(b.yjs)).toBe(1);
});

it('D2 only people outside the trash are counted', () => {
	const [a] = twoWithAna();
	a.doc.change(() => {
		a.doc.contacts.add('tom', { given: 'Tom' }, 1);
		a.doc.contacts.setDeleted('tom', 5);
	});
	expect(countContacts(a.yjs)).toBe(1);
});
