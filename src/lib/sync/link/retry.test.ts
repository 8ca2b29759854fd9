import { expect, it } from 'vitest';
import { virtualClock } from '../clock';
import { fractionFrom, seededRandom, systemRandom, type Random } from './random';
import { createRetry } from './retry';

const middle: Random = (length) => Uint8Array.of(0x80, ...new Uint8Array(length - 1));
const lowest: Random = (length) => new Uint8Array(length);
const highest: Random = (length) => new Uint8Array(length).fill(0xff);

const about = (seconds: number): unknown => expect.closeTo(seconds, 0);

function setUp(random = middle) {
	const clock = virtualClock();
	const attempts: number[] = [];
	const retry = createRetry(clock, random, () => attempts.push(clock.now()));
	/** Fails each attempt; the waits between them. */
	const waitsOf = (count: number) => {
		const waits: number[] = [];
		for (let failed = 0; failed < count; failed++) {
			const [before, from] = [attempts.length, clock.now()];
			retry.failed();
			while (attempts.length === before) clock.advance(100);
			waits.push(Math.round(((attempts.at(-1) ?? 0) - from) / 10) / 100);
		}
		return waits;
	};
	return { clock, attempts, retry, waitsOf };
}

it('L10: waits 1, 2, 5, 15, 60, 300 s and then 300 s each time', () => {
	expect(setUp().waitsOf(8)).toEqual([1, 2, 5, 15, 60, 300, 300, 300].map(about));
});

it('L10: waits up to a fifth less or more, so that two devices do not try in step', () => {
	for (const [random, seconds] of [
		[lowest, 0.8],
		[highest, 1.2]
	] as const) {
		const { clock, attempts, retry } = setUp(random);
		retry.failed();
		clock.advance(seconds * 1000 - 1);
		expect(attempts).toEqual([]);
		clock.advance(2);
		expect(attempts).toHaveLength(1);
	}
});

it('L10: begins with the shortest wait after a success', () => {
	const { retry, waitsOf } = setUp();
	waitsOf(4);
	retry.succeeded();
	expect(waitsOf(2)).toEqual([1, 2].map(about));
});

it('L10: tries at once when told to, and never while an attempt is under way or has come through', () => {
	const { clock, attempts, retry, waitsOf } = setUp();
	retry.atOnce();
	retry.atOnce();
	expect(attempts).toEqual([0]);
	waitsOf(4);
	const before = attempts.length;
	retry.failed();
	clock.advance(1_000);
	retry.atOnce();
	expect(attempts).toHaveLength(before + 1);
	expect(waitsOf(1)).toEqual([expect.closeTo(1, 0)]);
	const tried = attempts.length;
	retry.succeeded();
	retry.atOnce();
	clock.advance(1_000_000);
	expect(attempts).toHaveLength(tried);
});

it('L10: counts a failure told twice once, and tries no more after it was stopped', () => {
	const { clock, attempts, retry } = setUp();
	retry.failed();
	retry.failed();
	clock.advance(1_100);
	expect(attempts).toHaveLength(1);
	retry.failed();
	retry.stop();
	retry.failed();
	retry.atOnce();
	clock.advance(1_000_000);
	expect(attempts).toHaveLength(1);
});

it('randomness is the same for the same seed, differs by seed, and fractions lie from 0 to below 1', () => {
	expect(seededRandom(7)(16)).toEqual(seededRandom(7)(16));
	expect(seededRandom(7)(16)).not.toEqual(seededRandom(8)(16));
	expect(systemRandom(16)).not.toEqual(systemRandom(16));
	expect(fractionFrom(lowest)).toBe(0);
	expect(fractionFrom(highest)).toBeLessThan(1);
});
