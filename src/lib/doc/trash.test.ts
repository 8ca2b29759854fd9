import { describe, expect, it } from 'vitest';
import { call, exchange, meal, replica, rootOf, twoWithAna } from './test-replica';
import { purgeTrash } from './trash';

const dayMs = 86_400_000;
const deletedAt = 1_000 * dayMs;
const after = (days: number) => deletedAt + days * dayMs;

function withAllInTheTrash() {
	const [a, b] = twoWithAna();
	a.doc.change(() => {
		a.doc.interactions.add('lunch', { ...meal, note: 'her secret' }, 1);
		a.doc.reminders.add('ring', call, 1);
		a.doc.contacts.setDeleted('ana', deletedAt);
		a.doc.interactions.setDeleted('lunch', deletedAt);
		a.doc.reminders.setDeleted('ring', deletedAt);
	});
	exchange(a, b);
	return [a, b] as const;
}

describe('the trash', () => {
	it('D2 keeps everything for 90 days', () => {
		const [a] = withAllInTheTrash();
		expect(purgeTrash(a.doc, after(90), Infinity)).toBe(false);
		expect(a.doc.contacts.read('ana')?.given).toBe('Ana');
		expect(a.doc.interactions.all.get('lunch')?.note).toBe('her secret');
		expect(a.doc.reminders.read('ring')?.title).toBe('Call');
	});

	it('D2 is empty after 90 days, on every device, and nothing of what was in it is left in the bytes', () => {
		const [a, b] = withAllInTheTrash();
		expect(purgeTrash(a.doc, after(91), Infinity)).toBe(true);
		exchange(a, b);
		for (const { doc } of [a, b]) {
			expect(doc.contacts.read('ana')).toBeNull();
			expect(doc.interactions.all.has('lunch')).toBe(false);
			expect(doc.reminders.read('ring')).toBeNull();
			const bytes = Buffer.from(doc.state());
			for (const text of ['Ana', 'tea', 'her secret', 'Call']) expect(bytes.includes(text), text).toBe(false);
		}
	});

	it('D2 waits for devices that have not confirmed to know of the deletion', () => {
		const [a] = withAllInTheTrash();
		expect(purgeTrash(a.doc, after(400), deletedAt)).toBe(false);
		expect(purgeTrash(a.doc, after(400), deletedAt + 1)).toBe(true);
	});

	it('D2 leaves alone what was restored', () => {
		const [a] = withAllInTheTrash();
		a.doc.change(() => a.doc.contacts.setDeleted('ana', 0));
		purgeTrash(a.doc, after(400), Infinity);
		expect(a.doc.contacts.read('ana')?.given).toBe('Ana');
	});

	it('D2 writes nothing when nothing is due, not even in an empty document', () => {
		const empty = replica('a');
		expect(purgeTrash(empty.doc, after(400), Infinity)).toBe(false);
		expect([...rootOf(empty, 'meta').keys()]).toEqual([]);
	});
});
