import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { folderHandle } from '../files/memory-folder';
import { filesWorld, viewOf, type FilesWorld } from './test-files';
import type { OwnerDevice } from './test-owner';

const minute = 60_000;
const same = (...devices: readonly OwnerDevice[]) =>
	devices.every(({ doc }) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(devices[0]?.doc ?? doc)));
const manyNames = (count: number, name = 'Person') => Array.from({ length: count }, (_, at) => `${name} ${at}`);

/** Devices that all have chosen one folder. */
async function sharing(...names: readonly string[]) {
	const made = await filesWorld(...names);
	for (const { devices } of made.devices) await made.world.settled(devices.useFolder(made.handle));
	await made.world.play(20_000);
	const [laptop, phone, tablet] = made.devices as [OwnerDevice, OwnerDevice, OwnerDevice];
	return { ...made, laptop, phone, tablet };
}

const lettersOf = (device: OwnerDevice) =>
	(device.state().own?.words ?? '').replaceAll(' ', '').slice(0, 12).toLowerCase();
const filesOf = ({ folder }: Pick<FilesWorld, 'folder'>, device: OwnerDevice) =>
	[...folder.files.keys()].filter((name) => name.startsWith(`kith-${lettersOf(device)}-`));

describe('O9: a folder', () => {
	it('brings two devices together that are never awake at once', async () => {
		const { world, laptop, phone } = await sharing('Laptop', 'Pixel');
		laptop.addPeople('Ana');
		await world.play(11_000);
		await world.settled(laptop.devices.close());
		await world.play(4 * minute);
		expect(phone.people()).toEqual(['Ana']);
		phone.addPeople('Tom');
		await world.play(11_000);
		await world.settled(phone.devices.close());
		await laptop.restart();
		await world.play(1_000);
		expect(laptop.people()).toEqual(['Ana', 'Tom']);
		expect(viewOf(laptop, phone).having).toMatchObject({ kind: 'up-to-date' });
		expect(laptop.state().folder).toMatchObject({ name: 'Shared', status: 'ready' });
	});

	it('brings three to the same, and then nothing more is written', async () => {
		const made = await sharing('Laptop', 'Pixel', 'Tablet');
		const { world, laptop, phone, tablet, folder } = made;
		laptop.addPeople('Ana');
		phone.addPeople('Tom');
		tablet.addPeople('Zoe');
		await world.play(20 * minute);
		expect([same(laptop, phone, tablet), laptop.people()]).toEqual([true, ['Ana', 'Tom', 'Zoe']]);
		for (const device of [laptop, phone, tablet]) {
			expect(device.state().others.map(({ having }) => having.kind)).toEqual(['up-to-date', 'up-to-date']);
		}
		const [files, reads] = [[...folder.files.keys()], folder.reads];
		await world.play(60 * minute);
		expect([[...folder.files.keys()], folder.reads]).toEqual([files, reads]);
	});

	it('is used once, or no longer, however quickly the owner chooses it again', async () => {
		const { world, devices, handle } = await filesWorld('Laptop', 'Pixel');
		const [laptop, phone] = devices as [OwnerDevice, OwnerDevice];
		await world.settled(phone.devices.useFolder(handle));
		const choose = (...chosen: readonly (typeof handle | null)[]) =>
			world.settled(Promise.all(chosen.map((one) => laptop.devices.useFolder(one))));
		await choose(handle, null);
		expect(laptop.state().folder).toBeNull();
		await choose(handle, handle);
		await choose(null);
		await world.play(20_000);
		phone.addPeople('Ana');
		laptop.addPeople('Tom');
		await world.play(4 * minute);
		expect([laptop.people(), phone.people()]).toEqual([['Tom'], ['Ana']]);
	});

	it('stays in use while another choice cannot be kept', async () => {
		const { world, laptop, phone, handle } = await sharing('Laptop', 'Pixel');
		for (const chosen of [null, handle, folderHandle('Other')]) {
			laptop.isFull = true;
			expect(await world.settled(laptop.devices.useFolder(chosen).catch(String))).toBe('Error: full');
			laptop.isFull = false;
			phone.addPeople('Ana');
			await world.play(4 * minute);
			expect(same(laptop, phone)).toBe(true);
			expect(laptop.state().folder).toMatchObject({ handle, status: 'ready' });
		}
	});

	it('is written once a burst has settled, at least each minute, and at once when the app is left', async () => {
		const made = await sharing('Laptop', 'Pixel');
		const { world, laptop } = made;
		const before = filesOf(made, laptop);
		for (let second = 0; second < 50; second += 5) {
			laptop.addPeople(`Person ${second}`);
			await world.play(5_000);
		}
		expect(filesOf(made, laptop)).toEqual(before);
		laptop.addPeople('Ana');
		await world.play(9_000);
		laptop.addPeople('Tom');
		await world.play(2_000);
		const written = filesOf(made, laptop);
		expect(written).not.toEqual(before);
		laptop.addPeople('Zoe');
		void laptop.devices.leave();
		await world.play(10);
		expect(filesOf(made, laptop)).not.toEqual(written);
	});

	it('is not looked into while the app is not seen, and at once when it is', async () => {
		const { world, laptop, phone, folder } = await sharing('Laptop', 'Pixel');
		void phone.devices.leave();
		laptop.addPeople('Ana');
		await world.play(20 * minute);
		const reads = folder.reads;
		expect(phone.people()).toEqual([]);
		void phone.devices.wake();
		await world.play(1_000);
		expect([phone.people(), folder.reads > reads]).toEqual([['Ana'], true]);
	});

	it('has few files of a device, whatever it writes while the other is away', async () => {
		const made = await sharing('Laptop', 'Pixel');
		const { world, laptop, phone, folder } = made;
		await world.settled(phone.devices.close());
		laptop.addPeople(...manyNames(1_500));
		let most = 0;
		let written = 0;
		for (let burst = 0; burst < 40; burst++) {
			const before = new Set(folder.files.keys());
			laptop.addPeople(...manyNames(1 + (burst % 7) * 10, `Burst ${burst}`));
			await world.play(11_000);
			const files = filesOf(made, laptop);
			most = Math.max(most, files.length);
			for (const name of files) if (!before.has(name)) written += folder.files.get(name)?.bytes.length ?? 0;
		}
		expect(most).toBeLessThanOrEqual(5);
		const whole = Y.encodeStateAsUpdate(laptop.doc).length;
		expect(written / whole).toBeLessThan(8);
		await phone.restart();
		await world.play(20_000);
		expect(same(laptop, phone)).toBe(true);
		// It is known now, so all of it goes.
		await world.play(4 * minute);
		laptop.addPeople('Ana');
		await world.play(11_000);
		expect(filesOf(made, laptop)).toHaveLength(1);
	});

	it('may bring its files in any order, late, in parts and twice', async () => {
		const made = await sharing('Laptop', 'Pixel');
		const { world, laptop, phone, folder } = made;
		await world.settled(phone.devices.close());
		laptop.addPeople(...manyNames(1_500));
		await world.play(11_000);
		laptop.addPeople('Ana');
		await world.play(11_000);
		const files = filesOf(made, laptop).map((name) => [name, folder.files.get(name)] as const);
		expect(files).toHaveLength(2);
		const [first, second] = files.map(([name, file]) => ({ name, bytes: file?.bytes ?? new Uint8Array() }));
		if (!first || !second) throw new Error('not written');
		folder.files.clear();
		const put = (name: string, bytes: Uint8Array) => folder.files.set(name, { bytes, modified: world.clock.now() });
		put(second.name, second.bytes);
		put(first.name, first.bytes.slice(0, 20_000));
		put('.syncthing.kith-x.kith-sync.tmp', first.bytes.slice(0, 10));
		put('holiday.jpg', new Uint8Array(10));
		await phone.restart();
		await world.play(1_000);
		expect([phone.people(), viewOf(phone, laptop).offence, phone.state().folder?.status]).toEqual([[], null, 'ready']);
		put('kith (conflicted copy 2027-01-15).kith-sync', first.bytes);
		await world.play(4 * minute);
		expect(phone.people()).toHaveLength(1_501);
		put(first.name, first.bytes);
		await world.play(4 * minute);
		expect(same(laptop, phone)).toBe(true);
	});

	it('that was emptied, or whose files were cut short, is filled again', async () => {
		const made = await sharing('Laptop', 'Pixel');
		const { world, laptop, phone, folder } = made;
		laptop.addPeople('Ana');
		await world.play(10 * minute);
		folder.files.clear();
		await world.play(10 * minute);
		expect([filesOf(made, laptop).length, filesOf(made, phone).length]).toEqual([1, 1]);
		const [name] = filesOf(made, laptop);
		const whole = folder.files.get(name ?? '');
		if (!name || !whole) throw new Error('not written');
		folder.files.set(name, { bytes: whole.bytes.slice(0, 100), modified: 0 });
		await world.play(10 * minute);
		const again = [...folder.files].filter(([one]) => filesOf(made, laptop).includes(one));
		expect(again.map(([one, { bytes }]) => [one === name, bytes.length > 100])).toEqual([[false, true]]);
	});

	it('that the browser locked is told of, and used again once it is unlocked', async () => {
		const { world, laptop, phone, folder, handle } = await sharing('Laptop', 'Pixel');
		folder.trouble = 'locked';
		laptop.addPeople('Ana');
		await world.play(11_000);
		expect(laptop.state().folder).toMatchObject({ status: 'locked', handle });
		folder.trouble = null;
		await world.settled(laptop.devices.useFolder(handle));
		await world.play(4 * minute);
		expect([laptop.state().folder?.status, phone.people()]).toEqual(['ready', ['Ana']]);
	});

	it('is left when the owner says so', async () => {
		const made = await sharing('Laptop', 'Pixel');
		const { world, laptop } = made;
		await world.settled(laptop.devices.useFolder(null));
		await laptop.restart();
		const before = filesOf(made, laptop);
		laptop.addPeople('Ana');
		await world.play(10 * minute);
		expect([laptop.state().folder, filesOf(made, laptop)]).toEqual([null, before]);
	});

	it('brings a change of a device whose changes are taken again', async () => {
		const { world, laptop, phone } = await sharing('Laptop', 'Pixel');
		laptop.doc.getXmlFragment('people').insert(0, [new Y.XmlElement('x')]);
		await world.play(4 * minute);
		expect(viewOf(phone, laptop).offence).toBe('harmful');
		expect(phone.people()).toEqual([]);
		await world.settled(phone.devices.forgive(laptop.state().own?.id ?? ''));
		await world.play(1_000);
		// The same file is not read again: it would do the same.
		expect(viewOf(phone, laptop).offence).toBeNull();
	});

	it('leaves no timer behind', async () => {
		const { world, devices } = await sharing('Laptop', 'Pixel');
		for (const { devices: one } of devices) await world.settled(one.close());
		expect(world.pending()).toBe(0);
	});
});
