import { describe, expect, it } from 'vitest';
import type { Group } from '../trust/group';
import { joinGroup } from '../trust/group';
import { createPorts, createWorld, isMesh, pairOf, type TestDevice } from './test-world';

const minute = 60_000;
const idOf = ({ group }: TestDevice) => group.identity.id;
const third = (devices: readonly TestDevice[]): TestDevice => {
	const device = devices[2];
	if (!device) throw new Error('no third device');
	return device;
};
const reasonOf = (device: TestDevice) => {
	const reasons: string[] = [];
	device.given.forEach((link) => link.watchClose((reason) => reasons.push(reason)));
	return reasons;
};
const holdsSecret = ({ group }: { group: Group }) => group.secrets().has(group.view().epoch.id);

describe('a list of devices', () => {
	it('C11 comes to all who are linked, within a moment of each change', async () => {
		const world = await createWorld(3);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		await world.settled(near.group.rename(idOf(far), 'Grey laptop'));
		await world.play(200);
		for (const { group } of world.devices) expect(group.view().members.get(idOf(far))?.name).toBe('Grey laptop');
		expect(isMesh(world.devices)).toBe(true);
	});

	it('C11 comes to who was away, before anything else', async () => {
		const world = await createWorld(3);
		const [near, far] = pairOf(world);
		near.start();
		await world.settled(near.group.rename(idOf(near), 'New phone'));
		far.start();
		await world.until(() => isMesh([near, far]), minute);
		await world.play(500);
		expect(far.group.view().members.get(idOf(near))?.name).toBe('New phone');
	});

	it('C11 with a device more: it is met by those who did not know it', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		const ports = await createPorts(world.clock.now);
		const gift = await world.settled(near.group.admit(ports.identity.publicKeys, 'Tablet'));
		const tablet = await joinGroup(ports, gift);
		await world.play(200);
		expect(far.group.view().members.has(ports.identity.id)).toBe(true);
		expect(far.network.state().members.get(tablet.identity.id)?.link).toBe('away');
	});
});

describe('a device that is removed', () => {
	it('C11 is told so and shut out, and the others stay linked with a new secret', async () => {
		const world = await createWorld(3);
		const [near, far] = pairOf(world);
		const lost = third(world.devices);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		const reasons = reasonOf(lost);
		await world.settled(near.group.remove(idOf(lost)));
		await world.play(1_000);
		expect(lost.network.state()).toMatchObject({ wasRemoved: true, members: new Map() });
		expect(lost.links()).toEqual([]);
		expect(reasons).toHaveLength(2);
		expect(holdsSecret(near) && holdsSecret(far)).toBe(true);
		expect(near.group.view().epoch.id).toBe(far.group.view().epoch.id);
		expect(lost.group.view().epoch.id).not.toBe(near.group.view().epoch.id);
		expect(isMesh([near, far])).toBe(true);
		await world.play(10 * minute);
		expect(isMesh([near, far])).toBe(true);
		expect(world.air.live).toBe(2);
	});

	it('C12 does nothing more, also when started again', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		await world.settled(near.group.remove(idOf(far)));
		await world.play(1_000);
		far.stop();
		near.stop();
		await world.play(30_000);
		far.start();
		expect(far.network.state().wasRemoved).toBe(true);
		far.meetingPoint.close();
		await world.play(100);
		far.network.wake();
		far.network.sleep();
		expect(
			(await far.network.adopt(await world.air.device(far.name).open({ iceServers: [], isRelayOnly: false }), true))
				.link
		).toBeNull();
		await world.play(1_000);
		far.meetingPoint.close();
		expect(world.pending()).toBe(0);
	});

	it('C8 and was away hears nothing of those who know, whatever it says', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		near.start();
		await world.settled(near.group.remove(idOf(far)));
		far.start();
		await world.play(10 * minute);
		expect(near.given).toEqual([]);
		expect(far.given).toEqual([]);
		expect(near.network.state().members.size).toBe(0);
		expect(far.group.entries()).toHaveLength(2);
	});

	it('C11 by another while all were apart: those who stay tell each other first, then link anew', async () => {
		for (const at of [0, 1]) {
			const world = await createWorld(3);
			const [near, far] = pairOf(world, at, 1 - at);
			const lost = third(world.devices);
			await near.group.remove(idOf(lost));
			near.start();
			far.start();
			const took = await world.until(() => isMesh([near, far]), minute);
			expect(took).toBeLessThan(4_000);
			for (const { given, group } of [near, far]) {
				expect(given).toHaveLength(1);
				expect(given[0]).toMatchObject({ isBehind: false, epoch: group.view().epoch.number });
				expect(group.view().members.has(idOf(lost))).toBe(false);
			}
			expect(near.group.view().epoch.id).toBe(far.group.view().epoch.id);
			await world.play(minute);
			expect(isMesh([near, far])).toBe(true);
			expect(world.air.live).toBe(2);
		}
	});

	it('C11 and who does not know it yet links to it, until somebody tells', async () => {
		const world = await createWorld(3);
		const [near, far] = pairOf(world);
		const lost = third(world.devices);
		await near.group.remove(idOf(lost));
		far.start();
		lost.start();
		expect(await world.until(() => isMesh([far, lost]), minute)).not.toBeNull();
		near.start();
		expect(await world.until(() => lost.network.state().wasRemoved, minute)).not.toBeNull();
		await world.until(() => isMesh([near, far]), minute);
		expect(isMesh([near, far])).toBe(true);
		expect(near.given.map(({ peerId }) => peerId)).toEqual([idOf(far)]);
	});

	it('C12 two that remove each other are both at their end', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		await world.settled(Promise.all([near.group.remove(idOf(far)), far.group.remove(idOf(near))]));
		await world.play(1_000);
		for (const device of world.devices) expect(device.links()).toEqual([]);
	});
});
