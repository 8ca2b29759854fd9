import { describe, expect, it } from 'vitest';
import type { RtcConnection } from './rtc';
import { throughBytes, whenState } from './rtc.contract';
import { createWorld, isMesh, pairOf, type TestWorld } from './test-world';

const minute = 60_000;
const options = { iceServers: [], isRelayOnly: false };

/** As pairing by scans leaves it. */
async function connect(world: TestWorld): Promise<readonly [RtcConnection, RtcConnection]> {
	const [near, far] = pairOf(world);
	const [one, other] = [
		await world.air.device(near.name).open(options),
		await world.air.device(far.name).open(options)
	];
	const answer = await world.settled(other.answer(throughBytes(await world.settled(one.offer()))));
	await world.settled(one.accept(throughBytes(answer)));
	await world.settled(Promise.all([whenState(one, 'connected'), whenState(other, 'connected')]));
	return [one, other];
}

describe('a connection that pairing made', () => {
	it('C18 becomes a link, and its side may be either', async () => {
		for (const isNear of [true, false]) {
			const world = await createWorld(2);
			const [near, far] = pairOf(world);
			near.start({ meetingPoint: null });
			far.start({ meetingPoint: null });
			const [one, other] = await connect(world);
			await world.settled(Promise.all([near.network.adopt(one, isNear), far.network.adopt(other, !isNear)]));
			expect(isMesh(world.devices)).toBe(true);
			await world.play(minute);
			expect(isMesh(world.devices)).toBe(true);
		}
	});

	it('C9 beside a meeting point leaves one link, whichever comes first', async () => {
		for (let moment = 0; moment < 500; moment += 20) {
			const world = await createWorld(2, { seed: moment + 1 });
			const [near, far] = pairOf(world);
			const [one, other] = await connect(world);
			world.startAll();
			await world.play(moment);
			await world.settled(Promise.all([near.network.adopt(one, true), far.network.adopt(other, false)]));
			await world.play(10_000);
			expect(isMesh(world.devices), `after ${moment} ms`).toBe(true);
			expect(world.air.live, `after ${moment} ms`).toBe(2);
			await world.play(minute);
			expect(isMesh(world.devices), `a minute after ${moment} ms`).toBe(true);
			for (const { given } of world.devices) expect(given.length).toBeLessThanOrEqual(3);
		}
	});

	it('C11 of devices that hold different secrets is put right without a meeting point', async () => {
		for (const at of [0, 1]) {
			const world = await createWorld(3);
			const [near, far] = pairOf(world);
			const lost = world.devices[2]?.group.identity.id ?? '';
			await (at === 0 ? near : far).group.remove(lost);
			near.start({ meetingPoint: null });
			far.start({ meetingPoint: null });
			const [one, other] = await connect(world);
			const openings = await world.settled(
				Promise.all([near.network.adopt(one, true), far.network.adopt(other, false)])
			);
			expect(openings.map(({ link }) => link?.isBehind)).toEqual([true, true]);
			expect(await world.until(() => isMesh([near, far]), minute)).toBeLessThan(2_000);
			for (const { given } of [near, far]) expect(given.map(({ isBehind }) => isBehind)).toEqual([false]);
			await world.play(minute);
			expect(world.air.live).toBe(2);
		}
	});
});
