import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { watchFingerprint } from './fingerprint';

const freshly = (doc: Y.Doc) => {
	const fingerprint = watchFingerprint(doc);
	fingerprint.close();
	return fingerprint.now;
};

function documentOf(client: number): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = client;
	return doc;
}

function change(doc: Y.Doc, kind: number, at: number): void {
	const map = doc.getMap<unknown>('rows');
	const text = doc.getText('notes');
	const key = `k${at % 5}`;
	const row = map.get(key);
	if (kind === 0) map.set(key, at);
	else if (kind === 1) map.delete(key);
	else if (kind === 2) map.set(key, new Y.Map([['born', new Y.Text('tea')]]));
	else if (kind === 3 && row instanceof Y.Map) row.set('given', at);
	else if (kind === 4) text.insert(Math.min(at, text.length), 'abcdef');
	else text.delete(Math.min(at, text.length), Math.min(3, Math.max(0, text.length - at)));
}

const take = (to: Y.Doc, from: Y.Doc) => {
	Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
};

describe('E9: a fingerprint', () => {
	it('kept up to date is that of the document looked at anew, and is the same on devices that hold the same', () => {
		const step = fc.record({ who: fc.nat(2), kind: fc.nat(6), at: fc.nat(20), from: fc.nat(2) });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const docs = [1, 2, 3].map(documentOf);
				const kept = docs.map(watchFingerprint);
				for (const { who, kind, at, from } of steps) {
					const [doc, other] = [docs[who], docs[from]];
					if (!doc || !other) continue;
					if (kind === 6) take(doc, other);
					else change(doc, kind, at);
					expect(kept[who]?.now).toBe(freshly(doc));
				}
				for (const doc of docs) for (const other of docs) take(doc, other);
				expect(new Set(kept.map(({ now }) => now)).size).toBe(1);
				const reloaded = new Y.Doc();
				Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(docs[0] ?? reloaded));
				expect(freshly(reloaded)).toBe(kept[0]?.now);
				for (const one of kept) one.close();
			}),
			{ numRuns: 300, seed: 11 }
		);
	});

	it('differs wherever `Y.snapshot` does', () => {
		const seen = new Map<string, string>();
		const random = fc.sample(fc.record({ who: fc.nat(2), kind: fc.nat(6), at: fc.nat(20), from: fc.nat(2) }), {
			numRuns: 2_000,
			seed: 5
		});
		const docs = [1, 2, 3].map(documentOf);
		for (const { who, kind, at, from } of random) {
			const [doc, other] = [docs[who], docs[from]];
			if (!doc || !other) continue;
			if (kind === 6) take(doc, other);
			else change(doc, kind, at);
			const snapshot = String(Y.encodeSnapshot(Y.snapshot(doc)));
			expect(seen.get(freshly(doc)) ?? snapshot).toBe(snapshot);
			seen.set(freshly(doc), snapshot);
		}
		expect(seen.size).toBe(new Set(seen.values()).size);
		expect(seen.size).toBeGreaterThan(1_000);
	});

	it('is right again after a transaction that Yjs did not tell of', () => {
		const doc = documentOf(1);
		const kept = watchFingerprint(doc);
		doc.getMap('rows').set('a', 1);
		const tell = doc.emit;
		doc.emit = () => undefined;
		doc.getMap('rows').set('b', 1);
		doc.emit = tell;
		expect(kept.now).toBe(freshly(doc));
	});

	it('differs by a deletion alone', () => {
		const doc = documentOf(1);
		doc.getText('notes').insert(0, 'abc');
		const before = freshly(doc);
		doc.getText('notes').delete(1, 1);
		expect(freshly(doc)).not.toBe(before);
	});
});
