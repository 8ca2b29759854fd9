import { expect, it } from 'vitest';
import { call, exchange, meal, rootOf, twoWithAna, type Replica } from './test-replica';

const change = ({ doc }: Replica, run: () => void) => doc.change(run);

function withEverything(): readonly [Replica, Replica, Uint8Array] {
	const [a, b] = twoWithAna();
	change(a, () => {
		a.doc.interactions.add('i1', meal, 5, 'sample');
		a.doc.reminders.add('r1', call, 5);
	});
	exchange(a, b);
	return [a, b, a.doc.state()];
}

it('D22 what lies in the trash returns, on every device', () => {
	const [a, b, past] = withEverything();
	change(b, () => {
		b.doc.contacts.setDeleted('ana', 50);
		b.doc.interactions.setDeleted('i1', 50);
		b.doc.reminders.setDeleted('r1', 50);
	});
	exchange(a, b);
	a.doc.mergeState(past, false);
	exchange(a, b);
	for (const { doc } of [a, b]) {
		expect(doc.contacts.isLive('ana')).toBe(true);
		expect(doc.interactions.all.get('i1')?.deletedAt).toBe(0);
		expect(doc.reminders.read('r1')?.deletedAt).toBe(0);
	}
});

it('D22 what was purged returns as it was', () => {
	const [a, b, past] = withEverything();
	const before = [a.doc.contacts.read('ana'), a.doc.interactions.all.get('i1'), a.doc.reminders.read('r1')];
	for (const kept of [a.doc.contacts, a.doc.interactions, a.doc.reminders]) {
		const id = kept === a.doc.contacts ? 'ana' : kept === a.doc.interactions ? 'i1' : 'r1';
		change(a, () => {
			kept.setDeleted(id, 50);
			kept.purge(id);
		});
	}
	exchange(a, b);
	b.doc.mergeState(past, false);
	exchange(a, b);
	for (const { doc } of [a, b]) {
		expect([doc.contacts.read('ana'), doc.interactions.all.get('i1'), doc.reminders.read('r1')]).toEqual(before);
		expect(doc.interactions.originOf('i1')).toBe('sample');
	}
});

it('D22 without values, what was edited since stays; with values, it returns to what it was', () => {
	const [a, , past] = withEverything();
	change(a, () => {
		a.doc.contacts.edit('ana', { texts: { given: 'Anna' }, lists: { phones: { 0: null } } });
		a.doc.interactions.edit('i1', { ...meal, note: 'soup' });
		a.doc.reminders.edit('r1', { title: 'Write' });
		a.doc.editSettings({ todayCount: 9 });
	});
	const read = () => [
		a.doc.contacts.read('ana')?.given,
		a.doc.contacts.read('ana')?.phones.map(({ value }) => value),
		a.doc.interactions.all.get('i1')?.note,
		a.doc.reminders.read('r1')?.title,
		a.doc.readSettings().todayCount
	];
	a.doc.mergeState(past, false);
	expect(read()).toEqual(['Anna', [], 'soup', 'Write', 9]);
	a.doc.mergeState(past, true);
	expect(read()).toEqual(['Ana', ['1'], '', 'Call', 3]);
});

it('D22 with values, what was unknown then and what was added since stay', () => {
	const [a, , past] = withEverything();
	change(a, () => {
		a.doc.contacts.add('new', { given: 'New' }, 9);
		a.doc.contacts.edit('ana', { texts: { family: 'Silva' }, lists: { emails: { x: { label: '', value: 'a@b' } } } });
	});
	a.doc.mergeState(past, true);
	expect(a.doc.contacts.read('ana')).toMatchObject({ family: 'Silva', emails: [{ value: 'a@b' }] });
	expect(a.doc.contacts.isLive('new')).toBe(true);
});

it('D22 notes return with every line written since', () => {
	const [a, , past] = withEverything();
	change(a, () => a.doc.contacts.editNotes('ana', 'tea', 'coffee\nlikes rain'));
	a.doc.mergeState(past, true);
	expect(a.doc.contacts.read('ana')?.notes.split('\n')).toEqual(['tea', 'coffee', 'likes rain']);
});

it('D22 what was in the trash then does not go back there', () => {
	const [a] = withEverything();
	change(a, () => a.doc.contacts.setDeleted('ana', 50));
	const past = a.doc.state();
	change(a, () => a.doc.contacts.setDeleted('ana', 0));
	a.doc.mergeState(past, true);
	expect(a.doc.contacts.isLive('ana')).toBe(true);
});

it('D22 brought back twice, nothing is there twice and nothing is disputed', () => {
	const [a, , past] = withEverything();
	change(a, () => a.doc.contacts.edit('ana', { texts: { given: 'Anna' } }));
	a.doc.mergeState(past, true);
	const once = rootOf(a, 'contacts').size;
	a.doc.mergeState(past, true);
	expect(rootOf(a, 'contacts').size).toBe(once);
	expect(a.doc.contacts.read('ana')?.notes).toBe('tea');
	expect(a.doc.contacts.others('ana')).toEqual([]);
});

it('D22 an entry under __proto__ that a peer wrote returns as an entry', () => {
	const [a, , past] = withEverything();
	const withEntry = (run: () => void) => {
		change(a, run);
		return a.doc.state();
	};
	const hostile = JSON.parse('{"__proto__":{"label":"","value":"e@x"}}') as Record<
		string,
		{ label: string; value: string }
	>;
	const later = withEntry(() => a.doc.contacts.edit('ana', { lists: { emails: hostile } }));
	change(a, () =>
		a.doc.contacts.edit('ana', { lists: { emails: JSON.parse('{"__proto__":null}') as Record<string, null> } })
	);
	expect(a.doc.contacts.read('ana')?.emails).toEqual([]);
	a.doc.mergeState(past, true);
	a.doc.mergeState(later, true);
	expect(a.doc.contacts.read('ana')?.emails).toEqual([{ id: '__proto__', label: '', value: 'e@x' }]);
	expect(({} as Record<string, unknown>)['value']).toBeUndefined();
});
