import { describe, expect, it } from 'vitest';
import type { AddStage, JoinStage } from '$lib/devices';
import { createWorld, type TestWorld } from '../connect/test-world';
import { ownerDevice, type OwnerDevice } from './test-owner';

const last = <T>(all: readonly T[]): T | undefined => all.at(-1);
const kinds = (stages: readonly { kind: string }[]) =>
	stages.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1]);
const stage = <K extends AddStage['kind'] | JoinStage['kind']>(stages: readonly (AddStage | JoinStage)[], kind: K) =>
	stages.find((one): one is Extract<AddStage | JoinStage, { kind: K }> => one.kind === kind);

/** Adds `phone` to the devices of `laptop` by a typed code or a link, up to the owner's answer. */
async function meet(world: TestWorld, laptop: OwnerDevice, phone: OwnerDevice, way: 'code' | 'link' = 'code') {
	const host = await laptop.add(way);
	await world.until(() => stage(host.stages, way) !== undefined, 5_000);
	const text = way === 'code' ? stage(host.stages, 'code')?.code : stage(host.stages, 'link')?.link;
	const guest = await phone.join({ way, text: text ?? '' });
	await world.until(() => last(host.stages)?.kind === 'asking' || last(guest.stages)?.kind === 'refused', 10_000);
	return { host, guest };
}

async function pair(world: TestWorld, laptop: OwnerDevice, phone: OwnerDevice, way: 'code' | 'link' = 'code') {
	const { host, guest } = await meet(world, laptop, phone, way);
	await host.adding.confirm();
	await world.until(() => last(host.stages)?.kind === 'done' && last(guest.stages)?.kind === 'done', 30_000);
	await host.adding.close();
	await guest.joining.close();
	return { host, guest };
}

async function twoPaired(world: TestWorld) {
	const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
	await pair(world, laptop, phone);
	return { laptop, phone };
}

describe('O1: a device is added', () => {
	it.each(['code', 'link'] as const)(
		'by a %s: the same digits on both, a yes, and both have everybody',
		async (way) => {
			const world = await createWorld(0);
			const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
			laptop.addPeople('Ana', 'Tom');
			phone.addPeople('Zoe');
			const { host, guest } = await pair(world, laptop, phone, way);

			expect(kinds(host.stages)).toEqual(['preparing', way, 'meeting', 'asking', 'giving', 'exchanging', 'done']);
			expect(kinds(guest.stages)).toEqual(['calling', 'checking', 'receiving', 'exchanging', 'done']);
			expect(stage(host.stages, 'asking')).toMatchObject({
				name: 'Pixel',
				digits: stage(guest.stages, 'checking')?.digits
			});
			expect(last(host.stages)).toEqual({ kind: 'done', device: 'Pixel', contacts: 3 });
			expect(last(guest.stages)).toEqual({ kind: 'done', device: 'Laptop', contacts: 3 });
			expect(laptop.people()).toEqual(['Ana', 'Tom', 'Zoe']);
			expect(phone.people()).toEqual(['Ana', 'Tom', 'Zoe']);
			for (const { devices: _, ...device } of [laptop, phone]) {
				expect(device.state()).toMatchObject({ isPaired: true, wasRemoved: false, meeting: 'open' });
				expect(device.state().others).toMatchObject([{ link: 'connected', having: { kind: 'up-to-date' } }]);
			}
		}
	);

	it('by two scans, with no meeting point at all', async () => {
		const world = await createWorld(0);
		const [laptop, phone] = [await ownerDevice(world, 'Laptop', true), await ownerDevice(world, 'Pixel', true)];
		laptop.addPeople('Ana');
		const host = await laptop.add('scan');
		await world.until(() => stage(host.stages, 'offer') !== undefined, 5_000);
		const guest = await phone.join({ way: 'scan', text: stage(host.stages, 'offer')?.scan ?? '' });
		await world.until(() => stage(guest.stages, 'answer') !== undefined, 5_000);
		expect(await world.settled(host.adding.scanned('https://example.org'))).toBe(false);
		expect(await world.settled(host.adding.scanned(stage(guest.stages, 'answer')?.scan ?? ''))).toBe(true);
		await world.until(() => last(host.stages)?.kind === 'asking', 10_000);
		await host.adding.confirm();
		await world.until(() => last(host.stages)?.kind === 'done' && last(guest.stages)?.kind === 'done', 30_000);
		expect(last(guest.stages)).toEqual({ kind: 'done', device: 'Laptop', contacts: 1 });
		expect(phone.people()).toEqual(['Ana']);
		expect(phone.state().meeting).toBe('none');
	});

	it('and later edits reach the other, also after both were closed', async () => {
		const world = await createWorld(0);
		const { laptop, phone } = await twoPaired(world);
		laptop.addPeople('Ana');
		expect(await world.until(() => phone.people().length === 1, 5_000)).not.toBeNull();
		await laptop.restart();
		await phone.restart();
		phone.addPeople('Tom');
		expect(await world.until(() => laptop.people().length === 2, 60_000)).not.toBeNull();
		expect(await world.until(() => laptop.state().others[0]?.having.kind === 'up-to-date', 10_000)).not.toBeNull();
	});
});

