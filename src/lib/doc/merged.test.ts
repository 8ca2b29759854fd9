import { expect, it } from 'vitest';
import { survivorOf } from './merged';
import { exchange, twoWithAna } from './test-replica';

const survivor = (into: Record<string, string>, id: string) => survivorOf(id, (one) => into[one] ?? '');

it('D7 who was merged into none stands alone', () => {
	expect(survivor({}, 'a')).toBe('a');
});

it('D7 the last of a chain stands for all before', () => {
	expect(['a', 'b', 'c'].map((id) => survivor({ a: 'b', b: 'c' }, id))).toEqual(['c', 'c', 'c']);
});

it('D7 in a ring the smallest id stands for all, also for those that lead into it', () => {
	const ring = { c: 'b', b: 'c', x: 'c' };
	expect(['b', 'c', 'x'].map((id) => survivor(ring, id))).toEqual(['b', 'b', 'b']);
	expect(survivor({ a: 'a' }, 'a')).toBe('a');
});

it('D7 merging is undone by clearing it', () => {
	const [a, b] = twoWithAna();
	a.doc.change(() => {
		a.doc.contacts.add('anna', { given: 'Anna' }, 1);
		a.doc.contacts.merge('anna', 'ana');
	});
	exchange(a, b);
	expect(b.doc.contacts.survivor('anna')).toBe('ana');
	b.doc.change(() => b.doc.contacts.merge('anna', ''));
	exchange(a, b);
	expect(a.doc.contacts.survivor('anna')).toBe('anna');
	expect(a.doc.contacts.read('anna')?.given).toBe('Anna');
});
