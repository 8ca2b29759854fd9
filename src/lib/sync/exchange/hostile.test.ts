import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { directGate, type Gate } from '../gate/gate';
import type { Link } from '../link/link';
import { createWorld, many, same } from './test-world';

const message = (step: number, body: Uint8Array) => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, body);
	return encoding.toUint8Array(encoder);
};
const edit = (body: Uint8Array) => message(syncProtocol.messageYjsUpdate, body);
const updateOf = (change: (doc: Y.Doc) => void, doc = new Y.Doc()) => {
	const before = Y.encodeStateVector(doc);
	change(doc);
	return Y.encodeStateAsUpdate(doc, before);
};
/** A `GC` of 2^40. */
const gap = Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);

/** A phone with a good laptop, and a rogue whose end of the link the test holds. */
async function threatened(gate?: Gate) {
	const world = await createWorld();
	const [phone, laptop] = [await world.device('phone', gate ? { gate } : {}), await world.device('laptop')];
	const rogue = await world.device('rogue');
	await world.join(phone, laptop);
	phone.add('ana');
	await world.play(3_000);
	const closed: string[] = [];
	const arrived: string[] = [];
	async function attack(): Promise<Link> {
		const { oneLink, otherLink } = await world.openLinks(phone, rogue);
		oneLink.watchClose((reason) => closed.push(reason));
		otherLink.watchMessages((kind) => arrived.push(kind));
		phone.exchange.join(oneLink, { isFirst: false });
		await world.play(1);
		return otherLink;
	}
	return { world, phone, laptop, rogue, closed, arrived, attack };
}

describe('E13: what a device sends that is no edit of a document', () => {
	it.each<[string, 'document' | 'receipt', Uint8Array, string]>([
		['a gap of 2^40', 'document', edit(gap), 'harmful'],
		['an answer with it', 'document', message(1, gap), 'harmful'],
		['an answer with what was not asked for', 'document', message(1, lateUpdate()), 'harmful'],
		['a root of a hostile name', 'document', edit(updateOf((doc) => doc.getMap('__proto__').set('a', 1))), 'harmful'],
		['a message of another protocol', 'document', Uint8Array.of(9, 9), 'malformed'],
		['a question cut short', 'document', Uint8Array.of(0, 0, 9, 1), 'malformed'],
		['no receipt', 'receipt', Uint8Array.of(7), 'malformed']
	])('%s closes the link, names the device and changes nothing', async (_, kind, bytes, offence) => {
		const { world, phone, laptop, rogue, closed, attack } = await threatened();
		const before = Y.encodeStateAsUpdate(phone.doc);
		const link = await attack();
		void link.send(kind, bytes, kind === 'receipt' ? 'control' : 'live');
		await world.play(100);
		expect([closed, phone.of(rogue).offence, phone.of(rogue).isLinked]).toEqual([[offence], offence, false]);
		expect(Y.encodeStateAsUpdate(phone.doc)).toEqual(before);
		phone.add('tom');
		await world.play(3_000);
		expect([laptop.live(), phone.of(laptop).isLinked]).toEqual([['ana', 'tom'], true]);
		await world.close();
	});

	it('keeps the device out, when the app starts anew too, until it is forgiven', async () => {
		const { world, phone, rogue, closed, attack } = await threatened();
		void (await attack()).send('document', edit(gap), 'live');
		await world.play(2_000);
		await attack();
		expect(closed).toEqual(['harmful', 'harmful']);
		await phone.exchange.close();
		await phone.start();
		await attack();
		expect(closed).toHaveLength(3);
		expect(phone.of(rogue).offence).toBe('harmful');
		phone.exchange.forgive('rogue');
		const link = await attack();
		void link.send('document', edit(updateOf((doc) => doc.getMap('meta').set('good', true))), 'live');
		await world.play(100);
		expect([closed.length, phone.of(rogue).offence, phone.doc.getMap('meta').get('good')]).toEqual([3, null, true]);
		await world.close();
	});

	it('of presence is passed over, and nothing is answered', async () => {
		const { world, phone, closed, arrived, attack } = await threatened();
		const link = await attack();
		await world.play(3_000);
		arrived.length = 0;
		for (const bytes of [[1, 1, 0], [3]]) void link.send('document', Uint8Array.from(bytes), 'live');
		await world.play(1_000);
		expect([closed, arrived, phone.ofId('rogue')?.offence]).toEqual([[], [], null]);
		await world.close();
	});

	it('too slow to be judged keeps no other device waiting', async () => {
		const judged: number[] = [];
		const slow: Gate = {
			...directGate,
			inspect: (bytes, known) =>
				bytes.byteLength > 1_000
					? new Promise((resolve) => stop.push(() => resolve({ refused: 'slow' })))
					: directGate.inspect(bytes, known).finally(() => judged.push(bytes.byteLength))
		};
		const stop: (() => void)[] = [];
		const { world, phone, laptop, rogue, attack } = await threatened(slow);
		const link = await attack();
		void link.send('document', edit(new Uint8Array(2_000)), 'live');
		void link.send('document', edit(updateOf((doc) => doc.getMap('meta').set('behind', true))), 'live');
		laptop.add('tom');
		await world.play(1_000);
		expect([phone.live(), phone.doc.getMap('meta').has('behind')]).toEqual([['ana', 'tom'], false]);
		stop[0]?.();
		await world.play(100);
		expect([phone.of(rogue).offence, phone.of(laptop).offence]).toEqual(['slow', null]);
		expect(phone.doc.getMap('meta').has('behind')).toBe(false);
		await world.close();
	});

	it('is no offence when the gate itself fails', async () => {
		const failing: Gate = { ...directGate, inspect: () => Promise.reject(new Error('no thread')) };
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone', { gate: failing }), await world.device('laptop')];
		const { oneLink, otherLink } = await world.openLinks(phone, laptop);
		const closed: string[] = [];
		oneLink.watchClose((reason) => closed.push(reason));
		phone.exchange.join(oneLink, { isFirst: false });
		laptop.exchange.join(otherLink, { isFirst: false });
		await world.play(1_000);
		expect([closed, phone.of(laptop).offence]).toEqual([['unable'], null]);
		await world.close();
	});
});

