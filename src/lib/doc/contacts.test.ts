import * as Y from 'yjs';
import { expect, it } from 'vitest';
import type { ContactPatch } from '$lib/domain/contact';
import { exchange, replica, rootOf, rowOf, twoWithAna, type Replica } from './test-replica';

const edit = ({ doc }: Replica, patch: ContactPatch) => doc.change(() => doc.contacts.edit('ana', patch));
const read = ({ doc }: Replica) => {
	const contact = doc.contacts.read('ana');
	if (!contact) throw new Error('ana is gone');
	return contact;
};

it('D1 a contact is born with its notes, and reading or editing makes nothing nested', () => {
	const [a] = twoWithAna();
	const nested = () =>
		[...rowOf(a, 'contacts', 'ana').values()].filter((value) => value instanceof Y.AbstractType).length;
	expect(nested()).toBe(1);
	read(a);
	edit(a, { texts: { family: 'Silva' }, lists: { emails: { x: { label: '', value: 'a@b' } } } });
	expect(nested()).toBe(1);
});

it('D1 a contact without notes of its own is read with none, and typing there changes nothing', () => {
	const [a] = twoWithAna();
	rowOf(a, 'contacts', 'ana').set('notes', 'hostile');
	expect(read(a).notes).toBe('');
	expect(a.doc.change(() => a.doc.contacts.editNotes('ana', '', 'x'))).toEqual([]);
});

it('D24 what a card says that no field holds is there on every device', () => {
	const [a, b] = twoWithAna();
	const cardLines = 'RELATED;TYPE=friend:Tom\nHOBBY:sailing';
	a.doc.change(() => a.doc.contacts.add('tom', { given: 'Tom', cardLines }, 1));
	exchange(a, b);
	expect(b.doc.contacts.read('tom')?.cardLines).toBe(cardLines);
});

it('D2 a contact goes to the trash and comes back as it was', () => {
	const [a] = twoWithAna();
	const before = read(a);
	a.doc.change(() => a.doc.contacts.setDeleted('ana', 50));
	expect(a.doc.contacts.isLive('ana')).toBe(false);
	expect(read(a).deletedAt).toBe(50);
	a.doc.change(() => a.doc.contacts.setDeleted('ana', 0));
	expect(read(a)).toEqual(before);
});

it('D3 edits of two fields on two devices are both there and nothing is disputed', () => {
	const [a, b] = twoWithAna();
	edit(a, { texts: { family: 'Silva' } });
	edit(b, { texts: { nickname: 'Ani' } });
	exchange(a, b);
	expect(read(a)).toMatchObject({ family: 'Silva', nickname: 'Ani' });
	expect(read(b)).toEqual(read(a));
	expect(a.doc.contacts.others('ana')).toEqual([]);
});

it('D3 the value that lost is told with its field and moment, but not when both wrote the same', () => {
	const [a, b] = twoWithAna();
	b.time = 2000;
	edit(a, { texts: { family: 'Silva', circle: 'close' } });
	edit(b, { texts: { family: 'Souza', circle: 'close' } });
	exchange(a, b);
	expect(read(a).family).toBe('Souza');
	expect(a.doc.contacts.others('ana')).toEqual([{ field: 'family', now: 'Souza', value: 'Silva', editedAt: 1000 }]);
	expect(b.doc.contacts.others('ana')).toEqual(a.doc.contacts.others('ana'));
});

it('D3 an entry removed on one device and edited later on another shows the edit, beside its removal', () => {
	const [a, b] = twoWithAna();
	b.time = 2000;
	edit(a, { lists: { phones: { 0: null } } });
	edit(b, { lists: { phones: { 0: { label: 'home', value: '2' } } } });
	exchange(a, b);
	expect(read(a).phones).toEqual([{ id: '0', label: 'home', value: '2' }]);
	expect(a.doc.contacts.others('ana')).toEqual([
		{ field: 'phones/0', now: { label: 'home', value: '2' }, value: null, editedAt: 1000 }
	]);
});

