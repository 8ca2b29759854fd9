import { describe, expect, it } from 'vitest';
import { atMost, median, percentile, table } from './figures';

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

	it('print as columns that line up, and say plainly what misses', () => {
		const text = table({ start: atMost(0.35, 250, 1000, 'ms'), 'first-load': atMost(1, 132, 110, 'kB') });
		expect(text.split('\n')).toEqual([
			'             value  baseline  ratio  target',
			'start       250 ms   1000 ms  0.250  ≤ 0.35  holds',
			'first-load  132 kB    110 kB  1.200     ≤ 1  MISSES'
		]);
	});
});
