import { describe, expect, it } from 'vitest';
import { openNetwork } from '../connect/network';
import { createWorld, memoryOf, type TestWorld } from '../connect/test-world';
import type { Link } from '../link/link';
import { formatPhotoMessage } from '../photos/messages';
import { blobOf, picture } from '../photos/test-photos';
import { openGroup } from '../trust/group';
import { identityOf } from '../trust/identity';
import { ownerDevice, type OwnerDevice } from './test-owner';

const last = <T>(all: readonly T[]): T | undefined => all.at(-1);

async function pair(world: TestWorld, laptop: OwnerDevice, phone: OwnerDevice) {
	const host = await laptop.add('code');
	await world.until(() => host.stages.some(({ kind }) => kind === 'code'), 5_000);
	const shown = host.stages.find((stage) => stage.kind === 'code');
	const guest = await phone.join({ way: 'code', text: shown?.code ?? '' });
	await world.until(() => last(host.stages)?.kind === 'asking', 10_000);
	await host.adding.confirm();
	await world.until(() => last(host.stages)?.kind === 'done' && last(guest.stages)?.kind === 'done', 60_000);
	return [last(host.stages)?.kind, last(guest.stages)?.kind];
}

/** A laptop that has so many people with photos, and a phone, over so slow a network. */
async function devices(count: number, bytesPerSecond = 1_000_000, length = 20_000) {
	const world = await createWorld(0, { wire: { latencyMs: 20, bytesPerSecond } });
	const [laptop, phone] = [await ownerDevice(world, 'Laptop'), await ownerDevice(world, 'Pixel')];
	const ids: string[] = [];
	for (let at = 0; at < count; at++) ids.push(await laptop.photos.put(blobOf(picture(at + 1, { length }))));
	laptop.addFaces(...ids);
	return { world, laptop, phone, ids };
}

/** The device goes on with its keys alone and keeps to no rule: gives its newest link, and why each was closed. */
async function turnHostile(world: TestWorld, device: OwnerDevice, name: string) {
	const { clock, random, air, point } = world;
	const keys = await device.store.readKeys();
	await world.settled(device.devices.close());
	if (!keys) throw new Error('no keys');
	const { store } = device;
	const group = await openGroup({ identity: await identityOf(keys), store, random, now: () => clock.now() });
	if (!group) throw new Error('no group');
	const links: Link[] = [];
	openNetwork({
		group,
		meetingPoint: point.device(),
		rtc: air.device(name),
		rtcOptions: () => ({ iceServers: [], isRelayOnly: false }),
		clock,
		random,
		memory: memoryOf(),
		seen: () => undefined,
		onLink(link) {
			link.watchMessages(() => undefined);
			links.push(link);
		}
	}).wake();
	return links;
}

const isUpToDate = (device: OwnerDevice) => device.state().others[0]?.having.kind === 'up-to-date';

