import { expect, it } from 'vitest';
import { systemClock, virtualClock } from './clock';

it('a virtual clock runs what falls due in its order, also what is planned meanwhile, and nothing called off', () => {
	const clock = virtualClock(1_000);
	const heard: string[] = [];
	const note = (what: string) => () => void heard.push(`${what} ${clock.now()}`);
	clock.after(20, note('b'));
	clock.after(10, () => {
		note('a')();
		clock.after(5, note('between'));
	});
	clock.after(20, note('c'));
	const off = clock.after(15, note('never'));
	off();
	clock.advance(9);
	expect(heard).toEqual([]);
	clock.advance(11);
	expect(heard).toEqual(['a 1010', 'between 1015', 'b 1020', 'c 1020']);
	expect(clock.now()).toBe(1_020);
});

it('the system’s clock runs later, unless called off', async () => {
	const heard: string[] = [];
	const off = systemClock.after(0, () => void heard.push('never'));
	off();
	await new Promise<void>((resolve) => {
		systemClock.after(1, resolve);
	});
	expect(heard).toEqual([]);
	expect(systemClock.now()).toBeGreaterThan(1_000_000_000_000);
});
