import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { fractionFrom, seededRandom } from '../link/random';
import { filesWorld, viewOf, type FilesWorld } from './test-files';
import type { OwnerDevice } from './test-owner';

const minute = 60_000;
const same = (...devices: readonly OwnerDevice[]) =>
	devices.every(({ doc }) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(devices[0]?.doc ?? doc)));

type Choose = (below: number) => number;

/** As whatever carries a folder may behave: files come late, cut short, twice, under other names, or go. */
function meddle({ folder, world }: FilesWorld, choose: Choose): void {
	const names = [...folder.files.keys()];
	const name = names[choose(names.length)];
	const file = name && folder.files.get(name);
	if (!file) return;
	const put = (as: string, bytes: Uint8Array) =>
		folder.files.set(as, { bytes, modified: world.clock.now() + choose(9) });
	switch (choose(5)) {
		case 0:
			folder.files.delete(name);
			break;
		case 1:
			put(name, file.bytes.slice(0, choose(file.bytes.length)));
			break;
		case 2:
			put(`${name.replace('.kith-sync', '')} (conflicted copy ${choose(99)}).kith-sync`, file.bytes);
			break;
		case 3:
			put(
				`kith-copy-${choose(9)}.kith-sync`,
				file.bytes.map((byte, at) => (at === choose(500) ? byte ^ 1 : byte))
			);
			break;
		default:
			put(name, file.bytes);
	}
}

/** Never says that another has what is here unless it has. */
function assertTruthful(devices: readonly OwnerDevice[]): void {
	for (const device of devices) {
		for (const other of devices) {
			if (device === other || viewOf(device, other).having.kind !== 'up-to-date') continue;
			const theirs = Y.decodeStateVector(Y.encodeStateVector(other.doc));
			for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(device.doc))) {
				expect(theirs.get(client) ?? 0).toBeGreaterThanOrEqual(clock);
			}
		}
	}
}

const seeds = Array.from({ length: 12 }, (_, seed) => seed + 1);

it.each(seeds)(
	'O6, O9: any history of edits, sleeps, restarts and a careless folder ends with the same: %i',
	async (seed) => {
		const made = await filesWorld('Laptop', 'Pixel', 'Tablet');
		const { world, devices, handle, save, open } = made;
		const random = seededRandom(seed);
		const choose: Choose = (below) => Math.floor(fractionFrom(random) * below);
		const pick = () => devices[choose(devices.length)] as OwnerDevice;
		// All know of all: what is meddled with is the folder.
		for (const from of devices) for (const to of devices) if (from !== to) await open(to, await save(from));
		for (const { devices: one } of devices) await world.settled(one.useFolder(handle));
		const files: Uint8Array<ArrayBuffer>[] = [];
		let added = 0;
		for (let step = 0; step < 60; step++) {
			const device = pick();
			switch (choose(9)) {
				case 0:
				case 1:
				case 2:
					device.addPeople(...Array.from({ length: 1 + choose(30) }, () => `Person ${added++}`));
					break;
				case 3: {
					const ids = [...device.kith.contacts.ids()];
					const id = ids[choose(ids.length)];
					if (id) device.kith.change(() => device.kith.contacts.edit(id, { texts: { given: `Named ${step}` } }));
					break;
				}
				case 4:
					await device.restart();
					break;
				case 5:
					void device.devices.leave();
					break;
				case 6:
					void device.devices.wake();
					break;
				case 7:
					meddle(made, choose);
					break;
				default: {
					files.push(await save(device));
					const file = files[choose(files.length)];
					if (file) await open(pick(), file);
				}
			}
			await world.play(choose(3) * choose(30_000));
			// What is known is told within 50 ms.
			await world.play(100);
			assertTruthful(devices);
		}
		for (const { devices: one } of devices) void one.wake();
		await world.play(30 * minute);
		expect([same(...devices), devices[0]?.people().length]).toEqual([true, added]);
		for (const device of devices) {
			expect(device.state().others.map(({ having, offence }) => [having.kind, offence])).toEqual([
				['up-to-date', null],
				['up-to-date', null]
			]);
		}
	}
);
