import { describe, expect, it } from 'vitest';
import { checkConnection } from './check-connection';
import { RtcFailed, type Rtc } from './rtc';
import { createWorld, type TestWorld, type WorldOptions } from './test-world';

async function check(
	changes: { rtc?: Rtc; isAlone?: boolean; before?: (world: TestWorld) => void } = {},
	options: WorldOptions = {}
) {
	const world = await createWorld(1, options);
	changes.before?.(world);
	const { clock, random, point, air } = world;
	const meetingPoint = changes.isAlone ? null : point.device();
	const rtc = changes.rtc ?? air.device('phone');
	const rtcOptions = { iceServers: [], isRelayOnly: false };
	const found = await world.settled(checkConnection({ meetingPoint, rtc, rtcOptions, clock, random }));
	meetingPoint?.close();
	await world.play(30_000);
	expect([world.air.live, world.pending()]).toEqual([0, 0]);
	return found;
}
const fine = { meeting: 'open', local: true, direct: false, relay: false, loopback: true };

describe('checking the connection', () => {
	it('C17 connects this device with itself through the meeting point', async () => {
		expect(await check()).toEqual(fine);
	});

	it('C17 also through one that loses, repeats and makes up', async () => {
		const behaviour = { drop: 0.4, repeat: 0.3, lie: 0.3 };
		expect(await check({}, { behaviour, seed: 3 })).toEqual(fine);
	});

	it('C17 says that there is no meeting point, or that it is not reached, and what works all the same', async () => {
		expect(await check({ isAlone: true })).toEqual({ ...fine, meeting: 'none' });
		const before = ({ point }: TestWorld) => point.goDown();
		expect(await check({ before })).toEqual({ ...fine, meeting: 'unreachable' });
	});

	it('C17 says that nothing is reached where there is no path, or no connections at all', async () => {
		const before = ({ air }: TestWorld) => air.setPath('phone', 'phone', false);
		expect(await check({ before })).toEqual({ ...fine, loopback: false });
		const rtc: Rtc = { open: () => Promise.reject(new RtcFailed('none')) };
		const nothing = { meeting: 'open', local: false, direct: false, relay: false, loopback: false };
		expect(await check({ rtc })).toEqual(nothing);
	});
});
