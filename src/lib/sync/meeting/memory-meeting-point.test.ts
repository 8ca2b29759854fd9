import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { systemClock, virtualClock } from '../clock';
import { bytesOf, hear, meetingPointContract, newTopic } from './meeting-point.contract';
import { memoryMeetingPoint, type Behaviour } from './memory-meeting-point';

/** Numbers that come out the same each time (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

describe('a meeting point in memory', () => {
	for (const { name, run } of meetingPointContract)
		test(name, () => run({ device: memoryMeetingPoint(systemClock, { random: seeded(1) }).device }));
});

/** A hundred numbered messages from one device to another. */
function run(behaviour: Omit<Behaviour, 'random'>, seed = 7) {
	const clock = virtualClock();
	const point = memoryMeetingPoint(clock, { random: seeded(seed), ...behaviour });
	const topic = newTopic();
	const [a, b] = [point.device(), point.device()];
	const ear = hear(b, topic);
	void a.open();
	void b.open();
	clock.advance(2000);
	for (let i = 0; i < 100; i++) a.send(topic, bytesOf(`message ${i}`));
	clock.advance(2000);
	return ear.heard;
}
const sent = Array.from({ length: 100 }, (_, i) => `message ${i}`);

describe('a meeting point in memory that behaves badly', () => {
	it('does the same each time for the same chance', () => {
		const ways = { drop: 0.2, repeat: 0.2, lie: 0.2, delay: [0, 50] } as const;
		expect(run(ways)).toEqual(run(ways));
		expect(run(ways)).not.toEqual(run(ways, 8));
	});

	it('drops', () => {
		const heard = run({ drop: 0.5 });
		expect(heard.length).toBeGreaterThan(20);
		expect(heard.length).toBeLessThan(80);
		expect(sent).toEqual(expect.arrayContaining(heard));
		expect(run({ drop: 1 })).toEqual([]);
	});

	it('repeats', () => {
		expect(run({ repeat: 1 })).toEqual(sent.flatMap((text) => [text, text]));
	});

	it('delays, and so reorders', () => {
		const heard = run({ delay: [10, 500] });
		expect(heard).not.toEqual(sent);
		expect([...heard].sort()).toEqual([...sent].sort());
	});

	it('M9: lies, and yet never makes a device hear another topic or more than a message may hold', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const heard = run({ lie: 1 }, seed);
				expect(heard.length).toBeGreaterThan(100);
				expect(Math.max(...heard.map((text) => text.length))).toBeLessThan(100);
			}),
			{ numRuns: 20 }
		);
	});

	it('M8: goes down and comes back, and topics come back with it', () => {
		const clock = virtualClock();
		const point = memoryMeetingPoint(clock, { random: () => 0.5 });
		const topic = newTopic();
		const device = point.device();
		const ear = hear(device, topic);
		const told: string[] = [];
		device.watchState((state) => told.push(state.status === 'waiting' ? `waiting ${state.until}` : state.status));
		void device.open();
		clock.advance(100);
		point.goDown();
		clock.advance(4000);
		expect(device.send(topic, bytesOf('lost'))).toBe(false);
		point.comeUp();
		clock.advance(10_000);
		expect(device.send(topic, bytesOf('back'))).toBe(true);
		clock.advance(0);
		expect(ear.heard).toEqual(['back']);
		expect(told).toEqual([
			'closed',
			'connecting',
			'open',
			'waiting 1100',
			'connecting',
			'waiting 3100',
			'connecting',
			'waiting 8100',
			'connecting',
			'open'
		]);
	});

	it('cuts devices off now and then', () => {
		const heard = run({ cut: 0.1 });
		expect(heard.length).toBeLessThan(100);
	});
});
