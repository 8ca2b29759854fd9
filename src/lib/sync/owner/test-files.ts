/** Devices that are one group, and never linked: they have files alone. */
import { onTestFinished } from 'vitest';
import type { DeviceView, FileOutcome, FolderHandle } from '$lib/devices';
import { createWorld, type TestWorld } from '../connect/test-world';
import { folderHandle, memoryFolder, type MemoryFolder } from '../files/memory-folder';
import { foundGroup, joinGroup, type Group } from '../trust/group';
import { createKeyPairs, identityOf } from '../trust/identity';
import { memoryKeyStore, type KeyStore } from '../trust/key-store';
import { systemRandom } from '../trust/bytes';
import { ownerDevice, type OwnerDevice } from './test-owner';

export interface FilesWorld {
	readonly world: TestWorld;
	readonly devices: readonly OwnerDevice[];
	/** What the browser would give for a folder that all of them see. */
	readonly handle: FolderHandle;
	readonly folder: MemoryFolder;
	save(from: OwnerDevice): Promise<Uint8Array<ArrayBuffer>>;
	open(to: OwnerDevice, bytes: Uint8Array<ArrayBuffer>): Promise<FileOutcome>;
	carry(from: OwnerDevice, to: OwnerDevice): Promise<FileOutcome>;
}

async function groupPorts(world: TestWorld, store: KeyStore) {
	const identity = await identityOf(await store.keepKeys(await createKeyPairs()));
	return { identity, store, random: systemRandom, now: world.clock.now };
}

/** The first one knows all others; each other knows those before it. */
export async function filesWorld(...names: readonly string[]): Promise<FilesWorld> {
	const world = await createWorld(0);
	const folder = memoryFolder(world.clock);
	const handle = folderHandle('Shared');
	const devices: OwnerDevice[] = [];
	const stores: KeyStore[] = [];
	let first: Group | null = null;
	for (const name of names) {
		const store = memoryKeyStore();
		const ports = await groupPorts(world, store);
		if (first) await joinGroup(ports, await first.admit(ports.identity.publicKeys, name));
		else first = await foundGroup(ports, name);
		stores.push(store);
	}
	for (const [at, name] of names.entries()) {
		const store = stores[at] ?? memoryKeyStore();
		devices.push(await ownerDevice(world, name, true, { store, openFolder: () => folder }));
	}

	onTestFinished(async () => {
		for (const { devices: one } of devices) await world.settled(one.close());
	});

	async function save(from: OwnerDevice) {
		// Two files of one device are never of one millisecond.
		await world.play(1);
		const file = await world.settled(from.devices.saveFile());
		if (!file) throw new Error('no file');
		return new Uint8Array(await file.bytes.arrayBuffer());
	}
	const open = (to: OwnerDevice, bytes: Uint8Array<ArrayBuffer>) =>
		world.settled(to.devices.openFile(new Blob([bytes])));
	return { world, devices, handle, folder, save, open, carry: async (from, to) => open(to, await save(from)) };
}

export function viewOf(device: OwnerDevice, other: OwnerDevice): DeviceView {
	const view = device.state().others.find(({ id }) => id === other.state().own?.id);
	if (!view) throw new Error('not known');
	return view;
}