it('D16 picking the value that lost makes it the only one everywhere', () => {
	const [a, b] = twoWithAna();
	b.time = 2000;
	edit(a, { texts: { family: 'Silva' } });
	edit(b, { texts: { family: 'Souza' } });
	exchange(a, b);
	expect(a.doc.change(() => a.doc.pick('ana', 'family', 'Silva'))).toEqual([
		{ field: 'family', before: 'Souza', after: 'Silva' }
	]);
	exchange(a, b);
	for (const one of [a, b]) {
		expect(read(one).family).toBe('Silva');
		expect(one.doc.contacts.others('ana')).toEqual([]);
	}
});

it('D16 picking the value that already shows settles the dispute and is no change', () => {
	const [a, b] = twoWithAna();
	b.time = 2000;
	edit(a, { texts: { family: 'Silva' }, lists: { phones: { 0: { label: 'home', value: '3' } } } });
	edit(b, { texts: { family: 'Souza' }, lists: { phones: { 0: { label: 'home', value: '4' } } } });
	exchange(a, b);
	expect(a.doc.change(() => a.doc.pick('ana', 'family', 'Souza'))).toEqual([]);
	expect(a.doc.change(() => a.doc.pick('ana', 'phones/0', { label: 'home', value: '4' }))).toEqual([]);
	exchange(a, b);
	expect(b.doc.contacts.others('ana')).toEqual([]);
	expect(read(b)).toMatchObject({ family: 'Souza', phones: [{ id: '0', label: 'home', value: '4' }] });
});

it('D16 a removed entry can be picked as removed', () => {
	const [a, b] = twoWithAna();
	b.time = 2000;
	edit(a, { lists: { phones: { 0: null } } });
	edit(b, { lists: { phones: { 0: { label: 'home', value: '2' } } } });
	exchange(a, b);
	a.doc.change(() => a.doc.pick('ana', 'phones/0', null));
	expect(read(a).phones).toEqual([]);
	expect(a.doc.contacts.others('ana')).toEqual([]);
});

it.each([
	'createdAt',
	'deletedAt',
	'mergedInto',
	'born',
	'notes',
	'__proto__',
	'constructor',
	'preferred/phones',
	'x/0'
])('D16 %s is no field whose value can be picked', (field) => {
	const [a] = twoWithAna();
	expect(a.doc.change(() => a.doc.pick('ana', field, 'x'))).toBeNull();
});

it('D17 two devices that each prefer another phone leave one preferred', () => {
	const [a, b] = twoWithAna();
	edit(a, { lists: { phones: { x: { label: 'work', value: '2' } } } });
	exchange(a, b);
	b.time = 2000;
	edit(a, { lists: { phones: { 0: { label: 'home', value: '1', preferred: true } } } });
	edit(b, { lists: { phones: { x: { label: 'work', value: '2', preferred: true } } } });
	exchange(a, b);
	for (const one of [a, b]) {
		expect(
			read(one)
				.phones.filter(({ preferred }) => preferred)
				.map(({ id }) => id)
		).toEqual(['x']);
	}
});

it('D17 a removed entry is no longer preferred', () => {
	const [a] = twoWithAna();
	edit(a, { lists: { phones: { 0: { label: 'home', value: '1', preferred: true } } } });
	edit(a, { lists: { phones: { 0: null } } });
	edit(a, { lists: { phones: { 0: { label: 'home', value: '1' } } } });
	expect(read(a).phones).toEqual([{ id: '0', label: 'home', value: '1' }]);
});

it('D17 a preferred entry stays so when one of its values is picked', () => {
	const [a, b] = twoWithAna();
	edit(a, { lists: { phones: { 0: { label: 'home', value: '2', preferred: true } } } });
	edit(b, { lists: { phones: { 0: { label: 'home', value: '3', preferred: true } } } });
	exchange(a, b);
	a.doc.change(() => a.doc.pick('ana', 'phones/0', { label: 'home', value: '2' }));
	expect(read(a).phones).toEqual([{ id: '0', label: 'home', value: '2', preferred: true }]);
});