describe('O10: photos travel beside the document', () => {
	it('200 photos come after the people, and are told of until all are here', async () => {
		const { world, laptop, phone, ids } = await devices(200);
		expect(await pair(world, laptop, phone)).toEqual(['done', 'done']);
		expect(phone.people()).toHaveLength(200);
		expect(phone.photos.kept.size).toBeLessThan(50);
		await world.play(1_000);
		expect(isUpToDate(phone) && isUpToDate(laptop)).toBe(true);
		expect([phone.state().photosToCome > 100, laptop.state().photosToCome]).toEqual([true, 0]);
		expect(await world.until(() => phone.state().photosToCome === 0, 60_000)).not.toBeNull();
		for (const id of ids) expect(phone.photos.kept.get(id)?.size).toBe(20_000);
		expect(laptop.photos.reads).toBe(200);
		expect(phone.state().others).toMatchObject([{ link: 'connected', having: { kind: 'up-to-date' } }]);
	});

	it('an edit comes as soon, and is known to have come, while photos fill the link for a minute', async () => {
		/** Until each of five edits is on the phone, and until the laptop knows it, at the most. */
		async function slowestEdits({ world, laptop, phone }: Awaited<ReturnType<typeof devices>>) {
			const [there, known] = [[] as (number | null)[], [] as (number | null)[]];
			for (const name of ['Ana', 'Tom', 'Zoe', 'Léa', 'Max']) {
				laptop.addPeople(name);
				there.push(await world.until(() => phone.people().includes(name), 20_000));
				known.push(await world.until(() => isUpToDate(laptop), 20_000));
				await world.play(1_000);
			}
			return [Math.max(...there.map((ms) => ms ?? Infinity)), Math.max(...known.map((ms) => ms ?? Infinity))] as const;
		}
		const quiet = await devices(0, 200_000);
		await pair(quiet.world, quiet.laptop, quiet.phone);
		const [quietThere, quietKnown] = await slowestEdits(quiet);

		const busy = await devices(200, 200_000, 60_000);
		await pair(busy.world, busy.laptop, busy.phone);
		await busy.world.until(() => busy.phone.photos.kept.size > 5, 20_000);
		const [busyThere, busyKnown] = await slowestEdits(busy);
		expect(busy.phone.state().photosToCome).toBeGreaterThan(100);
		// The two photos that the channel has already take 0.6 s at this speed.
		expect(busyThere - quietThere).toBeLessThan(700);
		expect(busyKnown - quietKnown).toBeLessThan(700);
		expect(await busy.world.until(() => busy.phone.state().photosToCome === 0, 120_000)).not.toBeNull();
	});

	it('a link that is cut again and again, and restarts of both apps, lose none', async () => {
		const { world, laptop, phone } = await devices(60, 200_000);
		await pair(world, laptop, phone);
		for (let cut = 0; cut < 4; cut++) {
			await world.play(900);
			world.air.cut('Laptop', 'Pixel');
			if (cut === 1) await phone.restart();
			if (cut === 2) await laptop.restart();
			await world.until(() => phone.state().others[0]?.link === 'connected', 60_000);
		}
		expect(await world.until(() => phone.state().photosToCome === 0, 60_000)).not.toBeNull();
		expect(phone.photos.kept.size).toBe(60);
		expect(laptop.photos.reads).toBeLessThan(60 + 6 * 3);
	});

	it('the photo of somebody added just now is on the other device soon', async () => {
		const { world, laptop, phone } = await devices(0);
		await pair(world, laptop, phone);
		const id = await phone.photos.put(blobOf(picture(5)));
		phone.addFaces(id);
		expect(await world.until(() => laptop.photos.kept.has(id), 3_000)).not.toBeNull();
		await world.play(1_000);
		expect(laptop.state().photosToCome).toBe(0);
	});

	it('what a screen wants comes before the others', async () => {
		const { world, laptop, phone, ids } = await devices(100, 200_000);
		await pair(world, laptop, phone);
		await world.until(() => phone.photos.kept.size > 2, 20_000);
		const wanted = ids.findLast((id) => !phone.photos.kept.has(id)) ?? '';
		await phone.devices.wantPhoto(wanted);
		const before = phone.photos.kept.size;
		await world.until(() => phone.photos.kept.has(wanted), 20_000);
		expect(phone.photos.kept.size - before).toBeLessThanOrEqual(4);
	});

	it('a device alone wants nothing, and one that is removed gets none', async () => {
		const { world, laptop, phone } = await devices(40, 100_000);
		await phone.devices.wantPhoto('a'.repeat(64));
		phone.addFaces('a'.repeat(64));
		expect(phone.state().photosToCome).toBe(0);
		await pair(world, laptop, phone);
		await world.play(1_000);
		await world.settled(laptop.devices.remove(laptop.state().others[0]?.id ?? ''));
		await world.until(() => phone.state().wasRemoved, 60_000);
		const kept = phone.photos.kept.size;
		await world.play(120_000);
		expect(kept).toBeLessThan(40);
		expect([phone.photos.kept.size, phone.state().photosToCome]).toEqual([kept, 0]);
	});

	it('a member that turned hostile loses its links, nothing of it is kept, and the others go on', async () => {
		const world = await createWorld(0, { wire: { latencyMs: 20, bytesPerSecond: 1_000_000 } });
		const laptop = await ownerDevice(world, 'Laptop');
		const [phone, tablet] = [await ownerDevice(world, 'Pixel'), await ownerDevice(world, 'Tablet')];
		await pair(world, laptop, phone);
		await pair(world, laptop, tablet);
		const id = await tablet.photos.put(blobOf(picture(1)));
		tablet.addFaces(id);
		await world.until(() => laptop.photos.kept.has(id), 5_000);
		const links = await turnHostile(world, phone, 'Pixel');
		const attacks: ((link: Link) => Promise<unknown>)[] = [
			(link) => link.send('photo', picture(66), 'photo'),
			(link) => link.send('photo', new Uint8Array(2 * 1024 * 1024), 'photo'),
			(link) => link.send('photo-wish', new Uint8Array(77), 'control'),
			(link) =>
				link.send(
					'photo-wish',
					formatPhotoMessage({ form: 'wish', ids: ['1', '2', '3'].map((a) => a.repeat(64)) }),
					'control'
				)
		];
		const isLinked = (name: string) => laptop.state().others.find((other) => other.name === name)?.link === 'connected';
		for (const [round, attack] of attacks.entries()) {
			expect(await world.until(() => links.length > round, 10 * 60_000)).not.toBeNull();
			let isClosed = false;
			links[round]?.watchClose(() => (isClosed = true));
			expect(isClosed).toBe(false);
			if (links[round]) attack(links[round]).catch(String);
			expect(await world.until(() => isClosed, 5_000)).not.toBeNull();
		}
		expect([...laptop.photos.kept.keys()]).toEqual([id]);
		expect(isLinked('Tablet')).toBe(true);
		tablet.addPeople('Zoe');
		expect(await world.until(() => laptop.people().includes('Zoe'), 5_000)).not.toBeNull();
		expect(laptop.state().others.map(({ offence }) => offence)).toEqual([null, null]);
	});
});
