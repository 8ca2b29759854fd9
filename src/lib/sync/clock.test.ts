import { describe, expect, it } from 'vitest';
import { virtualClock } from './clock';

describe('a virtual clock', () => {
	it('runs what falls due in order, at its own time, and also what that makes', () => {
		const clock = virtualClock(1000);
		const ran: string[] = [];
		const note = (name: string) => () => ran.push(`${name} ${clock.now()}`);
		clock.after(20, note('b'));
		clock.after(10, () => {
			note('a')();
			clock.after(5, note('made'));
			clock.after(500, note('later'));
		});
		clock.after(20, note('c'));
		clock.advance(100);
		expect(ran).toEqual(['a 1010', 'made 1015', 'b 1020', 'c 1020']);
		expect(clock.now()).toBe(1100);
	});

	it('does not run what was called off', () => {
		const clock = virtualClock();
		let ran = 0;
		clock.after(10, () => ran++)();
		clock.advance(100);
		expect(ran).toBe(0);
	});
});