describe('E8: an edit that comes before what it builds on', () => {
	it('is asked for, once for all that came while an answer was awaited', async () => {
		const { world, phone, arrived, attack } = await threatened();
		const link = await attack();
		await world.play(3_000);
		expect(arrived.filter((kind) => kind === 'document')).toHaveLength(1);
		arrived.length = 0;
		for (let sent = 0; sent < 5; sent++) void link.send('document', edit(lateUpdate()), 'live');
		await world.play(5_000);
		// It never had an answer to its first question.
		expect(arrived).toEqual([]);
		void link.send('document', message(1, Uint8Array.of(0, 0)), 'live');
		await world.play(5_000);
		expect(arrived).toEqual(['document']);
		void link.send('document', message(1, Uint8Array.of(0, 0)), 'live');
		await world.play(60_000);
		expect(arrived).toEqual(['document']);
		expect(phone.doc.store.pendingStructs).toBeNull();
		await world.close();
	});

	it('and a receipt that tells of more than ever comes, make no endless questions', async () => {
		const { world, arrived, attack } = await threatened();
		const link = await attack();
		const nothing = message(1, Uint8Array.of(0, 0));
		void link.send('document', nothing, 'live');
		const receipt = (byte: number) => Uint8Array.of(1, 1, ...Array<number>(16).fill(byte), 0);
		void link.send('receipt', Uint8Array.of(1, 0, 1, 5, 9), 'control');
		for (let sent = 0; sent < 20; sent++) {
			void link.send('receipt', receipt(1), 'control');
			void link.send('document', nothing, 'live');
			await world.play(1_000);
		}
		expect(arrived.filter((kind) => kind === 'document')).toHaveLength(2);
		await world.close();
	});
});

it('E14 many devices that start at once, each with each, come to hold the same', async () => {
	const world = await createWorld();
	const devices = await Promise.all(many(4, 'device').map((id) => world.device(id)));
	for (const one of devices) one.add(...many(30, one.id));
	const pairs = devices.flatMap((one, at) => devices.slice(at + 1).map((other) => [one, other] as const));
	await Promise.all(pairs.map(([one, other]) => world.join(one, other, { isFirst: true, latencyMs: 30 })));
	await world.play(4_000);
	expect(same(...devices)).toBe(true);
	expect(devices.map((one) => one.live().length)).toEqual([120, 120, 120, 120]);
	for (const [one, other] of pairs) expect(one.havingOf(other)).toMatchObject({ kind: 'up-to-date' });
	await world.close();
});

function lateUpdate(): Uint8Array {
	const doc = new Y.Doc();
	doc.getMap('meta').set('a', 1);
	return updateOf((changed) => changed.getMap('meta').set('b', 1), doc);
}
