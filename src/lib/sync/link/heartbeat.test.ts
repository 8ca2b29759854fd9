import { expect, it } from 'vitest';
import { virtualClock } from '../clock';
import { startHeartbeat } from './heartbeat';

function setUp() {
	const clock = virtualClock();
	const beats: number[] = [];
	const deaths: number[] = [];
	const heartbeat = startHeartbeat(
		clock,
		() => beats.push(clock.now()),
		() => deaths.push(clock.now())
	);
	return { clock, beats, deaths, heartbeat };
}

it('L9: beats every 5 s', () => {
	const { clock, beats, heartbeat } = setUp();
	for (let passed = 0; passed < 20; passed++) {
		clock.advance(1_000);
		heartbeat.heard();
	}
	expect(beats).toEqual([5_000, 10_000, 15_000, 20_000]);
});

it('L9: takes the other side for dead 11 s after whatever it heard last, says so once and beats no more', () => {
	const { clock, beats, deaths, heartbeat } = setUp();
	clock.advance(7_300);
	heartbeat.heard();
	clock.advance(10_999);
	expect(deaths).toEqual([]);
	clock.advance(1);
	expect(deaths).toEqual([18_300]);
	clock.advance(60_000);
	expect(deaths).toHaveLength(1);
	expect(beats).toEqual([5_000, 10_000, 15_000]);
});

it('L9: notices a silence in time also after the clock was set back', () => {
	const clock = virtualClock(1_000_000);
	const wall = { ...clock, offMs: 0, now: () => clock.now() + wall.offMs };
	const deaths: number[] = [];
	startHeartbeat(
		wall,
		() => undefined,
		() => deaths.push(clock.now())
	);
	wall.offMs = -500_000;
	clock.advance(22_000);
	expect(deaths).toEqual([1_022_000]);
});

it('L9: is silent once it was stopped', () => {
	const { clock, beats, deaths, heartbeat } = setUp();
	heartbeat.stop();
	clock.advance(60_000);
	expect([beats, deaths]).toEqual([[], []]);
});
