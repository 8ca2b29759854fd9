import { describe, expect, it } from 'vitest';
import { virtualClock } from '../clock';
import { spaced } from './spaced';
import { Timers } from './timers';

function create() {
	const clock = virtualClock(1_000);
	const timers = new Timers(clock);
	const ran: number[] = [];
	const ask = spaced(timers, 5_000, () => ran.push(clock.now() - 1_000));
	return { clock, timers, ran, ask };
}

describe('what is asked for too often', () => {
	it('C7 comes at once, then once each time it may, and the last asking is not forgotten', () => {
		const { clock, ran, ask } = create();
		for (let each = 0; each < 50; each++) {
			ask();
			clock.advance(200);
		}
		clock.advance(60_000);
		expect(ran).toEqual([0, 5_000, 10_000]);
		ask();
		clock.advance(0);
		expect(ran).toHaveLength(4);
	});

	it('C15 comes no more after the end', () => {
		const { clock, timers, ran, ask } = create();
		const each = timers.each(100, () => ran.push(-1));
		each();
		ask();
		timers.end();
		ask();
		clock.advance(60_000);
		expect(ran).toEqual([]);
	});
});
