import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDevice } from '$lib/storage/device';
import { takeReplica } from './replica';

/** Locks of one browser: each held until its holder's promise settles, or its thread ends. */
class FakeLocks {
	readonly held = new Set<string>();

	readonly manager = {
		request: async (name: string, _: LockOptions, work: (lock: Lock | null) => unknown) => {
			if (this.held.has(name)) return work(null);
			this.held.add(name);
			await work({ name, mode: 'exclusive' });
			this.held.delete(name);
		}
	} as unknown as LockManager;
}

test('a device keeps its name as long as the document that it wrote in is whole', async () => {
	const device = await openDevice('whole');
	const name = await takeReplica(device, new FakeLocks().manager, false);
	expect(name).toMatch(/^[a-z2-7]{6}$/);
	expect(await takeReplica(device, new FakeLocks().manager, true)).toBe(name);
	expect(await device.get('replica')).toBe(name);
});

test('a device whose document is gone or not whole takes a new name, and keeps that', async () => {
	const device = await openDevice('lost');
	const name = await takeReplica(device, new FakeLocks().manager, true);
	const renamed = await takeReplica(device, new FakeLocks().manager, false);
	expect(renamed).not.toBe(name);
	expect(await takeReplica(device, new FakeLocks().manager, true)).toBe(renamed);
});

test('a value that is no name is not taken for one', async () => {
	const device = await openDevice('odd');
	await device.set('replica', 5);
	expect(await takeReplica(device, new FakeLocks().manager, true)).toMatch(/^[a-z2-7]{6}$/);
});

test('each tab has a lane of its own, and takes the first that is free', async () => {
	const device = await openDevice('tabs');
	const { manager, held } = new FakeLocks();
	const first = await takeReplica(device, manager, true);
	const second = await takeReplica(device, manager, true);
	const third = await takeReplica(device, manager, true);
	expect([second, third]).toEqual([`${first}.1`, `${first}.2`]);
	held.delete(`kith-lane-${first}-1`);
	expect(await takeReplica(device, manager, true)).toBe(second);
	held.delete(`kith-lane-${first}-0`);
	expect(await takeReplica(device, manager, true)).toBe(first);
});

test('without a lane to hold, each tab has a name that no other has', async () => {
	const device = await openDevice('no locks');
	const names = [await takeReplica(device, undefined, true), await takeReplica(device, undefined, true)];
	const { manager, held } = new FakeLocks();
	const kept = String(await device.get('replica'));
	for (let lane = 0; lane < 64; lane++) held.add(`kith-lane-${kept}-${lane}`);
	names.push(await takeReplica(device, manager, true));
	for (const name of names) expect(name).toMatch(/^[a-z2-7]{8}$/);
	expect(new Set([...names, kept]).size).toBe(4);
});

test('locks that fail are no reason to write under another tab’s name', async () => {
	const device = await openDevice('failing');
	const manager = { request: () => Promise.reject(new Error('no locks here')) } as unknown as LockManager;
	await expect(takeReplica(device, manager, true)).rejects.toThrow('no locks here');
});
