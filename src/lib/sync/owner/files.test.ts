import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { filesWorld, viewOf, type FilesWorld } from './test-files';
import { ownerDevice, type OwnerDevice } from './test-owner';

const same = (...devices: readonly OwnerDevice[]) =>
	devices.every(({ doc }) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(devices[0]?.doc ?? doc)));
const own = (device: OwnerDevice) => device.state().own?.id ?? '';
const refused = (word: string, device = '') => ({ kind: 'refused', word, device });
const manyNames = (count: number) => Array.from({ length: count }, (_, at) => `Person ${at}`);

async function two() {
	const made = await filesWorld('Laptop', 'Pixel');
	const [laptop, phone] = made.devices as [OwnerDevice, OwnerDevice];
	return { ...made, laptop, phone };
}

async function three() {
	const made = await filesWorld('Laptop', 'Pixel', 'Tablet');
	const [laptop, phone, tablet] = made.devices as [OwnerDevice, OwnerDevice, OwnerDevice];
	return { ...made, laptop, phone, tablet };
}

describe('O6: devices that exchange by files alone', () => {
	it('have the same in the end, and say of each other what they have', async () => {
		const { world, laptop, phone, carry } = await two();
		laptop.addPeople('Ana', 'Tom');
		expect(await carry(laptop, phone)).toEqual({ kind: 'taken', device: 'Laptop', changes: 3 });
		phone.addPeople('Zoe');
		expect(await carry(phone, laptop)).toEqual({ kind: 'taken', device: 'Pixel', changes: 1 });
		expect(await carry(laptop, phone)).toEqual({ kind: 'taken', device: 'Laptop', changes: 0 });
		await world.play(100);
		expect([laptop.people(), same(laptop, phone)]).toEqual([['Ana', 'Tom', 'Zoe'], true]);
		expect([viewOf(laptop, phone), viewOf(phone, laptop)]).toMatchObject([
			{ having: { kind: 'up-to-date' }, link: 'away' },
			{ having: { kind: 'up-to-date' }, link: 'away' }
		]);
		laptop.addPeople('Ida');
		await world.play(100);
		expect(viewOf(laptop, phone).having).toEqual({ kind: 'waiting', changes: 1 });
	});

	it('take files in any order and twice', async () => {
		const { laptop, phone, tablet, save, open } = await three();
		const files: Uint8Array<ArrayBuffer>[] = [];
		for (const name of ['Ana', 'Tom', 'Zoe']) {
			laptop.addPeople(name);
			files.push(await save(laptop));
		}
		for (const file of [...files.toReversed(), ...files])
			expect(await open(phone, file)).toMatchObject({ kind: 'taken' });
		tablet.addPeople('Ida');
		expect(await open(phone, await save(tablet))).toMatchObject({ kind: 'taken', device: 'Tablet', changes: 2 });
		for (const to of [laptop, tablet]) await open(to, await save(phone));
		expect([laptop.people().length, same(laptop, phone, tablet)]).toEqual([4, true]);
	});

	it('hear of a device they do not know from its own file, and pass on what it wrote', async () => {
		const { world, laptop, phone, tablet, carry } = await three();
		expect(phone.state().others.map(({ name }) => name)).toEqual(['Laptop']);
		tablet.addPeople('Ida');
		expect(await carry(tablet, phone)).toMatchObject({ kind: 'taken', device: 'Tablet' });
		await world.play(100);
		expect(
			phone
				.state()
				.others.map(({ name }) => name)
				.sort()
		).toEqual(['Laptop', 'Tablet']);
		await carry(phone, laptop);
		expect(laptop.people()).toEqual(['Ida']);
	});

	it('say what is wrong with a file, and go on', async () => {
		const { laptop, phone, save, open, carry } = await two();
		const stranger = (await filesWorld('Other', 'Another')).devices[0];
		if (!stranger) throw new Error('nobody');
		const foreign = new Uint8Array((await (await stranger.devices.saveFile())?.bytes.arrayBuffer()) ?? []);
		laptop.addPeople('Ana');
		const file = await save(laptop);
		expect(await open(phone, new Uint8Array([...new TextEncoder().encode('BEGIN:VCARD')]))).toEqual(
			refused('not-kith')
		);
		expect(await open(phone, file.slice(0, -40))).toEqual(refused('damaged', 'Laptop'));
		expect(await open(phone, file.slice(0, 50))).toEqual(refused('damaged'));
		expect(
			await open(
				phone,
				file.map((byte, at) => (at === 8 ? 9 : byte))
			)
		).toEqual(refused('newer'));
		expect(await open(phone, foreign)).toEqual(refused('foreign'));
		expect(await open(laptop, file)).toEqual(refused('own', 'Laptop'));
		expect([phone.people(), await carry(laptop, phone)]).toMatchObject([[], { kind: 'taken' }]);
	});

	it('are none while there is nobody to exchange with', async () => {
		const { world, devices } = await filesWorld('Laptop');
		const [laptop] = devices as [OwnerDevice];
		expect(await world.settled(laptop.devices.saveFile())).toBeNull();
		const nobody = await ownerDevice(world, 'New', true);
		expect(await nobody.devices.saveFile()).toBeNull();
		expect(await nobody.devices.openFile(new Blob(['x']))).toEqual(refused('alone'));
	});

	it('hold a file that would delete many until the owner answers', async () => {
		const { world, laptop, phone, carry } = await two();
		laptop.addPeople(...manyNames(60));
		await carry(laptop, phone);
		await carry(phone, laptop);
		const ids = [...phone.kith.contacts.ids()].slice(0, 30);
		phone.kith.change(() => ids.forEach((id) => phone.kith.contacts.setDeleted(id, world.clock.now())));
		expect(await carry(phone, laptop)).toEqual({ kind: 'held', device: 'Pixel' });
		await world.play(100);
		const [held] = laptop.state().held;
		expect([laptop.people().length, held?.contacts, held?.device]).toEqual([60, 30, own(phone)]);
		await world.settled(laptop.devices.answerHeld(held?.id ?? '', false));
		await carry(laptop, phone);
		expect([laptop.people().length, phone.people().length, same(laptop, phone)]).toEqual([60, 60, true]);
	});

	it('that build on one that has not come say which, change nothing, and are taken once it has', async () => {
		const { world, laptop, phone, open, carry, handle, folder } = await two();
		await world.settled(laptop.devices.useFolder(handle));
		laptop.addPeople(...manyNames(1_500));
		await world.play(11_000);
		laptop.addPeople('Ana');
		await world.play(11_000);
		const [first, second] = [...folder.files.values()].map(({ bytes }) => new Uint8Array(bytes));
		const after = Number([...folder.files.keys()][0]?.match(/(\d+)\.kith-sync/)?.[1]);
		if (!first || !second) throw new Error('not written');
		expect(await open(phone, second)).toEqual({ kind: 'gap', device: 'Laptop', after });
		expect(phone.people()).toEqual([]);
		expect(await open(phone, first)).toMatchObject({ kind: 'taken' });
		expect(await open(phone, second)).toEqual({ kind: 'taken', device: 'Laptop', changes: 1 });
		await carry(phone, laptop);
		expect(same(laptop, phone)).toBe(true);
	});

	it('heal what a device lost, as soon as the other has read what it has', async () => {
		const { world, laptop, phone, carry } = await two();
		laptop.addPeople('Ana', 'Tom');
		await carry(laptop, phone);
		await carry(phone, laptop);
		laptop.addPeople('Zoe');
		// The phone's storage was lost, and with it all people; its keys are kept elsewhere.
		const emptied = await emptiedDevice(world, phone);
		expect(await carry(laptop, emptied)).toEqual({ kind: 'gap', device: 'Laptop', after: null });
		await carry(emptied, laptop);
		expect(viewOf(laptop, emptied).having.kind).not.toBe('up-to-date');
		expect(await carry(laptop, emptied)).toMatchObject({ kind: 'taken', device: 'Laptop' });
		expect(same(laptop, emptied)).toBe(true);
	});

	it('leave everything as it was where a member sends what would do harm, and name it', async () => {
		const { world, laptop, phone, save, open } = await two();
		laptop.addPeople('Ana');
		await open(phone, await save(laptop));
		const before = Y.encodeStateAsUpdate(phone.doc);
		// What no gate lets pass: a type that is in no document of ours.
		laptop.doc.getXmlFragment('people').insert(0, [new Y.XmlElement('x')]);
		const harmful = await save(laptop);
		expect(await open(phone, harmful)).toEqual(refused('harmful', 'Laptop'));
		await world.play(100);
		expect([Y.encodeStateAsUpdate(phone.doc), viewOf(phone, laptop).offence]).toEqual([before, 'harmful']);
		expect(await open(phone, harmful)).toEqual(refused('not-listened', 'Laptop'));
	});
});

