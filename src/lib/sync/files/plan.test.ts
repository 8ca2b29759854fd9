import { describe, expect, it } from 'vitest';
import type { Clocks, FileMoment } from '../exchange/file-exchange';
import { planSegment, usable, type OwnSegment } from './plan';

const at = (clock: number): Clocks => new Map(clock > 0 ? [[1, clock]] : []);
const segment = (number: number, from: number, to: number): OwnSegment => ({
	number,
	size: to - from,
	fileSize: 500 + to - from,
	from: at(from),
	to: at(to)
});
/** A document in which one client wrote so many bytes. */
const moment = (now: number, known: number): FileMoment => ({
	receipt: { fingerprint: '', clocks: at(now), contacts: 0 },
	known: at(known),
	updateAfter: (clocks) => new Uint8Array(now - (clocks.get(1) ?? 0))
});
const numbers = (own: readonly OwnSegment[]) => own.map(({ number }) => number);

describe('S5: the segments of a device in a folder', () => {
	it('begin where the others are known to be', () => {
		expect(planSegment([], moment(1_000, 400))).toMatchObject({ kept: [], from: at(400) });
	});

	it('build on a much larger one, and take in others', () => {
		const own = [segment(1, 0, 1_000_000)];
		expect(planSegment(own, moment(1_000_100, 0))).toMatchObject({ kept: own, from: at(1_000_000) });
		const two = [...own, segment(2, 1_000_000, 1_040_000)];
		expect(numbers(planSegment(two, moment(1_040_100, 0)).kept)).toEqual([1, 2]);
		const taken = planSegment(two, moment(1_070_000, 0));
		expect([numbers(taken.kept), taken.update.length]).toEqual([[1], 70_000]);
		expect(numbers(planSegment(two, moment(1_600_000, 0)).kept)).toEqual([]);
	});

	it('are few, and each byte is written a few times, however long nobody reads them', () => {
		let own: readonly OwnSegment[] = [];
		let [written, most] = [0, 0];
		const last = 5_000_000;
		for (let now = 2_000; now <= last; now += 2_000) {
			const { kept, from, update } = planSegment(own, moment(now, 0));
			own = [...kept, { number: now, size: update.length, fileSize: update.length, from, to: at(now) }];
			written += update.length;
			most = Math.max(most, own.length);
		}
		expect(most).toBeLessThanOrEqual(9);
		expect(written / last).toBeLessThan(25);
	});

	it('go once all are known to have what is in them', () => {
		const own = [segment(1, 0, 100_000), segment(2, 100_000, 140_000)];
		expect(numbers(usable(own, at(100_000)))).toEqual([2]);
		expect(numbers(usable(own, at(120_000)))).toEqual([2]);
		expect(usable(own, at(140_000))).toEqual([]);
	});

	it('begin anew for a device that has less than they build on', () => {
		const own = [segment(2, 100_000, 900_000), segment(3, 900_000, 940_000)];
		expect(usable(own, at(0))).toEqual([]);
		expect(planSegment(own, moment(940_000, 0))).toMatchObject({ kept: [], from: at(0) });
		const broken = [segment(1, 0, 900_000), segment(3, 950_000, 990_000)];
		expect(numbers(usable(broken, at(0)))).toEqual([1]);
	});
});
