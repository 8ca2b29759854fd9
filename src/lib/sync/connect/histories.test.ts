import { describe, expect, it } from 'vitest';
import { fractionFrom } from '../link/random';
import { createWorld, isMesh, memoryOf, type TestDevice, type TestWorld } from './test-world';

const minute = 60_000;
const histories = 12;
const eventsEach = 25;

/** One of the things that happen to devices; `running` holds those that are started. */
async function happen(world: TestWorld, running: Set<TestDevice>): Promise<void> {
	const chance = () => fractionFrom(world.random);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
	const [one, other] = [pick(world.devices), pick(world.devices)];
	if (!one || !other) return;
	const events: readonly (() => void)[] = [
		() => {
			if (!running.has(one)) one.start({ memory: memoryOf() });
			running.add(one);
		},
		() => {
			if (running.delete(one)) one.crash();
		},
		() => {
			if (running.delete(one)) one.stop();
		},
		() => world.air.cut(one.name, other.name),
		() => world.air.silence(one.name),
		() => world.air.setPath(one.name, other.name, chance() < 0.5),
		() => world.point.goDown(),
		() => world.point.comeUp(),
		() => {
			if (running.has(one)) one.network.wake();
		},
		() => {
			if (running.has(one)) one.network.sleep();
		}
	];
	pick(events)?.();
	await world.play(chance() < 0.5 ? chance() * 400 : chance() * 40_000);
}

async function live(seed: number, count: number, removes: (world: TestWorld, at: number) => Promise<void>) {
	const behaviour = { drop: 0.1, repeat: 0.1, delay: [5, 500], lie: 0.1, cut: 0.01 } as const;
	const world = await createWorld(count, { seed, behaviour });
	const running = new Set<TestDevice>();
	for (let at = 0; at < eventsEach; at++) {
		await happen(world, running);
		await removes(world, at);
	}
	world.point.comeUp();
	world.point.behave({ delay: [10, 40], random: () => fractionFrom(world.random) });
	for (const one of world.devices) {
		for (const other of world.devices) world.air.setPath(one.name, other.name, true);
		if (!running.has(one)) one.start({ memory: memoryOf() });
		one.network.wake();
	}
	return world;
}

async function mustEnd(world: TestWorld, devices: readonly TestDevice[], seed: number): Promise<void> {
	expect(await world.until(() => isMesh(devices), 3 * minute), `seed ${seed}`).not.toBeNull();
	await world.play(minute);
	expect(isMesh(devices), `seed ${seed}, a minute later`).toBe(true);
	expect(world.air.live, `seed ${seed}`).toBe(devices.length * (devices.length - 1));
	for (const device of world.devices) device.stop();
	await world.play(minute);
	expect([world.air.live, world.pending()], `seed ${seed}, stopped`).toEqual([0, 0]);
}

describe('whatever happened', () => {
	it(`C9 once it is calm, each pair has one link: ${histories} histories`, async () => {
		for (let seed = 1; seed <= histories; seed++) {
			const world = await live(seed, 2 + (seed % 3), async () => undefined);
			await mustEnd(world, world.devices, seed);
		}
	});

	it(`C11 those who were not removed end with one secret and all links: ${histories} histories`, async () => {
		for (let seed = 1; seed <= histories; seed++) {
			const gone = new Set<TestDevice>();
			const world = await live(seed, 5, async ({ devices, settled }, at) => {
				const [by, one] = [devices[seed % 3], devices[3 + (at % 2)]];
				if (!by || !one || at % 8 !== 7 || gone.has(one)) return;
				gone.add(one);
				await settled(by.group.remove(one.group.identity.id));
			});
			const left = world.devices.filter((device) => !gone.has(device));
			await mustEnd(world, left, seed);
			expect(new Set(left.map(({ group }) => group.view().epoch.id)).size, `seed ${seed}`).toBe(1);
			for (const { group } of gone) expect(group.secrets().has(left[0]?.group.view().epoch.id ?? '')).toBe(false);
		}
	});
});