/** The same device of the group, with nobody in its document. */
async function emptiedDevice(world: FilesWorld['world'], device: OwnerDevice): Promise<OwnerDevice> {
	await world.settled(device.devices.close());
	return ownerDevice(world, 'Pixel', true, { store: device.store });
}

describe('O7: a removal and files', () => {
	it('reaches the others by a file, and nothing of the removed device is taken from then on', async () => {
		const { world, laptop, phone, tablet, save, open, carry } = await three();
		await carry(tablet, phone);
		const late = await save(tablet);
		await world.settled(laptop.devices.remove(own(tablet)));
		laptop.addPeople('Ana');
		const news = await save(laptop);
		expect(await open(phone, news)).toMatchObject({ kind: 'taken', device: 'Laptop' });
		await world.play(100);
		expect(phone.state()).toMatchObject({ removed: [{ name: 'Tablet' }], others: [{ name: 'Laptop' }] });
		expect(await open(phone, late)).toEqual(refused('removed', 'Tablet'));
		expect(await open(tablet, news)).toEqual(refused('epoch', 'Laptop'));
		expect(tablet.people()).toEqual([]);
		phone.addPeople('Tom');
		expect(await carry(phone, laptop)).toMatchObject({ kind: 'taken', device: 'Pixel' });
		expect(await open(tablet, await save(phone))).toEqual(refused('epoch', 'Pixel'));
	});

	it('makes a device that knows of its own removal take and write nothing', async () => {
		const { world, laptop, phone, tablet, save, open } = await three();
		phone.addPeople('Tom');
		const unaware = await save(phone);
		await world.settled(laptop.devices.remove(own(tablet)));
		const told = await laptop.store.readGroup();
		if (told) await tablet.store.addToGroup({ ...told, secrets: new Map() });
		await tablet.restart();
		expect(tablet.state().wasRemoved).toBe(true);
		expect(await open(tablet, unaware)).toEqual(refused('alone'));
		expect([tablet.people(), await world.settled(tablet.devices.saveFile())]).toEqual([[], null]);
	});

	it('leaves readable what a member wrote before it heard of it', async () => {
		const { world, laptop, phone, tablet, save, open } = await three();
		phone.addPeople('Tom');
		const before = await save(phone);
		await world.settled(laptop.devices.remove(own(tablet)));
		expect(await open(laptop, before)).toMatchObject({ kind: 'taken', device: 'Pixel' });
		expect(laptop.people()).toEqual(['Tom']);
	});

	it('and a new name travel too', async () => {
		const { world, laptop, phone, carry } = await two();
		await world.settled(laptop.devices.rename(own(phone), 'Old Pixel'));
		await carry(laptop, phone);
		await world.play(100);
		expect(phone.state().own?.name).toBe('Old Pixel');
	});
});

