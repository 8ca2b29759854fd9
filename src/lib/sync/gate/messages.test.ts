import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { isPending, isUnharmed } from '$lib/updates/soundness';
import { inspectMessage, knowledgeOf } from './messages';

/** A message of y-webrtc's sync protocol. */
function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	write(encoder);
	return encoding.toUint8Array(encoder);
}

function documentWith(...keys: readonly string[]): Y.Doc {
	const doc = new Y.Doc();
	for (const key of keys) doc.getMap('meta').set(key, true);
	return doc;
}

const passed = (bytes: Uint8Array, doc = new Y.Doc()) => {
	const verdict = inspectMessage(bytes, knowledgeOf(doc));
	return 'pass' in verdict ? verdict.pass : verdict.refused;
};

describe('a message of a peer', () => {
	it('G6 is one of the sync protocol, and says which', () => {
		const doc = documentWith('a', 'b');
		expect(passed(message((encoder) => syncProtocol.writeSyncStep1(encoder, doc)))).toBe('question');
		expect(passed(message((encoder) => syncProtocol.writeSyncStep2(encoder, doc)))).toBe('answer');
		const edit = message((encoder) => syncProtocol.writeUpdate(encoder, Y.encodeStateAsUpdate(doc)));
		expect(passed(edit)).toBe('edit');
	});

	it('G6 about presence is passed over, since nobody is to see who looks at whom', () => {
		expect(passed(Uint8Array.of(1, 1, 0))).toBe('nothing');
		expect(passed(Uint8Array.of(3))).toBe('nothing');
	});

	it.each<[string, readonly number[]]>([
		['of a kind that only tabs of one browser send', [4, 1, 1, 97]],
		['of an unknown kind', [9]],
		['of an unknown step', [0, 7, 0]],
		['with something behind it', [0, 1, 2, 0, 0, 5]],
		['cut short', [0, 2, 200, 1]],
		['without bytes', []],
		['that asks with a million clients it does not name', [0, 0, 4, 0xc0, 0x84, 0x3d, 1]]
	])('G6 %s is refused', (_, bytes) => {
		expect(passed(Uint8Array.from(bytes))).toBe('message');
	});

	it('G4 with an edit that comes before what it builds on is passed over, an answer of that kind refused', () => {
		const doc = documentWith('a');
		const before = Y.encodeStateVector(doc);
		doc.getMap('meta').set('a', false);
		const late = Y.encodeStateAsUpdate(doc, before);
		expect(passed(message((encoder) => syncProtocol.writeUpdate(encoder, late)))).toBe('early');
		const answer = message((encoder) => {
			encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2);
			encoding.writeVarUint8Array(encoder, late);
		});
		expect(passed(answer)).toBe('gap');
	});

	it('G5 of any mutation, what passes is read by y-protocols without harm', () => {
		const sent = [
			message((encoder) => syncProtocol.writeSyncStep1(encoder, documentWith('a', 'b'))),
			message((encoder) => syncProtocol.writeSyncStep2(encoder, documentWith('a', 'b')))
		];
		const mutation = fc.record({ at: fc.nat(200), to: fc.nat(255) });
		let read = 0;
		fc.assert(
			fc.property(
				fc.constantFrom(...sent),
				fc.array(mutation, { minLength: 1, maxLength: 3 }),
				(original, mutations) => {
					const bytes = original.slice();
					for (const { at, to } of mutations) bytes[at % bytes.length] = to;
					const doc = documentWith('c');
					const verdict = inspectMessage(bytes, knowledgeOf(doc));
					if (!('pass' in verdict) || verdict.pass === 'nothing' || verdict.pass === 'early') return;
					read++;
					const decoder = decoding.createDecoder(bytes);
					decoding.readVarUint(decoder);
					syncProtocol.readSyncMessage(decoder, encoding.createEncoder(), doc, 'peer', (error) => {
						throw error;
					});
					expect([isPending(doc), isUnharmed(doc)]).toEqual([false, true]);
				}
			),
			{ numRuns: 2_000, seed: 3 }
		);
		expect(read).toBeGreaterThan(0);
	}, 600_000);
});
