import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import type { FileFromDevice } from './file-exchange';
import { createWorld, many, same, type TestDevice } from './test-world';

type World = Awaited<ReturnType<typeof createWorld>>;

/** Settles while time passes. */
async function during<T>(world: World, promise: Promise<T>): Promise<T> {
	let isSettled = false;
	const done = promise.finally(() => (isSettled = true));
	done.catch(() => undefined);
	while (!isSettled) await world.play(5);
	return done;
}

/** What `from` would write for these devices, beyond what they are known to have and `after`. */
async function fileOf(
	world: World,
	from: TestDevice,
	to: readonly TestDevice[],
	after?: Y.Doc
): Promise<FileFromDevice> {
	await world.play(1);
	const written = world.clock.now();
	const made = await during(
		world,
		from.exchange.forFiles(
			to.map(({ id }) => id),
			({ receipt, known, updateAfter }) => ({
				receipt,
				update: updateAfter(after ? Y.decodeStateVector(Y.encodeStateVector(after)) : known)
			})
		)
	);
	if (!made) throw new Error('nothing written');
	return { device: from.id, number: written, written, ...made };
}

async function two() {
	const world = await createWorld();
	const [phone, laptop] = [await world.device('phone'), await world.device('laptop')];
	const carry = async (from: TestDevice, to: TestDevice) =>
		during(world, to.exchange.takeFile(await fileOf(world, from, [to])));
	return { world, phone, laptop, carry };
}

