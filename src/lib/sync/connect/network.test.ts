import { describe, expect, it } from 'vitest';
import { createWorld, isMesh, pairOf } from './test-world';

describe('devices of one owner', () => {
	it.each([2, 3, 5])('C9 all find each other: %i of them', async (count) => {
		const world = await createWorld(count);
		world.startAll();
		expect(await world.until(() => isMesh(world.devices), 10_000)).toBeLessThan(2_000);
		await world.play(60_000);
		expect(isMesh(world.devices)).toBe(true);
		expect(world.air.live).toBe(count * (count - 1));
		for (const { given } of world.devices) expect(given).toHaveLength(count - 1);
	});

	it('C9 end with one link, however close together they start: 200 times', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		for (let round = 0; round < 200; round++) {
			const [first, second] = round % 2 === 0 ? [near, far] : [far, near];
			first.start();
			await world.play(round % 7 === 0 ? 0 : (round * 13) % 150);
			second.start();
			const took = await world.until(() => isMesh(world.devices), 20_000);
			expect(took, `round ${round}`).not.toBeNull();
			expect(world.air.live).toBe(2);
			near.stop();
			far.stop();
			// As one who looks at the app all day.
			await world.play(2 * 60_000);
		}
		expect(world.air.live).toBe(0);
	});
});
