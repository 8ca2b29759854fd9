import { expect, it } from 'vitest';
import { cadenceOf } from './cadence';

it.each([
	[1, 'day', 1],
	[10, 'day', 10],
	[7, 'week', 1],
	[14, 'week', 2],
	[30, 'month', 1],
	[31, 'month', 1],
	[45, 'week', 6],
	[60, 'month', 2],
	[90, 'month', 3],
	[180, 'month', 6],
	[365, 'year', 1],
	[366, 'year', 1],
	[730, 'year', 2]
] as const)('%i days are spoken of in the unit %s, %i of them', (days, unit, n) => {
	expect(cadenceOf(days)).toEqual({ unit, n });
});
