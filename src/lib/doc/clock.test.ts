import { expect, it } from 'vitest';
import { Clock, instantOf } from './clock';

const day = 86_400_000;

it('D14 two stamps of one millisecond differ and grow', () => {
	const clock = new Clock(() => 5);
	const [first, second] = [clock.next(), clock.next()];
	expect(second).toBeGreaterThan(first);
	expect([instantOf(first), instantOf(second)]).toEqual([5, 5]);
});

it('D14 stamps grow although the clock is set back', () => {
	let time = 2000;
	const clock = new Clock(() => time);
	const before = clock.next();
	time = 1000;
	expect(clock.next()).toBeGreaterThan(before);
});

it('D14 a write is later than any stamp seen within a day ahead', () => {
	const clock = new Clock(() => 1000);
	const seen = new Clock(() => 1000 + day).next();
	clock.see(seen);
	expect(clock.next()).toBeGreaterThan(seen);
});

it('D14 a clock a century ahead elsewhere does not move this one', () => {
	const clock = new Clock(() => 1000);
	clock.see(new Clock(() => 100 * 365 * day).next());
	expect(instantOf(clock.next())).toBe(1000);
});

it('D14 stamps are exact integers until the year 2248', () => {
	const stamp = new Clock(() => Date.UTC(2248, 0, 1)).next();
	expect(Number.isSafeInteger(stamp + 1)).toBe(true);
});
