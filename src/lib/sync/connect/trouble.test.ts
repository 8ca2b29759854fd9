import { describe, expect, it } from 'vitest';
import { createWorld, isMesh, memoryOf, pairOf } from './test-world';

const minute = 60_000;
const linksOf = ({ devices }: Awaited<ReturnType<typeof createWorld>>) =>
	devices.map((device) => [...device.network.state().members.values()].map(({ link }) => link).join());

describe('where devices meet', () => {
	it('C9 nothing that a meeting point does keeps them apart for long', async () => {
		for (let seed = 1; seed <= 12; seed++) {
			const behaviour = { drop: 0.25, repeat: 0.3, delay: [0, 2_000], lie: 0.5, cut: 0.02 } as const;
			const world = await createWorld(3, { seed, behaviour });
			world.startAll();
			expect(await world.until(() => isMesh(world.devices), 15 * minute), `seed ${seed}`).not.toBeNull();
			await world.play(minute);
			expect(isMesh(world.devices), `seed ${seed} later`).toBe(true);
			expect(world.air.live, `seed ${seed}`).toBe(6);
		}
	});

	it('C9 links outlive it, and devices meet again once it is back', async () => {
		const world = await createWorld(3);
		const [near, far] = pairOf(world);
		near.start();
		far.start();
		await world.until(() => isMesh([near, far]), minute);
		world.point.goDown();
		await world.play(10 * minute);
		expect(near.links()).toHaveLength(1);
		world.devices[2]?.start();
		await world.play(10 * minute);
		expect(near.links()).toHaveLength(1);
		expect(near.network.state().meeting).toBe('unreachable');
		world.point.comeUp();
		expect(await world.until(() => isMesh(world.devices), 6 * minute)).not.toBeNull();
	});

	it('C10 a link that was lost comes back within seconds, and one that is silent is noticed first', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		world.air.cut(near.name, far.name);
		await world.play(0);
		expect(linksOf(world)).toEqual(['away', 'away']);
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(2_500);
		world.air.silence(near.name);
		expect(await world.until(() => near.links().length === 0, minute)).toBeLessThan(12_100);
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(3_000);
		expect(world.air.live).toBe(2);
	});
});

describe('a device that is started again', () => {
	it.each([0, 1])('C9 has one new link at once, and the old one goes: device %i', async (at) => {
		const world = await createWorld(2);
		const [restarting, other] = pairOf(world, at, 1 - at);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		const [old] = other.links();
		restarting.crash();
		await world.play(1_000);
		expect(other.links()).toEqual([old]);
		restarting.start();
		expect(await world.until(() => restarting.links().length === 1, minute)).toBeLessThan(1_000);
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(6_000);
		expect(other.links()).not.toContain(old);
		await world.play(minute);
		expect(isMesh(world.devices)).toBe(true);
		expect(other.given).toHaveLength(2);
	});

	it('C6 is heard again at once, however short its last run was', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		for (let round = 0; round < 8; round++) {
			expect(await world.until(() => isMesh(world.devices), minute), `round ${round}`).toBeLessThan(6_000);
			const device = round % 2 ? near : far;
			device.stop();
			await world.play(300);
			device.start();
		}
	});
});

describe('two devices without a path', () => {
	it('C10 try again ever more rarely, and at once when the network is another', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.air.setPath(near.name, far.name, false);
		world.startAll();
		await world.play(10 * minute);
		const states = [near, far].flatMap(({ network }) => [...network.state().members.values()]);
		for (const { trouble } of states) expect(trouble).toEqual({ why: 'no-path', refusal: null });
		const early = world.air.opened;
		expect(early).toBeLessThan(2 * 14);
		expect(early).toBeGreaterThan(2 * 5);
		await world.play(60 * minute);
		expect(world.air.opened - early).toBeLessThan(2 * 16);
		expect(world.air.opened - early).toBeGreaterThan(2 * 6);
		expect(world.air.live).toBeLessThanOrEqual(2);
		world.air.setPath(near.name, far.name, true);
		near.network.wake();
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(20_000);
	});

	it('C10 a link that is closed each time it opens is not made again and again', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		near.start();
		far.start({ onLink: (link) => link.close('harmful') });
		await world.play(10 * minute);
		expect(world.air.opened).toBeLessThan(2 * 14);
		expect(near.given.length).toBeGreaterThan(3);
	});

	it('C10 who is gone is called four times, then left alone', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		far.stop();
		await world.play(2 * minute);
		const opened = world.air.opened;
		expect(opened).toBeLessThanOrEqual(2 + 4);
		await world.play(120 * minute);
		expect(world.air.opened).toBe(opened);
		expect(near.network.state().members.get(far.group.identity.id)).toEqual({
			link: 'away',
			trouble: { why: 'unanswered', refusal: null }
		});
	});
});

describe('what a device says unasked', () => {
	/** Hellos of one epoch and day in all, by what a bystander hears on its topic. */
	it('C6 is one hello each time the owner looks, and 40 a day of what follows', async () => {
		const world = await createWorld(2);
		const [near] = pairOf(world);
		let sent = 0;
		const count = () => {
			const point = world.point.device();
			return { ...point, send: (...sending: Parameters<typeof point.send>) => (sent++, point.send(...sending)) };
		};
		for (let hour = 0; hour < 10; hour++) {
			near.start({ meetingPoint: count() });
			for (let turn = 0; turn < 12; turn++) {
				await world.play(5 * minute);
				near.network.wake();
				if (turn % 3 === 0) {
					world.point.goDown();
					await world.play(1_000);
					world.point.comeUp();
				}
			}
			near.stop();
		}
		const looks = 10 * (1 + 12);
		expect(sent).toBeGreaterThanOrEqual(looks);
		expect(sent).toBeLessThanOrEqual(looks + 40);
		await world.play(24 * 60 * minute);
		sent = 0;
		near.start({ meetingPoint: count() });
		await world.play(minute);
		expect(sent).toBe(2);
	});

	it('C6 ends once all are met, and is nothing while offline', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		await world.play(120 * minute);
		expect(near.kept.remembered?.manners.said.length).toBeLessThanOrEqual(2);
		far.stop();
		near.network.sleep();
		const said = near.kept.remembered?.manners.said.length;
		await world.play(120 * minute);
		expect(near.kept.remembered?.manners.said.length).toBe(said);
		near.network.wake();
		await world.play(minute);
		expect(near.kept.remembered?.manners.said.length).toBe((said ?? 0) + 2);
	});

	it('C5 is heard over midnight, also by a clock that is half an hour wrong', async () => {
		const world = await createWorld(2, { startMs: Date.UTC(2027, 0, 15, 23, 40) });
		const [near, far] = pairOf(world);
		const late = { ...world.clock, now: () => world.clock.now() + 30 * minute };
		near.start();
		far.start({ clock: late });
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(2_000);
		near.stop();
		await world.play(26 * 60 * minute);
		near.start({ memory: memoryOf() });
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(2_000);
	});
});

describe('a network that is closed', () => {
	it('C15 leaves no timer, no topic and no connection, at whatever moment', async () => {
		const world = await createWorld(3);
		for (let moment = 0; moment < 40; moment++) {
			for (const device of world.devices) device.start({ memory: memoryOf() });
			await world.play(moment * 12);
			for (const device of world.devices) device.stop();
			await world.play(30_000);
			expect(world.pending(), `after ${moment * 12} ms`).toBe(0);
			expect(world.air.live).toBe(0);
		}
	});
});