it('D18 two devices that add one tag add one', () => {
	const [a, b] = twoWithAna();
	edit(a, { lists: { tags: { one: { name: 'climbing' } } } });
	edit(b, { lists: { tags: { two: { name: ' climbing ' } } } });
	exchange(a, b);
	expect(read(a).tags.map(({ id }) => id)).toEqual(['climbing']);
	expect(read(b)).toEqual(read(a));
});

it('D4 entries added on two devices are all there in one order', () => {
	const [a, b] = twoWithAna();
	edit(a, { lists: { phones: { y: { label: '', value: '2' } } } });
	edit(b, { lists: { phones: { x: { label: '', value: '3' } } } });
	exchange(a, b);
	expect(read(a).phones.map(({ id }) => id)).toEqual(['0', 'x', 'y']);
	expect(read(b).phones).toEqual(read(a).phones);
});

it('D5 what a later app stored beside what this one knows is kept through edits', () => {
	const [a, b] = twoWithAna();
	const row = rowOf(a, 'contacts', 'ana');
	row.set('aura~z', [5, 'blue']);
	row.set('future', { shape: 1 });
	edit(a, { texts: { family: 'Silva' } });
	exchange(a, b);
	expect(rowOf(b, 'contacts', 'ana').get('aura~z')).toEqual([5, 'blue']);
	expect(rowOf(b, 'contacts', 'ana').get('future')).toEqual({ shape: 1 });
	expect(read(b)).not.toHaveProperty('aura');
	expect(b.doc.contacts.others('ana')).toEqual([]);
});

it('D9 values of a wrong type show as unknown, and can be written over', () => {
	const [a] = twoWithAna();
	const row = rowOf(a, 'contacts', 'ana');
	row.set('given~x', [9, { toString: 'no' }]);
	row.set('family~x', [9, 42]);
	row.set('phones/0~x', [9, 'a bare text']);
	row.set('phones/9~x', [9, { label: 5, value: ['x'], order: 'first' }]);
	row.set('emails/__proto__~x', [9, { label: '', value: 'e@x', order: 0 }]);
	expect(read(a)).toMatchObject({ given: '', family: '', phones: [{ id: '9', label: '', value: '' }] });
	expect(read(a).emails).toEqual([{ id: '__proto__', label: '', value: 'e@x' }]);
	edit(a, { texts: { given: 'Ana' } });
	expect(read(a).given).toBe('Ana');
});

it.each([['text'], [5], [['given', 'Eve']], [null]])(
	'D9 a birth of %j is a contact of whom nothing is known',
	(born) => {
		const a = replica('a');
		const row = new Y.Map<unknown>();
		row.set('born', born);
		rootOf(a, 'contacts').set('ana', row);
		expect(read(a)).toMatchObject({ given: '', phones: [], createdAt: 0 });
	}
);

it('D14 a value from a clock ten years ahead wins, until it is written over', () => {
	const [a, b] = twoWithAna();
	b.time = 1000 + 10 * 365 * 86_400_000;
	edit(b, { texts: { family: 'Future' } });
	exchange(a, b);
	expect(read(a).family).toBe('Future');
	edit(a, { texts: { family: 'Silva' } });
	exchange(a, b);
	expect([read(a).family, read(b).family]).toEqual(['Silva', 'Silva']);
	expect(a.doc.contacts.others('ana')).toEqual([]);
});

it('D6 what is asked of someone unknown answers nothing and changes nothing', () => {
	const { doc } = replica('a');
	doc.change(() => {
		doc.contacts.edit('nobody', { texts: { given: 'x' } });
		doc.contacts.setDeleted('nobody', 5);
		doc.contacts.merge('nobody', 'x');
		doc.contacts.purge('nobody');
	});
	expect([...doc.contacts.ids()]).toEqual([]);
	expect(doc.contacts.survivor('nobody')).toBe('nobody');
});

it('D13 a photo is kept by its address alone', () => {
	const [a] = twoWithAna();
	const address = 'ab'.repeat(32);
	edit(a, { texts: { photo: address } });
	expect(read(a).photo).toBe(address);
	rowOf(a, 'contacts', 'ana').set('photo~x', [9e15, new Uint8Array(9)]);
	expect(read(a).photo).toBe('');
});
