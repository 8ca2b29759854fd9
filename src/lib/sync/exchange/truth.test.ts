import * as Y from 'yjs';
import { expect, describe, it } from 'vitest';
import { createWorld, many, same, noise } from './test-world';

const upToDate = { kind: 'up-to-date' };
const nothingKnown = {
	fingerprint: null,
	clocks: new Map(),
	at: 0,
	file: 0,
	isByLink: false,
	changes: 0,
	offence: null,
	isFirst: false
};

async function pairOf(options: { readonly diskMs?: number } = {}) {
	const world = await createWorld();
	const [phone, laptop] = [await world.device('phone'), await world.device('laptop', options)];
	return { world, phone, laptop };
}

describe('E11: up to date', () => {
	it('is said with the time of the receipt, and no longer once something changes here', async () => {
		const { world, phone, laptop } = await pairOf();
		await world.join(phone, laptop);
		await world.play(1_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		phone.add('ana');
		await world.play(100);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 1 });
		await world.play(400);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'up-to-date', at: expect.any(Number) as number });
		await world.close();
	});

	it('is not said before the other device has stored what it has', async () => {
		const { world, phone, laptop } = await pairOf({ diskMs: 5_000 });
		await world.join(phone, laptop);
		await world.play(12_000);
		phone.add('ana');
		await world.play(4_000);
		expect(laptop.live()).toEqual(['ana']);
		expect(phone.havingOf(laptop)).toMatchObject({ kind: 'waiting' });
		await world.play(8_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});

	it('is not said of a device whose disk is full, until it is not', async () => {
		const { world, phone, laptop } = await pairOf();
		await world.join(phone, laptop);
		laptop.isDiskFull = true;
		phone.add('ana');
		await world.play(30_000);
		expect(phone.havingOf(laptop)).toMatchObject({ kind: 'unknown' });
		laptop.isDiskFull = false;
		await world.play(60_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});

	it('is never said of what a device applied and then lost in a crash', async () => {
		for (const after of [10, 200, 320, 400, 900]) {
			const { world, phone, laptop } = await pairOf({ diskMs: 500 });
			const first = await world.join(phone, laptop);
			await world.play(3_000);
			phone.add('ana');
			await world.play(after);
			await laptop.crash([first]);
			await laptop.start();
			const hasAna = laptop.live().length === 1;
			expect(phone.havingOf(laptop).kind === 'up-to-date').toBe(hasAna);
			await world.join(phone, laptop);
			await world.play(4_000);
			expect(same(phone, laptop)).toBe(true);
			expect(phone.havingOf(laptop)).toMatchObject(upToDate);
			await world.close();
		}
	});

	it('is unknown of a device that was never heard, and stays what it was of one that is away', async () => {
		const { world, phone, laptop } = await pairOf();
		const { oneLink } = await world.openLinks(phone, laptop);
		phone.exchange.join(oneLink, { isFirst: false });
		await world.play(100);
		oneLink.close('test');
		await world.play(100);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'unknown' });
		const channels = await world.join(phone, laptop);
		await world.play(1_000);
		const said = phone.havingOf(laptop);
		channels.cut();
		await world.play(1_000);
		expect([phone.of(laptop).isLinked, phone.havingOf(laptop), said]).toEqual([
			false,
			said,
			expect.objectContaining(upToDate)
		]);
		await world.close();
	});
});

