import { describe, expect, it, test } from 'vitest';
import { virtualClock } from '../clock';
import { seededRandom } from '../link/random';
import { copied } from '../trust/bytes';
import { memoryAir } from './memory-rtc';
import { rtcContract, throughBytes, type RtcPlace } from './rtc.contract';

function createPlace() {
	const clock = virtualClock();
	const random = seededRandom(1);
	const air = memoryAir(clock, (length) => copied(random(length)), { latencyMs: 5, bytesPerSecond: 20_000_000 });
	const place: RtcPlace = {
		one: air.device('phone'),
		other: air.device('laptop'),
		async settled(promise) {
			let isSettled = false;
			const done = promise.finally(() => (isSettled = true));
			while (!isSettled) {
				clock.advance(1);
				await new Promise(setImmediate);
			}
			return done;
		}
	};
	return { clock, air, place };
}

describe('connections in memory', () => {
	for (const { name, run } of rtcContract) test(name, () => run(createPlace().place));

	it('C4 find no path where there is none, and say so after a while', async () => {
		const { air, place, clock } = createPlace();
		air.setPath('phone', 'laptop', false);
		const options = { iceServers: [], isRelayOnly: false };
		const [near, far] = [await place.one.open(options), await place.other.open(options)];
		const states: string[] = [];
		near.watchState((state) => states.push(state));
		const answer = await place.settled(far.answer(throughBytes(await place.settled(near.offer()))));
		await near.accept(throughBytes(answer));
		clock.advance(14_000);
		expect(states).toEqual(['connecting']);
		clock.advance(2_000);
		expect(states).toEqual(['connecting', 'closed']);
		expect(air.live).toBe(0);
	});
});