describe('E18: files', () => {
	it('bring over what the other is not known to have, and say what each has, as of when it was written', async () => {
		const { world, phone, laptop, carry } = await two();
		phone.add('ana', 'tom');
		// And the version of the document.
		expect(await carry(phone, laptop)).toEqual({ kind: 'taken', changes: 2 + 1 });
		expect(laptop.live()).toEqual(['ana', 'tom']);
		const at = world.clock.now();
		const receipt = await fileOf(world, laptop, [phone]);
		expect(receipt.update).toHaveLength(2);
		await world.play(60_000);
		expect(await during(world, phone.exchange.takeFile(receipt))).toEqual({ kind: 'taken', changes: 0 });
		expect(phone.havingOf(laptop)).toEqual({ kind: 'up-to-date', at: at + 1 });
		phone.rename('ana', 'Anna');
		expect(phone.havingOf(laptop)).toEqual({ kind: 'waiting', changes: 1 });
		const second = await fileOf(world, phone, [laptop]);
		expect(second.update.length).toBeLessThan(200);
		expect(await during(world, laptop.exchange.takeFile(second))).toEqual({ kind: 'taken', changes: 1 });
		expect(same(phone, laptop)).toBe(true);
		await world.close();
	});

	it('read twice or in the wrong order change nothing more, and turn no standing back', async () => {
		const { world, phone, laptop, carry } = await two();
		phone.add('ana');
		await carry(phone, laptop);
		const older = await fileOf(world, laptop, [phone]);
		phone.add('tom');
		await carry(phone, laptop);
		const newer = await fileOf(world, laptop, [phone]);
		await during(world, phone.exchange.takeFile(newer));
		const standing = phone.havingOf(laptop);
		expect(standing.kind).toBe('up-to-date');
		for (const file of [older, newer, older]) {
			expect(await during(world, phone.exchange.takeFile(file))).toEqual({ kind: 'taken', changes: 0 });
			expect(phone.havingOf(laptop)).toEqual(standing);
		}
		await world.close();
	});

	it('written before a link was there do not turn back what was heard over it', async () => {
		const { world, phone, laptop } = await two();
		phone.add('ana');
		const older = await fileOf(world, laptop, [phone]);
		const channels = await world.join(phone, laptop);
		await world.play(3_000);
		channels.cut();
		await world.play(1_000);
		const standing = phone.havingOf(laptop);
		expect(standing.kind).toBe('up-to-date');
		// Also when the other clock is ahead.
		await during(world, phone.exchange.takeFile({ ...older, written: older.written + 3_600_000 }));
		expect(phone.havingOf(laptop)).toEqual(standing);
		expect((await fileOf(world, phone, [laptop])).update.length).toBeLessThan(20);
		await world.close();
	});

	it('of a clock that is ahead are told as of now', async () => {
		const { world, phone, laptop } = await two();
		const file = await fileOf(world, laptop, [phone]);
		await during(world, phone.exchange.takeFile({ ...file, written: file.written + 3_600_000 }));
		const having = phone.havingOf(laptop);
		expect(having.kind === 'up-to-date' && having.at <= world.clock.now()).toBe(true);
		await world.close();
	});

	it('have what is known of several devices only where all of them have it, over restarts', async () => {
		const world = await createWorld();
		const [phone, laptop, tablet] = [
			await world.device('phone'),
			await world.device('laptop'),
			await world.device('tablet')
		];
		phone.add(...many(50));
		await world.join(phone, laptop);
		await world.play(3_000);
		await phone.crash();
		await phone.start();
		expect((await fileOf(world, phone, [laptop])).update.length).toBeLessThan(20);
		const whole = await fileOf(world, phone, [laptop, tablet]);
		expect(await during(world, tablet.exchange.takeFile(whole))).toEqual({ kind: 'taken', changes: 50 + 1 });
		expect(same(phone, tablet)).toBe(true);
		await world.close();
	});

	it('that build on what has not come are not applied, and are whole by the next', async () => {
		const { world, phone, laptop, carry } = await two();
		phone.add('ana');
		const before = new Y.Doc();
		Y.applyUpdate(before, Y.encodeStateAsUpdate(phone.doc));
		phone.rename('ana', 'Anna');
		phone.add('tom');
		const late = await fileOf(world, phone, [laptop], before);
		expect(await during(world, laptop.exchange.takeFile(late))).toEqual({ kind: 'gap' });
		expect([laptop.live(), laptop.doc.store.pendingStructs]).toEqual([[], null]);
		expect(await carry(phone, laptop)).toEqual({ kind: 'taken', changes: 2 + 1 });
		expect(await during(world, laptop.exchange.takeFile(late))).toEqual({ kind: 'taken', changes: 0 });
		expect(same(phone, laptop)).toBe(true);
		await world.close();
	});

	it('that would do harm name the device and leave everything as it was', async () => {
		const { world, phone, laptop, carry } = await two();
		phone.add('ana');
		await carry(phone, laptop);
		const sound = await fileOf(world, phone, [laptop]);
		const before = Y.encodeStateAsUpdate(laptop.doc);
		const poison = Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);
		const offence = { kind: 'refused', offence: 'harmful' };
		expect(await during(world, laptop.exchange.takeFile({ ...sound, update: poison }))).toEqual({
			...offence,
			isNew: true
		});
		expect(laptop.of(phone).offence).toBe('harmful');
		expect(await during(world, laptop.exchange.takeFile(sound))).toEqual({ ...offence, isNew: false });
		expect(Y.encodeStateAsUpdate(laptop.doc)).toEqual(before);
		laptop.exchange.forgive('phone');
		expect(await during(world, laptop.exchange.takeFile(sound))).toMatchObject({ kind: 'taken' });
		await world.close();
	});

	it('that would do harm close the link of the device, too; sound ones leave it open', async () => {
		const { world, phone, laptop } = await two();
		phone.add('ana');
		const sound = await fileOf(world, phone, [laptop]);
		await world.join(phone, laptop);
		await world.play(1_000);
		expect(await during(world, laptop.exchange.takeFile(sound))).toEqual({ kind: 'taken', changes: 0 });
		expect([laptop.of(phone).isLinked, laptop.havingOf(phone).kind]).toEqual([true, 'up-to-date']);
		await during(world, laptop.exchange.takeFile({ ...sound, update: Uint8Array.of(9) }));
		await world.play(1_000);
		expect([laptop.of(phone).isLinked, laptop.of(phone).offence]).toEqual([false, 'harmful']);
		await world.close();
	});

	it('that would delete many are held until the owner answers, once, however often they are read', async () => {
		const { world, phone, laptop, carry } = await two();
		phone.add(...many(60));
		await carry(phone, laptop);
		laptop.rename('p59', 'Zoe');
		await carry(laptop, phone);
		laptop.setDeleted(many(30), 5);
		const file = await fileOf(world, laptop, [phone]);
		for (let each = 0; each < 3; each++) {
			expect(await during(world, phone.exchange.takeFile(file))).toEqual({ kind: 'held' });
		}
		expect(phone.of(laptop).held).toMatchObject([{ device: 'laptop', contacts: 30 }]);
		expect([phone.live().length, phone.havingOf(laptop).kind]).toEqual([60, 'waiting']);
		await phone.exchange.answerHeld(phone.of(laptop).held[0]?.id ?? '', true);
		expect(phone.live()).toHaveLength(30);
		expect(same(phone, laptop)).toBe(true);
		await world.close();
	});

	it('that take back what is held end the question', async () => {
		const { world, phone, laptop, carry } = await two();
		phone.add(...many(60));
		await carry(phone, laptop);
		laptop.setDeleted(many(30), 5);
		expect(await carry(laptop, phone)).toEqual({ kind: 'held' });
		await world.play(10);
		laptop.setDeleted(many(30), 0);
		expect(await carry(laptop, phone)).toMatchObject({ kind: 'taken' });
		expect([phone.of(laptop).held, phone.live().length, same(phone, laptop)]).toEqual([[], 60, true]);
		await world.close();
	});

	it('are passed on over the links that are there', async () => {
		const world = await createWorld();
		const [phone, laptop, tablet] = [
			await world.device('phone'),
			await world.device('laptop'),
			await world.device('tablet')
		];
		await world.join(laptop, tablet);
		await world.play(1_000);
		phone.add('ana');
		await during(world, laptop.exchange.takeFile(await fileOf(world, phone, [laptop])));
		await world.play(3_000);
		expect(same(phone, laptop, tablet)).toBe(true);
		await world.close();
	});

	it('are not written of what could not be stored', async () => {
		const { world, phone, laptop } = await two();
		phone.add('ana');
		phone.isDiskFull = true;
		await expect(fileOf(world, phone, [laptop])).rejects.toThrow('full');
		await world.close();
	});
});
