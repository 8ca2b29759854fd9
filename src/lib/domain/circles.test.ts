import { expect, it } from 'vitest';
import { circleCapacities, circleOf, circleRank, circleSizes, circlesOf } from './circles';
import type { Row } from './row';
import { circleIds, defaultSettings } from './settings';

it('circles go from the innermost out, whatever order they were kept in', () => {
	const shuffled = { ...defaultSettings, circles: [...defaultSettings.circles].reverse() };
	expect(circlesOf(shuffled).map(({ id }) => id)).toEqual([...circleIds]);
	expect(circleIds.map((id) => circleCapacities[id])).toEqual([5, 15, 50, 150, Infinity]);
});

it('a circle has its own people and, within it, those nearer; the archived and the dead take no room', () => {
	const row = (circle: string, fields: Partial<Row> = {}) =>
		({ circle, archived: false, deceased: false, ...fields }) as Row;
	const rows = [
		row('inner'),
		row('close'),
		row('close'),
		row(''),
		row('close', { archived: true }),
		row('inner', { deceased: true })
	];
	const { inner, close, friends } = circleSizes(rows);
	expect([inner, close, friends]).toEqual([
		{ people: 1, within: 1 },
		{ people: 2, within: 3 },
		{ people: 0, within: 3 }
	]);
});

it('no circle, or one nobody knows, ranks behind all', () => {
	expect(['inner', 'outer', '', 'club'].map(circleRank)).toEqual([0, 4, 5, 5]);
	expect(circleOf('club', defaultSettings)).toBeUndefined();
	expect(circleOf('close', defaultSettings)?.idealDays).toBe(30);
});