describe('O2: what becomes of who is here already', () => {
	it.each(['merge', 'set-aside'] as const)('%s is done before anything comes in', async (own) => {
		const world = await createWorld(0);
		const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
		phone.addPeople('Zoe');
		const host = await laptop.add('code');
		await world.until(() => stage(host.stages, 'code') !== undefined, 5_000);
		await phone.join({ way: 'code', text: stage(host.stages, 'code')?.code ?? '', own });
		await world.until(() => last(host.stages)?.kind === 'asking', 10_000);
		expect(phone.snapshots).toEqual([]);
		await host.adding.confirm();
		await world.until(() => last(host.stages)?.kind === 'done', 30_000);
		expect(phone.snapshots).toEqual([own]);
	});

	it('nothing comes in when it cannot be done, now or after a restart', async () => {
		const world = await createWorld(0);
		const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
		laptop.addPeople('Ana');
		phone.addPeople('Zoe');
		phone.isFull = true;
		const { host, guest } = await meet(world, laptop, phone);
		await host.adding.confirm();
		await world.until(() => last(guest.stages)?.kind === 'refused', 30_000);
		expect(last(guest.stages)).toEqual({ kind: 'refused', word: 'failed' });
		await phone.restart();
		await world.play(60_000);
		expect([phone.people(), phone.state().isPaired]).toEqual([['Zoe'], false]);
	});

	it('nothing is set aside where nobody is', async () => {
		const world = await createWorld(0);
		const { phone } = await twoPaired(world);
		expect(phone.snapshots).toEqual([]);
	});
});

describe('O3: a device is not added', () => {
	it('without a meeting point, but by scanning', async () => {
		const world = await createWorld(0);
		const laptop = await ownerDevice(world, 'Laptop', true);
		const { stages } = await laptop.add('code');
		await world.until(() => last(stages)?.kind === 'refused', 5_000);
		expect(last(stages)).toEqual({ kind: 'refused', word: 'no-meeting-point' });
		expect(laptop.state().isPaired).toBe(false);
	});

	it('by a code that is none', async () => {
		const world = await createWorld(0);
		const phone = await ownerDevice(world, 'Pixel');
		const { stages } = await phone.join({ way: 'code', text: 'not a code' });
		await world.until(() => last(stages)?.kind === 'refused', 5_000);
		expect(last(stages)).toEqual({ kind: 'refused', word: 'wrong-code' });
	});

	it('when the owner says no', async () => {
		const world = await createWorld(0);
		const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
		laptop.addPeople('Ana');
		const { host, guest } = await meet(world, laptop, phone);
		await host.adding.decline();
		await world.until(() => last(guest.stages)?.kind === 'refused', 30_000);
		expect(last(guest.stages)).toEqual({ kind: 'refused', word: 'declined' });
		expect([laptop.state().isPaired, phone.state().isPaired, phone.people()]).toEqual([false, false, []]);
	});

	it('when the screen with the code was left', async () => {
		const world = await createWorld(0);
		const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
		const { host, guest } = await meet(world, laptop, phone);
		await host.adding.close();
		await world.until(() => last(guest.stages)?.kind === 'refused', 30_000);
		expect(last(guest.stages)).toEqual({ kind: 'refused', word: 'closed' });
		expect(laptop.state().others).toEqual([]);
	});

	it('to a second group while it is in one', async () => {
		const world = await createWorld(0);
		const { phone } = await twoPaired(world);
		const { stages } = await phone.join({ way: 'code', text: 'abcd' });
		expect(stages).toEqual([{ kind: 'refused', word: 'paired-already' }]);
	});
});

describe('O4: a device is removed', () => {
	it('it gets nothing more, says so, and comes back only as another device', async () => {
		const world = await createWorld(0);
		const { laptop, phone } = await twoPaired(world);
		const before = phone.state().own?.id ?? '';
		await world.settled(laptop.devices.remove(before));
		expect(await world.until(() => phone.state().wasRemoved, 10_000)).not.toBeNull();
		expect(phone.state()).toMatchObject({ isPaired: false, others: [] });
		expect(laptop.state()).toMatchObject({ isPaired: false, removed: [{ id: before, name: 'Pixel' }] });
		laptop.addPeople('Ana');
		await world.play(60_000);
		expect(phone.people()).toEqual([]);

		await pair(world, laptop, phone);
		expect(phone.people()).toEqual(['Ana']);
		expect(phone.state().own?.id).not.toBe(before);
		expect(laptop.state().others).toMatchObject([{ id: phone.state().own?.id }]);
	});
});

describe('O5: what is kept', () => {
	it('names given on one device are read on the other', async () => {
		const world = await createWorld(0);
		const { laptop, phone } = await twoPaired(world);
		await world.settled(laptop.devices.rename(phone.state().own?.id ?? '', 'Old Pixel'));
		expect(await world.until(() => phone.state().own?.name === 'Old Pixel', 10_000)).not.toBeNull();
	});

	it('network settings, and that none of it leads to a third party unless it was named', async () => {
		const world = await createWorld(0);
		const laptop = await ownerDevice(world, 'Laptop');
		expect(laptop.state().network).toEqual({ meetingPoint: { kind: 'own' }, iceServers: [], isRelayOnly: false });
		const settings = {
			meetingPoint: { kind: 'none' },
			iceServers: [{ urls: 'stun:a.example' }],
			isRelayOnly: false
		} as const;
		await world.settled(laptop.devices.editNetwork(settings));
		await laptop.restart();
		expect(laptop.state()).toMatchObject({ network: settings, meeting: 'none' });
	});
});
