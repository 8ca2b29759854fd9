/** What happens with files: some that the owner carries by hand, and a folder that devices share. */
import type { FileRefusal } from '$lib/devices';
import * as Y from 'yjs';
import type { SimulatedDevice } from './device';
import { mayFail, type Steps } from './step';
import type { CarriedFile, World } from './world';

/** What may be said of a whole file of a device that was never caught doing harm. */
const honest: readonly FileRefusal[] = ['own', 'removed', 'foreign', 'epoch', 'alone'];

/** Often one that is opened on another device right away. */
function save(world: World, device: SimulatedDevice, other: SimulatedDevice): void {
	const { app } = device;
	if (!app || !world.files) return;
	const { saved } = world.files;
	const openedAfter = world.chance.is(0.5) ? world.chance.below(2_000) : null;
	const clocks = Y.decodeStateVector(Y.encodeStateVector(app.log.doc));
	mayFail(
		app.devices.saveFile().then(async (file) => {
			if (!file) return;
			const carried = { by: device.name, bytes: file.bytes, clocks };
			saved.push(carried);
			if (openedAfter !== null) world.time.after(openedAfter, () => open(world, other, carried));
		})
	);
}

/** Any file that was ever saved: a new one or an old one, the first or the third time. */
function open(world: World, device: SimulatedDevice, file = world.pick(world.files?.saved ?? [])): void {
	const { app } = device;
	if (!app || !file) return;
	mayFail(
		app.devices.openFile(file.bytes).then((outcome) => {
			world.tell(`a file is ${'word' in outcome ? outcome.word : outcome.kind}, by ${file.by}, on ${device.name}`);
			if (outcome.kind === 'taken') assertStored(world, device, file);
			if (outcome.kind === 'refused' && !honest.includes(outcome.word))
				world.watching.breaks('S7', `${device.name} says of a file of ${file.by}: ${outcome.word}`);
		})
	);
}

/** What a file brought counts as read: its writer had it all, and so must this disk have. */
function assertStored(world: World, { name, disk }: SimulatedDevice, { by, clocks }: CarriedFile): void {
	for (const [client, clock] of clocks)
		if (Y.getState(disk.document.store, client) < clock)
			return world.watching.breaks('S2', `${name} took a file of ${by}, and has not kept all of it`);
}

/** Uses the folder, or no longer. */
export function useFolder(world: World, { app }: SimulatedDevice, isUsed = world.chance.is(0.8)): void {
	if (app && world.files) mayFail(app.devices.useFolder(isUsed ? world.files.folder.handle : null));
}

export const fileStepsOfOwner: Steps = {
	'save a file': [6, save],
	'open a file': [8, (world, device) => open(world, device)],
	'use the folder': [3, (world, device) => useFolder(world, device)]
};

export const fileStepsOfWorld: Steps = {
	leave: [3, (_, { app }) => void app?.devices.leave()],
	meddle: [4, (world, { name }) => world.files?.folder.meddle(name)],
	'folder fails': [1, (world, { name }) => world.files?.folder.trouble(name)]
};
