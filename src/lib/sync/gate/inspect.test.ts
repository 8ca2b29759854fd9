import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { isPending, isUnharmed } from '$lib/updates/soundness';
import { gateLimits, inspectUpdate, type GateLimits } from './inspect';

/** More of them for a longer look. */
const mutations = Number(process.env['KITH_MUTATIONS'] ?? 4_000);

/** A document with rows, notes, lists of values and deletions, as those of Kith are made of. */
function documentOf(client = 1): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = client;
	const contacts = doc.getMap('contacts');
	for (const id of ['ana', 'tom', 'grace']) {
		const row = new Y.Map<unknown>();
		row.set('born', { given: id, phones: [{ value: '1' }] });
		row.set('notes', new Y.Text('tea, no milk'));
		contacts.set(id, row);
		row.set(`given~${client}`, [1, id.toUpperCase()]);
	}
	(contacts.get('ana') as Y.Map<Y.Text>).get('notes')?.delete(2, 4);
	contacts.delete('tom');
	doc.getMap('meta').set('schema/1', true);
	return doc;
}

const knownOf = (doc: Y.Doc) => (client: number) => Y.getState(doc.store, client);
const inspect = (bytes: Uint8Array, on = new Y.Doc(), limits: GateLimits = gateLimits) =>
	inspectUpdate(bytes, knownOf(on), on.clientID, limits);
const updateOf = (change: (doc: Y.Doc) => void, doc = new Y.Doc()) => {
	const before = Y.encodeStateVector(doc);
	change(doc);
	return Y.encodeStateAsUpdate(doc, before);
};
/** 2^40, as an unsigned variable-length integer. */
const huge = [0x80, 0x80, 0x80, 0x80, 0x80, 0x20];

describe('what a peer sends', () => {
	it('G1 is let in when it is a document of ours, whole or what is missing of it', () => {
		const doc = documentOf();
		expect(inspect(Y.encodeStateAsUpdate(doc))).toMatchObject({ sound: true });
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		const live = updateOf((changed) => changed.getMap('contacts').set('zoe', new Y.Map([['born', {}]])), doc);
		expect(inspect(live, other)).toMatchObject({ sound: true });
		const paste = updateOf((changed) => changed.getText('notes').insert(0, 'a'.repeat(3 * 2 ** 20)));
		expect(inspect(paste)).toMatchObject({ sound: true });
		expect(inspect(Uint8Array.of(0, 0))).toMatchObject({ sound: true });
	});

	it.each<[string, Uint8Array, string]>([
		['a gap of 2^40', Uint8Array.of(1, 1, 7, 0, 0, ...huge, 0), 'bytes'],
		['a gap of 2^27', Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x40, 0), 'length'],
		['a skip', Uint8Array.of(1, 1, 7, 0, 10, 5, 0), 'gap'],
		['a deletion of 2^40', Uint8Array.of(0, 1, 7, 1, 0, ...huge), 'bytes'],
		['bytes cut short', Y.encodeStateAsUpdate(documentOf()).slice(0, -3), 'bytes'],
		['nothing', new Uint8Array(), 'bytes'],
		['a root of a hostile name', updateOf((doc) => doc.getMap('__proto__').set('a', 1)), 'root'],
		['a document in the document', updateOf((doc) => doc.getMap('contacts').set('a', new Y.Doc())), 'type'],
		['markup', updateOf((doc) => doc.getMap('contacts').set('a', new Y.XmlElement('script'))), 'type'],
		['formats', updateOf((doc) => doc.getText('notes').insert(0, 'a', { bold: true })), 'type'],
		[
			'a text of sixteen mebibytes and one',
			updateOf((doc) => doc.getText('notes').insert(0, 'a'.repeat(2 ** 24 + 1))),
			'length'
		],
		['a value of a mebibyte', updateOf((doc) => doc.getMap('meta').set('a', { b: ['c'.repeat(2 ** 20)] })), 'length'],
		['a key as long', updateOf((doc) => doc.getMap('meta').set('a'.repeat(2 ** 20 + 1), 1)), 'length']
	])('G2 %s is refused', (_, bytes, refused) => {
		expect(inspect(bytes)).toEqual({ refused });
	});

	it('G2 more bytes than allowed are refused before they are read', () => {
		expect(inspect(new Uint8Array(gateLimits.mostBytes + 1))).toEqual({ refused: 'size' });
	});

	it('G2 a value nested a hundred thousand deep is refused, or let in, but never a crash', () => {
		const depth = 100_000;
		const nested = new Uint8Array([1, 1, 7, 0, 0x28, 1, 4, ...new TextEncoder().encode('meta'), 1, 97, 1]);
		const bytes = new Uint8Array(nested.length + depth * 2 + 2);
		bytes.set(nested);
		for (let at = 0; at < depth; at++) bytes.set([117, 1], nested.length + at * 2);
		bytes.set([126, 0], nested.length + depth * 2);
		expect(inspect(bytes)).toMatchObject({ refused: 'bytes' });
	});

	it('G3 nobody writes in the name of the device that receives it', () => {
		const own = new Y.Doc();
		own.clientID = 9;
		own.getMap('meta').set('a', 1);
		const forged = new Y.Doc();
		forged.clientID = 9;
		forged.getMap('meta').set('a', 1);
		expect(inspect(Y.encodeStateAsUpdate(forged), own)).toMatchObject({ sound: true });
		forged.getMap('meta').set('b', 1);
		expect(inspect(Y.encodeStateAsUpdate(forged), own)).toEqual({ refused: 'forged' });
	});

	it('G4 what builds on something that has not come waits for it', () => {
		const doc = documentOf();
		const later = updateOf((changed) => changed.getMap('meta').set('b', 1), doc);
		expect(inspect(later)).toEqual({ early: true });
		const row = doc.getMap('contacts').get('ana') as Y.Map<unknown>;
		const elsewhere = documentOf();
		Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
		const deleting = updateOf(() => row.delete('born'), doc);
		expect(inspect(deleting)).toEqual({ early: true });
		expect(inspect(deleting, elsewhere)).toMatchObject({ sound: true });
	});

	it('G5 of any mutation, what is let in applies, waits for nothing and harms nothing', () => {
		const whole = Y.encodeStateAsUpdate(documentOf());
		const mutation = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
		let letIn = 0;
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.nat(3), (mutations, cut) => {
				const bytes = whole.slice(0, cut === 0 ? whole.length - 1 : whole.length);
				for (const { at, to } of mutations) bytes[at] = to;
				const doc = new Y.Doc();
				if (!('sound' in inspectUpdate(bytes, knownOf(doc), doc.clientID))) return;
				letIn++;
				Y.applyUpdate(doc, bytes);
				expect([isPending(doc), isUnharmed(doc)]).toEqual([false, true]);
				expect(() => Y.encodeStateAsUpdate(doc)).not.toThrow();
			}),
			{ numRuns: mutations, seed: 7 }
		);
		expect(letIn).toBeGreaterThan(0);
	}, 600_000);
});