describe('O8: hostile files', () => {
	it('mutated by the ten thousand, none is accepted', async () => {
		const { laptop, phone, save } = await two();
		laptop.addPeople('Ana', 'Tom');
		const file = await save(laptop);
		const before = Y.encodeStateAsUpdate(phone.doc);
		const roster = JSON.stringify(phone.state().others);
		let seed = 1;
		const random = (below: number) => (seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647) % below;
		const words = new Map<string, number>();
		for (let each = 0; each < 10_000; each++) {
			const bytes = mutated(file, random);
			const outcome = await phone.devices.openFile(new Blob([bytes]));
			const word = outcome.kind === 'refused' ? outcome.word : outcome.kind;
			words.set(word, (words.get(word) ?? 0) + 1);
		}
		expect([...words.keys()].sort()).toEqual(['damaged', 'foreign', 'newer', 'not-kith']);
		expect(Y.encodeStateAsUpdate(phone.doc)).toEqual(before);
		expect(JSON.stringify(phone.state().others)).toBe(roster);
	});
});

/** Never the same. */
function mutated(bytes: Uint8Array<ArrayBuffer>, random: (below: number) => number): Uint8Array<ArrayBuffer> {
	const at = random(bytes.length);
	switch (random(5)) {
		case 0:
			return bytes.slice(0, at);
		case 1:
			return Uint8Array.from([...bytes.slice(0, at), random(256), ...bytes.slice(at)]);
		case 2:
			return Uint8Array.from([...bytes, ...bytes.slice(0, at + 1)]);
		case 3:
			return bytes.map((byte, each) => (each >= at && each < at + 8 ? byte ^ (1 + random(255)) : byte));
		default:
			return bytes.map((byte, each) => (each === at ? byte ^ (1 << random(8)) : byte));
	}
}
