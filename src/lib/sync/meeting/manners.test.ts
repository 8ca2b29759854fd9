import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostHellos, onHello, onMet, onOccasion, quiet, type Manners } from './manners';

const middle = () => 0.5;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Says each hello when it is due, until none is or `until`; gives the times. */
function sayAll(manners: Manners, until = Infinity, random = middle): { times: number[]; manners: Manners } {
	const times: number[] = [];
	let state = manners;
	while (state.due !== null && state.due <= until) {
		const at = state.due;
		times.push(at);
		state = onHello(state, at, random);
	}
	return { times, manners: state };
}

describe('M11: good manners', () => {
	it('say hello at once, after 30 seconds, 2, 10 and 30 minutes more, and then no more', () => {
		const { times } = sayAll(onOccasion(quiet, 0));
		expect(times).toEqual([0, 30_000, 2.5 * minute, 12.5 * minute, 42.5 * minute]);
	});

	it('spread hellos by up to a quarter', () => {
		const early = sayAll(onOccasion(quiet, 0), Infinity, () => 0).times;
		const late = sayAll(onOccasion(quiet, 0), Infinity, () => 0.999999).times;
		expect(early[1]).toBe(22_500);
		expect(late[1]).toBe(37_500);
	});

	it('begin anew at the next occasion, but take what happens within seconds for one', () => {
		const opened = onOccasion(quiet, 0);
		expect(onOccasion(opened, 100).due).toBe(100);
		const said = onHello(opened, 100, middle);
		expect(onOccasion(said, 400)).toEqual(said);
		expect(onOccasion(said, 5100).due).toBe(5100);
	});

	it('fall silent once the other is met, until the next occasion', () => {
		const met = onMet(onHello(onOccasion(quiet, 0), 0, middle));
		expect(met.due).toBeNull();
		expect(onOccasion(met, 200).due).toBe(200);
	});

	it('wait for an hour to pass after 40, and go on then', () => {
		let manners = quiet;
		for (let i = 0; i < mostHellos; i++) manners = onHello(onOccasion(manners, i * minute), i * minute, middle);
		const wanted = mostHellos * minute;
		expect(onOccasion(manners, wanted).due).toBe(hour);
		const next = onHello(onOccasion(manners, hour), hour, middle);
		expect(onOccasion(next, hour + 30_000).due).toBe(hour + minute);
	});

	it('are said to whoever looks, and not repeated, once there were 40 that day', () => {
		let manners = quiet;
		for (let i = 0; i < mostHellos; i++) manners = onHello(onOccasion(manners, i * 5 * minute), i * 5 * minute, middle);
		const now = mostHellos * 5 * minute;
		const looked = onOccasion(manners, now);
		expect(looked.due).toBe(now);
		expect(onHello(looked, now, middle).due).toBe(day + 5 * minute);
	});

	it('are not silenced by a clock that was far ahead', () => {
		let ahead = quiet;
		for (let i = 0; i < mostHellos; i++) ahead = onHello(onOccasion(ahead, 10 * 365 * day), 10 * 365 * day, middle);
		expect(onOccasion(ahead, day).due).toBe(day);
	});

	it('never come to more than 40 in any hour, nor follow unasked on 40 of a day, whatever happens', () => {
		const step = fc.record({ after: fc.integer({ min: 0, max: 3 * 60 * minute }), met: fc.boolean() });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
				let now = 0;
				let manners = quiet;
				const all: number[] = [];
				const unasked: number[] = [];
				for (const { after, met } of steps) {
					manners = onOccasion(manners, now);
					const said = sayAll(manners, now + after);
					for (const at of said.times) if (at !== manners.due) unasked.push(all.length + said.times.indexOf(at));
					all.push(...said.times);
					manners = met ? onMet(said.manners) : said.manners;
					now += after;
					expect(manners.said.length).toBeLessThanOrEqual(mostHellos);
				}
				const since = (i: number) => (all[i] ?? 0) - (all[i - mostHellos] ?? -Infinity);
				for (const i of all.keys()) expect(since(i)).toBeGreaterThanOrEqual(hour);
				for (const i of unasked) expect(since(i)).toBeGreaterThanOrEqual(day);
			})
		);
	});
});
