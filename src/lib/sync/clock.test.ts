import { describe, expect, it } from 'vitest';
import { systemClock, virtualClock } from './clock';

describe('virtual time', () => {
	it('runs timers by when they are due, and those due at once in the order they were asked for', () => {
		const clock = virtualClock(100);
		const ran: string[] = [];
		const note = (name: string) => () => ran.push(`${name} ${clock.now()}`);
		clock.after(20, note('b'));
		clock.after(10, note('a'));
		clock.after(20, note('c'));
		clock.after(31, note('d'));
		clock.advance(30);
		expect(ran).toEqual(['a 110', 'b 120', 'c 120']);
		expect(clock.now()).toBe(130);
		clock.advance(1);
		expect(ran.at(-1)).toBe('d 131');
	});

	it('runs what timers ask for within the time, and nothing that was called off', () => {
		const clock = virtualClock();
		const ran: number[] = [];
		const again = () => {
			ran.push(clock.now());
			clock.after(10, again);
		};
		const callOff = clock.after(25, () => ran.push(-1));
		clock.after(10, again);
		clock.after(15, callOff);
		clock.advance(35);
		expect(ran).toEqual([10, 20, 30]);
		callOff();
	});

	it('waits between timers for what goes on in promises', async () => {
		const clock = virtualClock();
		const ran: string[] = [];
		clock.after(1, () => void Promise.resolve().then(() => ran.push('promise')));
		clock.after(2, () => ran.push('timer'));
		await clock.play(5, () => new Promise(setImmediate));
		expect(ran).toEqual(['promise', 'timer']);
		expect(clock.now()).toBe(5);
	});
});

describe('real time', () => {
	it('runs what was asked for and not what was called off', async () => {
		const ran: string[] = [];
		await new Promise<void>((resolve) => {
			systemClock.after(0, () => ran.push('called off'))();
			systemClock.after(1, () => {
				ran.push('ran');
				resolve();
			});
		});
		expect(ran).toEqual(['ran']);
		expect(systemClock.now()).toBeGreaterThan(Date.UTC(2020));
	});
});
