import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { directPacking } from './test-packing';
import { createWorld, many, noise, same } from './test-world';

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

	it('tell both of people who are on their way, not only the one that lacks them', async () => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
		phone.add(...many(300));
		await world.join(phone, laptop, { isFirst: true, latencyMs: 1_000 });
		const seen: (readonly [number, number | null])[] = [];
		for (let passed = 0; passed < 3_000; passed += 100) {
			await world.play(100);
			const { contacts, ofContacts } = phone.of(laptop).progress ?? { contacts: 0, ofContacts: null };
			if (ofContacts !== null) seen.push([contacts, ofContacts]);
		}
		expect(seen).toContainEqual([0, 300]);
		expect(seen.every(([contacts, of]) => contacts <= (of ?? 0))).toBe(true);
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

describe('E6: what is large', () => {
	it('comes whole: a document of 5 MB, with edits made on both sides while it is on its way', async () => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
		for (let at = 0; at < 50; at++) phone.doc.getMap('meta').set(`text ${at}`, `${at} ${noise(100_000)}`);
		phone.add('ana');
		laptop.add('tom');
		await world.join(phone, laptop, { isFirst: true, bytesPerSecond: 2_000_000, latencyMs: 20 });
		await world.play(1_000);
		expect(phone.havingOf(laptop)).toMatchObject({ kind: 'exchanging' });
		expect(laptop.live()).toEqual(['tom']);
		expect(laptop.of(phone).progress?.bytes).toBeGreaterThan(1_000_000);
		for (let at = 0; at < 10; at++) {
			phone.rename('ana', `Ana ${at}`);
			laptop.rename('tom', `Tom ${at}`);
			await world.play(50);
		}
		await world.play(9_000);
		expect(same(phone, laptop)).toBe(true);
		expect([phone.havingOf(laptop), laptop.havingOf(phone)]).toMatchObject([upToDate, upToDate]);
		expect(laptop.of(phone).progress?.bytes).toBeGreaterThan(3_500_000);
		await world.close();
	});

	it.each([300_000, 3_000_000])(
		'is shown as it is made: %i characters pasted into notes, and typing after',
		async (count) => {
			const world = await createWorld();
			const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
			phone.add('ana');
			await world.join(phone, laptop, { latencyMs: 20, bytesPerSecond: 5_000_000 });
			await world.play(1_000);
			phone.kith.change(() => phone.kith.contacts.editNotes('ana', 'tea', `tea${noise(count)}`));
			const typed = `tea${noise(count)}`;
			for (let at = 0; at < 3; at++) {
				phone.doc.getMap('meta').set('typed', at);
				await world.play(10);
			}
			await world.play(5_000);
			expect(laptop.kith.contacts.notesOf('ana') === typed).toBe(true);
			// Once: neither what was typed nor a receipt overtook it and made the laptop ask.
			expect(phone.of(laptop).progress?.bytes).toBeLessThan(count * 1.2 + 5_000);
			expect(same(phone, laptop)).toBe(true);
			expect(phone.havingOf(laptop)).toMatchObject(upToDate);
			await world.close();
		}
	);

	it('comes in parts to a device that is new, which has the first before the last is sent', async () => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone', { partBytes: 5_000 }), await world.device('laptop')];
		for (let at = 0; at < 300; at++) phone.add(`p${at}`);
		phone.setDeleted(['p7'], 5);
		laptop.add('tom');
		await world.join(phone, laptop, { isFirst: true, bytesPerSecond: 10_000 });
		await world.play(1_000);
		const early = laptop.live().length;
		expect(early).toBeGreaterThan(10);
		expect(early).toBeLessThan(200);
		expect(phone.havingOf(laptop).kind).not.toBe('up-to-date');
		phone.rename('p299', 'Ana');
		phone.add('zoe');
		await world.play(10_000);
		expect(same(phone, laptop)).toBe(true);
		expect(laptop.live()).toHaveLength(301);
		expect([phone.havingOf(laptop), laptop.havingOf(phone)]).toMatchObject([upToDate, upToDate]);
		await world.close();
	});

	it('is not asked for again while it is on its way, and not sent back', async () => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
		phone.add(...many(2_000));
		const { byteLength: size } = await directPacking.pack(Y.encodeStateAsUpdate(phone.doc));
		await world.join(phone, laptop, { isFirst: true, bytesPerSecond: 5_000 });
		for (let at = 0; at < 5; at++) {
			phone.rename('p1', `Ana ${at}`);
			await world.play(1_000);
		}
		await world.play(5_000);
		expect(same(phone, laptop)).toBe(true);
		expect(phone.of(laptop).progress?.bytes).toBeGreaterThan(size);
		expect(phone.of(laptop).progress?.bytes).toBeLessThan(size * 1.2);
		await world.close();
	});
});

