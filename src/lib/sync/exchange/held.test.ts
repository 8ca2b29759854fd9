import { describe, expect, it } from 'vitest';
import { createWorld, many, same, type TestDevice } from './test-world';

const upToDate = { kind: 'up-to-date' };

/** Devices that hold 60 contacts. */
async function full(count = 2) {
	const world = await createWorld();
	const devices = await Promise.all(['phone', 'laptop', 'tablet'].slice(0, count).map((id) => world.device(id)));
	const [phone, laptop, tablet] = devices as [TestDevice, TestDevice, TestDevice];
	phone.add(...many(60));
	for (const other of devices.slice(1)) await world.join(phone, other, { isFirst: true });
	await world.play(3_000);
	return { world, phone, laptop, tablet };
}

describe('E15: a change that deletes more than twenty contacts', () => {
	it('waits, and what builds on it waits with it, until it is allowed', async () => {
		const { world, phone, laptop } = await full();
		laptop.setDeleted(many(21), 5);
		await world.play(1_000);
		laptop.rename('p50', 'Ana');
		laptop.setDeleted(['p51'], 5);
		await world.play(3_000);
		expect(phone.live()).toHaveLength(60);
		const [held] = phone.of(laptop).held;
		expect(held).toEqual({ id: held?.id, device: 'laptop', contacts: 21 });
		expect([phone.of(laptop).offence, laptop.havingOf(phone).kind]).toEqual([null, 'waiting']);
		phone.rename('p55', 'Tom');
		await world.play(1_000);
		expect(laptop.kith.contacts.read('p55')?.given).toBe('Tom');
		await phone.exchange.answerHeld(held?.id ?? '', true);
		await world.play(4_000);
		expect([phone.live().length, phone.of(laptop).held, phone.kith.contacts.read('p50')?.given]).toEqual([
			38,
			[],
			'Ana'
		]);
		expect(same(phone, laptop)).toBe(true);
		expect([phone.havingOf(laptop), laptop.havingOf(phone)]).toMatchObject([upToDate, upToDate]);
		await world.close();
	});

	it('is undone on all devices when it is not allowed', async () => {
		const { world, phone, laptop } = await full();
		laptop.setDeleted(many(30), 5);
		await world.play(1_000);
		laptop.rename('p50', 'Ana');
		await world.play(1_000);
		await phone.exchange.answerHeld(phone.of(laptop).held[0]?.id ?? '', false);
		await world.play(4_000);
		expect([phone.live().length, laptop.live().length, phone.of(laptop).held]).toEqual([60, 60, []]);
		expect(phone.kith.contacts.read('p50')?.given).toBe('Ana');
		expect(same(phone, laptop)).toBe(true);
		expect(phone.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});

	it('made while the device was away, is held as it comes back, and again, once, after a restart', async () => {
		const { world, phone, laptop } = await full();
		await laptop.crash();
		await laptop.start();
		for (const id of many(25)) laptop.setDeleted([id], 5);
		await world.join(phone, laptop);
		await world.play(3_000);
		expect(phone.of(laptop).held).toMatchObject([{ contacts: 25 }]);
		const { held } = phone.of(laptop);
		const channels = await world.join(phone, laptop);
		await world.play(3_000);
		expect(phone.of(laptop).held).toEqual(held);
		await phone.crash([channels]);
		await phone.start();
		await world.join(phone, laptop);
		await world.play(3_000);
		expect([phone.live().length, phone.of(laptop).held.length]).toEqual([60, 1]);
		await phone.exchange.answerHeld(phone.of(laptop).held[0]?.id ?? '', true);
		await world.play(3_000);
		expect([phone.live().length, same(phone, laptop)]).toEqual([35, true]);
		await world.close();
	});

	it('can be answered while the device is away', async () => {
		const { world, phone, laptop } = await full();
		laptop.setDeleted(many(30), 5);
		await world.play(1_000);
		const { oneLink } = await world.openLinks(phone, laptop);
		phone.exchange.join(oneLink, { isFirst: false });
		oneLink.close('gone');
		await world.play(100);
		await phone.exchange.answerHeld(phone.of(laptop).held[0]?.id ?? '', false);
		await world.join(phone, laptop);
		await world.play(4_000);
		expect([phone.live().length, laptop.live().length, same(phone, laptop)]).toEqual([60, 60, true]);
		await world.close();
	});

	it('that comes in a part of a document is no offence of what follows on it, and all is asked for again', async () => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone'), await world.device('laptop', { partBytes: 1_000 })];
		laptop.add(...many(60));
		for (const at of [5, 6]) laptop.setDeleted(many(30), at);
		laptop.add('zoe');
		const { oneLink, otherLink } = await world.openLinks(phone, laptop, { latencyMs: 10 });
		// The laptop alone takes the phone for new.
		phone.exchange.join(oneLink, { isFirst: false });
		laptop.exchange.join(otherLink, { isFirst: true });
		await world.play(4_000);
		expect([phone.of(laptop).offence, phone.of(laptop).isLinked]).toEqual([null, true]);
		const [held] = phone.of(laptop).held;
		expect(held?.contacts).toBe(30);
		await phone.exchange.answerHeld(held?.id ?? '', true);
		await world.play(4_000);
		expect([phone.live().length, same(phone, laptop)]).toEqual([31, true]);
		await world.close();
	});

	it('that comes by way of two devices is answered once', async () => {
		const { world, phone, laptop, tablet } = await full(3);
		await world.join(laptop, tablet);
		await world.play(2_000);
		laptop.setDeleted(many(30), 5);
		await world.play(2_000);
		await tablet.exchange.answerHeld(tablet.of(laptop).held[0]?.id ?? '', true);
		await world.play(4_000);
		expect([phone.of(laptop).held.length, phone.of(tablet).held.length]).toEqual([1, 1]);
		await phone.exchange.answerHeld(phone.of(laptop).held[0]?.id ?? '', false);
		await world.play(6_000);
		expect([phone.of(laptop).held.length, phone.of(tablet).held.length]).toEqual([0, 0]);
		expect([phone, laptop, tablet].map((one) => one.live().length)).toEqual([60, 60, 60]);
		expect(same(phone, laptop, tablet)).toBe(true);
		await world.close();
	});

	it('is held no more once the device itself has brought them back', async () => {
		const { world, phone, laptop } = await full();
		laptop.setDeleted(many(30), 5);
		await world.play(1_000);
		expect(phone.of(laptop).held).toHaveLength(1);
		laptop.setDeleted(many(30), 0);
		await world.join(phone, laptop);
		await world.play(3_000);
		expect([phone.of(laptop).held, phone.live().length, same(phone, laptop)]).toEqual([[], 60, true]);
		await world.close();
	});

	it('is not answered by what was said of a smaller one', async () => {
		const { world, phone, laptop, tablet } = await full(3);
		await world.join(laptop, tablet);
		await world.play(2_000);
		laptop.setDeleted(many(21), 5);
		await world.play(1_000);
		const asked = phone.of(laptop).held[0]?.id ?? '';
		const channels = await world.join(phone, laptop);
		laptop.setDeleted(many(60), 5);
		await world.play(2_000);
		expect(phone.of(laptop).held).toMatchObject([{ contacts: 60 }]);
		await phone.exchange.answerHeld(asked, true);
		expect([phone.live().length, phone.of(laptop).held.length]).toEqual([60, 1]);
		channels.cut();
		await world.close();
	});

	it('is not held when it is twenty, or the first that comes of a device', async () => {
		const { world, phone, laptop } = await full();
		laptop.setDeleted(many(20), 5);
		await world.play(1_000);
		expect(phone.live()).toHaveLength(40);
		await laptop.crash();
		await laptop.start();
		laptop.setDeleted(many(60), 9);
		await world.join(phone, laptop, { isFirst: true });
		await world.play(3_000);
		expect([phone.live(), phone.of(laptop).held]).toEqual([[], []]);
		await world.close();
	});
});
