import { expect, it } from 'vitest';
import type { Row } from '$lib/domain/row';
import { defaultSettings } from '$lib/domain/settings';
import { restUntil } from './rest';

const today = '2026-11-23';
const rests = (fields: Partial<Row>) =>
	restUntil({ circle: '', cadence: '', archived: false, deceased: false, ...fields } as Row, defaultSettings, today);

it.each([
	['of the inner circle', { circle: 'inner' }, '2026-11-28'],
	['of the close friends', { circle: 'close' }, '2026-12-03'],
	['with a cadence of every three days', { cadence: '3' }, '2026-11-26'],
	['of the outer circle', { circle: 'outer' }, '2027-01-22'],
	['in no circle, whose birthday it is', {}, '2026-11-26']
])('someone %s is left in peace for a third of the usual gap, within limits', (_, fields, until) => {
	expect(rests(fields)).toBe(until);
});