describe('E12: the changes that wait', () => {
	it('are those made and heard here since the device last said what it has, also when the app starts anew', async () => {
		const { world, phone, laptop } = await pairOf();
		const tablet = await world.device('tablet');
		const channels = await world.join(phone, laptop);
		await world.join(phone, tablet);
		await world.play(1_000);
		channels.cut();
		for (const id of many(3)) phone.add(id);
		tablet.add('zoe');
		await world.play(3_000);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 4 });
		expect(phone.havingOf(tablet)).toMatchObject(upToDate);
		await phone.exchange.close();
		await phone.start();
		await world.play(100);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 4 });
		phone.add('tom');
		await world.play(100);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 5 });
		await world.join(phone, laptop);
		await world.play(3_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});

	it('are none of a device that has all of them and more', async () => {
		const { world, phone, laptop } = await pairOf();
		phone.add(...many(25));
		await world.join(phone, laptop);
		await world.play(1_000);
		phone.setDeleted(many(25), 5);
		await world.play(3_000);
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 1 });
		expect(laptop.havingOf(phone)).toEqual({ kind: 'waiting', changes: 0 });
		await world.close();
	});

	it('are also those that the device sent and could not store yet', async () => {
		const { world, phone, laptop } = await pairOf();
		await world.join(phone, laptop);
		await world.play(1_000);
		phone.isDiskFull = true;
		phone.add('ana');
		await world.play(3_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		expect(laptop.havingOf(phone)).toEqual({ kind: 'waiting', changes: 1 });
		phone.isDiskFull = false;
		await world.play(60_000);
		expect(laptop.havingOf(phone)).toMatchObject(upToDate);
		await world.close();
	});

	it('of a device that was killed before it counted them are told', async () => {
		const { world, phone, laptop } = await pairOf();
		const channels = await world.join(phone, laptop);
		phone.add('ana');
		await world.play(3_000);
		channels.cut();
		phone.add('tom');
		// Stored, and not counted for who is away: that is kept a second later.
		phone.stored.push(Y.encodeStateAsUpdate(phone.doc));
		await phone.exchange.close();
		phone.standings.set('laptop', { ...(phone.standings.get('laptop') ?? nothingKnown), changes: 0 });
		await world.play(100);
		await phone.start();
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 1 });
		await world.join(phone, laptop);
		await world.play(3_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});

	it('count a change that only deleted something also over a restart', async () => {
		const { world, phone, laptop } = await pairOf();
		const channels = await world.join(phone, laptop);
		phone.add('ana');
		await world.play(3_000);
		channels.cut();
		phone.kith.change(() => phone.kith.contacts.editNotes('ana', 'tea', 'te'));
		phone.stored.push(Y.encodeStateAsUpdate(phone.doc));
		await phone.exchange.close();
		await phone.start();
		laptop.diskMs = 2_000;
		await world.join(phone, laptop);
		const said = new Set<unknown>();
		for (let at = 0; at < 30; at++) {
			const { having } = phone.of(laptop);
			if (having.kind === 'waiting') said.add(having.changes);
			await world.play(100);
		}
		expect([...said]).toEqual([1]);
		await world.play(3_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});

	it('and that somebody is not up to date any more is told at once, also while bytes move', async () => {
		const { world, phone, laptop } = await pairOf();
		const tablet = await world.device('tablet');
		await world.join(phone, laptop);
		await world.play(1_000);
		for (let at = 0; at < 4; at++) phone.doc.getMap('meta').set(`text ${at}`, noise(900_000 + at));
		await world.play(3_000);
		await world.join(phone, tablet, { isFirst: true, bytesPerSecond: 20_000 });
		await world.play(2_110);
		expect(phone.of(tablet).having).toMatchObject({ kind: 'exchanging' });
		phone.add('ana');
		await world.play(60);
		expect(phone.states.find(({ device }) => device === 'laptop')?.having).toMatchObject({ kind: 'waiting' });
		await world.close();
	});

	it('of a device that lost what it had are told', async () => {
		const { world, phone, laptop } = await pairOf();
		const channels = await world.join(phone, laptop);
		phone.add('ana');
		await world.play(2_000);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		channels.cut();
		const emptied = await world.device('laptop');
		const { oneLink, otherLink } = await world.openLinks(phone, emptied, { latencyMs: 100 });
		emptied.diskMs = 10_000;
		phone.exchange.join(oneLink, { isFirst: false });
		emptied.exchange.join(otherLink, { isFirst: false });
		await world.play(15_000);
		expect(emptied.live()).toEqual(['ana']);
		expect(phone.havingOf(emptied)).toEqual({ kind: 'waiting', changes: 1 });
		await world.play(15_000);
		expect(phone.havingOf(emptied)).toMatchObject(upToDate);
		await world.close();
	});
});
