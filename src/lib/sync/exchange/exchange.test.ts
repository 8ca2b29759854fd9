import { describe, expect, it } from 'vitest';
import { createWorld, many, same } from './test-world';

const upToDate = { kind: 'up-to-date' };

describe('E5: devices that are linked', () => {
	it.each([0, 1, 650])('come to hold the same %i contacts, and both say so', async (count) => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
		if (count > 0) phone.add(...many(count));
		await world.join(phone, laptop, { isFirst: true, latencyMs: 5 });
		await world.play(3_000);
		expect(laptop.live()).toEqual(many(count).toSorted());
		expect([phone.havingOf(laptop), laptop.havingOf(phone)]).toMatchObject([upToDate, upToDate]);
		expect(laptop.of(phone).progress).toMatchObject({ contacts: count, ofContacts: count });
		await world.close();
	});

	it('merge what each had, three of them that join at once, and show each other every edit', async () => {
		const world = await createWorld();
		const devices = [await world.device('phone'), await world.device('laptop'), await world.device('tablet')] as const;
		const [phone, laptop, tablet] = devices;
		for (const one of devices) one.add(`${one.id} 1`, `${one.id} 2`);
		await Promise.all([world.join(phone, laptop), world.join(laptop, tablet), world.join(phone, tablet)]);
		await world.play(3_000);
		expect(phone.live()).toHaveLength(6);
		phone.rename('laptop 1', 'Ana');
		tablet.rename('laptop 1', 'Zoe');
		laptop.add('new');
		await world.play(100);
		expect(same(...devices)).toBe(true);
		await world.play(3_000);
		for (const one of devices) {
			for (const other of devices) if (one !== other) expect(one.havingOf(other)).toMatchObject(upToDate);
		}
		await world.close();
	});

	it('reach each other through a third one, what is large too', async () => {
		const world = await createWorld();
		const [phone, laptop, tablet] = [
			await world.device('phone'),
			await world.device('laptop'),
			await world.device('tablet')
		];
		await world.join(phone, laptop);
		await world.join(laptop, tablet);
		await world.play(3_000);
		phone.add(...many(300));
		await world.play(100);
		phone.add('small');
		await world.play(5_000);
		expect(tablet.live()).toHaveLength(301);
		expect(same(phone, laptop, tablet)).toBe(true);
		expect(tablet.havingOf(laptop)).toMatchObject(upToDate);
		await world.close();
	});
});
