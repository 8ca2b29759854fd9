import { expect, it } from 'vitest';
import { circleCapacities, circleOf, circleRank, circlesOf } from './circles';
import { circleIds, defaultSettings } from './settings';

it('circles go from the innermost out, whatever order they were kept in', () => {
	const shuffled = { ...defaultSettings, circles: [...defaultSettings.circles].reverse() };
	expect(circlesOf(shuffled).map(({ id }) => id)).toEqual([...circleIds]);
	expect(circleIds.map((id) => circleCapacities[id])).toEqual([5, 15, 50, 150, Infinity]);
});

it('no circle, or one nobody knows, ranks behind all', () => {
	expect(['inner', 'outer', '', 'club'].map(circleRank)).toEqual([0, 4, 5, 5]);
	expect(circleOf('club', defaultSettings)).toBeUndefined();
	expect(circleOf('close', defaultSettings)?.idealDays).toBe(30);
});