it('E16 an exchange that was closed leaves no timer and no listener, and closes its links', async () => {
	const world = await createWorld();
	const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
	const listeners = () => [...phone.doc._observers.values()].reduce((sum, { size }) => sum + size, 0);
	const { oneLink, otherLink } = await world.openLinks(phone, laptop);
	const closed: string[] = [];
	oneLink.watchClose((reason) => closed.push(reason));
	phone.exchange.join(oneLink, { isFirst: false });
	laptop.exchange.join(otherLink, { isFirst: false });
	phone.add('ana');
	await world.play(320);
	const open = listeners();
	await phone.exchange.close();
	await world.play(1);
	await laptop.exchange.close();
	await world.play(1);
	// What the disk was asked for is not the exchange's.
	await world.play(10);
	expect([closed, world.clock.waiting, open - listeners()]).toEqual([['closed'], 0, 3]);
	phone.add('tom');
	await world.play(60_000);
	expect([phone.live(), laptop.live(), world.clock.waiting]).toEqual([['ana', 'tom'], ['ana'], 0]);
	expect(phone.standings.get('laptop')).toMatchObject({ offence: null, isFirst: false });
});

describe('E7: a link that is cut', () => {
	it('at any point of a first exchange leaves both sound, and the next link makes it whole', async () => {
		for (let cut = 0; cut < 60; cut++) {
			const world = await createWorld();
			const parts = { partBytes: cut < 30 ? 1_000_000 : 500 };
			const [phone, laptop] = [await world.device('phone', parts), await world.device('laptop', parts)];
			phone.add(...many(40, 'a'));
			laptop.add(...many(40, 'b'));
			const wire = { isFirst: true, latencyMs: 10, bytesPerSecond: 100_000 };
			const channels = await world.join(phone, laptop, wire);
			await world.play((cut % 30) * 7);
			phone.rename('a1', `cut ${cut}`);
			if (cut % 2 === 0) channels.cut();
			else channels.silence();
			laptop.rename('b1', `cut ${cut}`);
			await world.play(cut % 2 === 0 ? 50 : 13_000);
			expect(phone.of(laptop).isLinked).toBe(false);
			if (phone.havingOf(laptop).kind === 'up-to-date') expect(same(phone, laptop)).toBe(true);
			await world.join(phone, laptop, { ...wire, isFirst: false });
			await world.play(4_000);
			expect(same(phone, laptop)).toBe(true);
			expect([phone.havingOf(laptop), laptop.havingOf(phone)]).toMatchObject([upToDate, upToDate]);
			await world.close();
		}
	});

	it('gives way to a new one of the same device, and closes', async () => {
		const world = await createWorld();
		const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
		const first = await world.openLinks(phone, laptop);
		phone.exchange.join(first.oneLink, { isFirst: false });
		laptop.exchange.join(first.otherLink, { isFirst: false });
		await world.join(phone, laptop);
		const closed: string[] = [];
		first.oneLink.watchClose((reason) => closed.push(reason));
		phone.add('ana');
		await world.play(1_000);
		expect([closed, laptop.live(), laptop.of(phone).isLinked]).toEqual([['replaced'], ['ana'], true]);
		await world.close();
	});
});

it('E19 a device that is forgotten hears nothing more of the document, on a link that stays', async () => {
	const world = await createWorld();
	const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
	const { oneLink, otherLink } = await world.openLinks(phone, laptop);
	phone.exchange.join(oneLink, { isFirst: false });
	laptop.exchange.join(otherLink, { isFirst: false });
	phone.add('ana');
	await world.play(1_000);
	phone.exchange.forget('laptop');
	phone.add('tom');
	laptop.add('zoe');
	const heard: string[] = [];
	const closed: string[] = [];
	otherLink.watchMessages((kind) => heard.push(kind));
	oneLink.watchClose((reason) => closed.push(reason));
	await oneLink.send('roster', new Uint8Array(5), 'live');
	await world.play(10_000);
	expect([heard, closed, laptop.live(), phone.live()]).toEqual([['roster'], [], ['ana', 'zoe'], ['ana', 'tom']]);
	expect(phone.ofId('laptop')).toBeUndefined();
	await world.close();
});
