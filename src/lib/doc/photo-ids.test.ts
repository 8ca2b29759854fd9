import { expect, it } from 'vitest';
import { followPhotoIds } from './photo-ids';
import { exchange, replica } from './test-replica';

const id = (letter: string) => letter.repeat(64);

function follow(one: ReturnType<typeof replica>) {
	const ids = followPhotoIds(one.yjs);
	let told = 0;
	ids.watch(() => told++);
	return { ids, now: () => [...ids.current()].toSorted(), told: () => told };
}

it('D27 the photos that the document names are those of all contacts, born with it or edited, in the trash too', () => {
	const a = replica('a');
	a.doc.change(() => a.doc.contacts.add('ana', { given: 'Ana', photo: id('a') }, 1));
	const { now, told } = follow(a);
	expect(now()).toEqual([id('a')]);
	a.doc.change(() => {
		a.doc.contacts.add('tom', { given: 'Tom', photo: id('b') }, 1);
		a.doc.contacts.add('zoe', { given: 'Zoe' }, 1);
	});
	a.doc.change(() => a.doc.contacts.edit('zoe', { texts: { photo: id('c') } }));
	a.doc.change(() => a.doc.contacts.setDeleted('tom', 5));
	expect([now(), told()]).toEqual([[id('a'), id('b'), id('c')], 2]);
	a.doc.change(() => a.doc.contacts.edit('zoe', { texts: { given: 'Zoé' } }));
	expect(told()).toBe(2);
});

it('D27 one that is taken away, or whose contact is purged, is named no more, unless somebody else has it', () => {
	const a = replica('a');
	a.doc.change(() => {
		for (const name of ['ana', 'tom', 'zoe']) a.doc.contacts.add(name, { given: name, photo: id('a') }, 1);
	});
	const { now, told, ids } = follow(a);
	a.doc.change(() => a.doc.contacts.edit('ana', { texts: { photo: id('b') } }));
	a.doc.change(() => {
		a.doc.contacts.setDeleted('tom', 5);
		a.doc.contacts.purge('tom');
	});
	expect(now()).toEqual([id('a'), id('b')]);
	a.doc.change(() => a.doc.contacts.edit('zoe', { texts: { photo: '' } }));
	expect(now()).toEqual([id('b')]);
	const before = told();
	ids.close();
	a.doc.change(() => a.doc.contacts.edit('zoe', { texts: { photo: id('c') } }));
	expect([now(), told()]).toEqual([[id('b')], before]);
});

it('D27 of a photo that two devices changed at once both are named, and what is no id of one never is', () => {
	const [a, b] = [replica('a'), replica('b')];
	a.doc.change(() => a.doc.contacts.add('ana', { given: 'Ana' }, 1));
	exchange(a, b);
	const { now } = follow(a);
	a.doc.change(() => a.doc.contacts.edit('ana', { texts: { photo: id('a') } }));
	b.doc.change(() => b.doc.contacts.edit('ana', { texts: { photo: id('b') } }));
	exchange(a, b);
	expect(now()).toEqual([id('a'), id('b')]);
	a.doc.change(() => a.doc.contacts.edit('ana', { texts: { photo: '../../etc/passwd' } }));
	expect(now()).toEqual([]);
});
