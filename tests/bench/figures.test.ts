import { describe, expect, it } from 'vitest';
import { atLeast, atMost, median, percentile, reported, table } from './figures';

describe('the figures of the bench', () => {
	it('rank by the nearest rank', () => {
		const values = Array.from({ length: 100 }, (_, index) => 100 - index);
		expect(percentile(values, 0.95)).toBe(95);
		expect(percentile(values, 1)).toBe(100);
		expect(percentile([7], 0.95)).toBe(7);
		expect(() => percentile([], 0.5)).toThrow(RangeError);
	});

	it('take the middle, or half way between the two in the middle', () => {
		expect(median([9, 1, 5])).toBe(5);
		expect(median([4, 1, 2, 9])).toBe(3);
	});

	it('hold at the target itself and miss just above it', () => {
		expect(atMost(0.5, 11, 22, 'ms')).toEqual({
			value: 11,
			baseline: 22,
			ratio: 0.5,
			target: 0.5,
			better: 'lower',
			holds: true,
			unit: 'ms'
		});
		expect(atMost(0.5, 11.0001, 22, 'ms').holds).toBe(false);
	});

	it('are never called held because of rounding', () => {
		expect(atMost(1, 110.001, 110, 'kB')).toMatchObject({ value: 110, ratio: 1, holds: false });
	});

	it('hold from the target on where more is better', () => {
		expect(atLeast(1, 100, 100, 'starts')).toMatchObject({ ratio: 1, target: 1, better: 'higher', holds: true });
		expect(atLeast(1, 99, 100, 'starts').holds).toBe(false);
	});

	it('hold at nothing only when there is nothing', () => {
		expect(atMost(0, 0, 5_000, 'B').holds).toBe(true);
		expect(atMost(0, 1, 5_000, 'B').holds).toBe(false);
	});

	it('print as columns that line up, and say plainly what misses', () => {
		const text = table({
			start: atMost(0.35, 250, 1000, 'ms'),
			'first-load': atMost(1, 132, 110, 'kB'),
			starts: atLeast(1, 100, 100, 'starts'),
			edit: reported(300, 100, 'ms')
		});
		expect(text.split('\n')).toEqual([
			'                 value    baseline  ratio  target',
			'start           250 ms     1000 ms  0.250  ≤ 0.35  holds',
			'first-load      132 kB      110 kB  1.200     ≤ 1  MISSES',
			'starts      100 starts  100 starts  1.000     ≥ 1  holds',
			'edit            300 ms      100 ms  3.000          reported'
		]);
	});
});
