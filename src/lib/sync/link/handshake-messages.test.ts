import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	formatHello,
	formatProof,
	formatRefusal,
	formatTranscript,
	mostHandshakeBytes,
	mostTags,
	parseHello,
	parseProof,
	parseRefusal,
	tagOf
} from './handshake-messages';

const nonce = new Uint8Array(32).fill(7);
const hello = (deviceId = 'phone', tagCount = 1) =>
	formatHello({ nonce, deviceId, tags: Array.from({ length: tagCount }, (_, at) => new Uint8Array(16).fill(at)) });

describe('a hello', () => {
	it('is read as it was written, up to the longest there may be', () => {
		for (const [deviceId, tagCount] of [
			['p', 0],
			['A-z_9', 3],
			['x'.repeat(64), mostTags]
		] as const) {
			const bytes = hello(deviceId, tagCount);
			expect(bytes.length).toBeLessThanOrEqual(mostHandshakeBytes);
			const parsed = parseHello(bytes);
			expect(parsed).toMatchObject({ deviceId, nonce });
			expect(parsed && parsed !== 'version' && parsed.tags).toHaveLength(tagCount);
		}
	});

	test.each([
		['nothing', new Uint8Array(0)],
		['a form alone', Uint8Array.of(1)],
		['another form', Uint8Array.of(2, ...hello().subarray(1))],
		['no name', hello('')],
		['a name too long', hello('x'.repeat(65), 0)],
		['a name of other letters', hello('ph one')],
		['half a tag', hello().slice(0, -1)],
		['a name cut short', hello('phone', 0).slice(0, -1)],
		['more tags than there may be', hello('phone', mostTags + 1)]
	])('is none with %s', (_, bytes) => {
		expect(parseHello(bytes)).toBeNull();
	});

	it('of any bytes is none, or written the same', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), (tail) => {
				const bytes = Uint8Array.of(1, 1, ...tail);
				const parsed = parseHello(bytes);
				if (parsed && parsed !== 'version') expect(formatHello(parsed)).toEqual(bytes);
			})
		);
	});
});

it('a proof and a refusal are read as they were written, and nothing else is', () => {
	const proof = { signature: new Uint8Array(64).fill(1), mac: new Uint8Array(32).fill(2) };
	expect(parseProof(formatProof(proof))).toEqual(proof);
	expect(parseProof(Uint8Array.of(...formatProof(proof), 0))).toBeNull();
	expect(parseProof(formatProof(proof).slice(0, -1))).toBeNull();
	expect(parseRefusal(formatRefusal('removed'))).toBe('removed');
	for (const bytes of [[], [4], [4, 200], [4, 1, 1], [3, 1]]) expect(parseRefusal(Uint8Array.from(bytes))).toBeNull();
});

it('L13: what is proved differs by role, by each hello and by each fingerprint', () => {
	const [a, b] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
	const hellos = { initiator: hello('one'), responder: hello('two') };
	const swapped = { initiator: hellos.responder, responder: hellos.initiator };
	const proved = [
		formatTranscript('initiator', hellos, { initiator: a, responder: b }),
		formatTranscript('responder', hellos, { initiator: a, responder: b }),
		formatTranscript('initiator', swapped, { initiator: a, responder: b }),
		formatTranscript('initiator', { ...hellos, initiator: hello('six') }, { initiator: a, responder: b }),
		formatTranscript('initiator', { ...hellos, responder: hello('six') }, { initiator: a, responder: b }),
		formatTranscript('initiator', hellos, { initiator: b, responder: a }),
		formatTranscript('initiator', hellos, { initiator: a, responder: a }),
		formatTranscript('initiator', hellos, { initiator: b, responder: b })
	];
	expect(new Set(proved.map(String)).size).toBe(proved.length);
});

it('L14: a tag differs by secret and by nonce', async () => {
	const key = async (fill: number) =>
		crypto.subtle.importKey('raw', new Uint8Array(32).fill(fill), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const tags = [await tagOf(await key(1), nonce), await tagOf(await key(2), nonce), await tagOf(await key(1), hello())];
	expect(new Set(tags.map(String)).size).toBe(3);
	expect(await tagOf(await key(1), nonce)).toEqual(tags[0]);
});
