import { expect, it } from 'vitest';
import type { Interaction } from '$lib/domain/interaction';
import { timelineLines } from './lines';

const happened = (id: string, when: string): Interaction => ({
	id,
	when,
	contactIds: [],
	kind: 'met',
	note: '',
	place: '',
	initiator: '',
	direction: '',
	duration: 0,
	createdAt: 0,
	deletedAt: 0
});
const outline = (...whens: readonly string[]) =>
	timelineLines(whens.map((when) => happened(when, when))).map(({ kind, key }) =>
		kind === 'interaction' ? `- ${key}` : key
	);

it('what happened on one day stands under one heading, whatever the time', () => {
	expect(outline('2026-11-23T19:00', '2026-11-23T08:00', '2026-11-22')).toEqual([
		'month 2026-11',
		'day 2026-11-23',
		'- 2026-11-23T19:00',
		'- 2026-11-23T08:00',
		'day 2026-11-22',
		'- 2026-11-22'
	]);
});

it('what is known by its month stands under the month, and by its year under the year', () => {
	expect(outline('2026-03-04', '2026-03', '~2026', '2025-12-31')).toEqual([
		'month 2026-03',
		'day 2026-03-04',
		'- 2026-03-04',
		'- 2026-03',
		'month 2026',
		'- ~2026',
		'month 2025-12',
		'day 2025-12-31',
		'- 2025-12-31'
	]);
});

it('no two lines share a key, so that the list can tell them apart', () => {
	const keys = timelineLines([happened('a', '2026-03-04'), happened('b', '2026-03-04'), happened('c', '2026')]).map(
		({ key }) => key
	);
	expect(new Set(keys).size).toBe(keys.length);
});
