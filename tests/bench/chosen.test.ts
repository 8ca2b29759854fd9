import { describe, expect, it } from 'vitest';
import { isWanted, partsFor } from './chosen';

const parts = [{ rows: ['start'] }, { rows: ['growth-size', 'growth-load'] }, { rows: ['search', 'search-blocked'] }];

describe('rows asked for by name', () => {
	it('are all of them when none is named', () => {
		expect(partsFor([], parts)).toEqual(parts);
		expect(isWanted('start', [])).toBe(true);
	});

	it('are measured by the parts that hold them, in the order of the bench', () => {
		expect(partsFor(['search-blocked', 'start'], parts)).toEqual([parts[0], parts[2]]);
	});

	it('may be named by what they begin with, up to a hyphen', () => {
		expect(partsFor(['growth'], parts)).toEqual([parts[1]]);
		expect(['growth-size', 'growth-load', 'start'].filter((row) => isWanted(row, ['growth']))).toHaveLength(2);
		expect(isWanted('search', ['sea'])).toBe(false);
	});

	it('are refused as a whole when one name is no row', () => {
		expect(partsFor(['start', 'speed'], parts)).toBeNull();
	});
});
