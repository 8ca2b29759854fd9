import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowWith } from '../../../tests/support/people';
import { addDays } from './days';
import {
	byLastContact,
	byName,
	byNextContact,
	formatCadence,
	gapOf,
	nextContactOn,
	parseCadence,
	ringOf,
	type Gap
} from './keep-in-touch';
import { defaultSettings } from './settings';

const settings = { ...defaultSettings, me: 'me' };

describe('how often to be in touch', () => {
	it('is the circle’s, unless the contact has a cadence of its own', () => {
		expect(gapOf(rowWith({ circle: 'close' }), settings)).toEqual({ idealDays: 30, maxDays: 60 });
		expect(gapOf(rowWith({ circle: 'close', cadence: '10' }), settings)).toEqual({ idealDays: 10, maxDays: 20 });
		expect(gapOf(rowWith({ cadence: '45' }), settings)).toEqual({ idealDays: 45, maxDays: 90 });
		expect(gapOf(rowWith({ circle: 'close', cadence: 'often' }), settings)).toEqual({ idealDays: 30, maxDays: 60 });
	});

	it('may have a longest gap of its own', () => {
		expect(gapOf(rowWith({ circle: 'close', cadence: '30/45' }), settings)).toEqual({ idealDays: 30, maxDays: 45 });
		expect(gapOf(rowWith({ cadence: '30/7' }), settings)).toEqual({ idealDays: 30, maxDays: 30 });
		expect(gapOf(rowWith({ cadence: '0/7' }), settings)).toBeNull();
		for (const text of ['30', '30/45', '30/30']) expect(formatCadence(parseCadence(text) as Gap)).toBe(text);
		expect(formatCadence({ idealDays: 30, maxDays: 60 })).toBe('30');
	});

	it('is not asked of those one does not keep up with', () => {
		const circle = 'inner';
		const rows = [
			rowWith(),
			rowWith({ circle: 'gone' }),
			rowWith({ circle, cadence: 'never' }),
			rowWith({ circle, archived: true }),
			rowWith({ circle, deceased: true }),
			rowWith({ circle, id: 'me' })
		];
		expect(rows.map((row) => gapOf(row, settings))).toEqual(rows.map(() => null));
		expect(rows.map((row) => ringOf(row, settings, '2026-05-01'))).toEqual(rows.map(() => null));
		expect(rows.map((row) => nextContactOn(row, settings))).toEqual(rows.map(() => ''));
	});
});

describe('the ring', () => {
	const row = rowWith({ circle: 'close', lastContact: '2026-01-01' });

	it('fills as the ideal gap passes, and no further', () => {
		expect(ringOf(row, settings, '2026-01-01')).toEqual({ days: 0, idealDays: 30, fraction: 0 });
		expect(ringOf(row, settings, '2026-01-16')).toEqual({ days: 15, idealDays: 30, fraction: 0.5 });
		expect(ringOf(row, settings, '2026-03-02')).toEqual({ days: 60, idealDays: 30, fraction: 1 });
	});

	it('is empty before the first contact, before a planned one, and gone while paused', () => {
		expect(ringOf(rowWith({ circle: 'close' }), settings, '2026-01-16')?.days).toBeNull();
		expect(ringOf(row, settings, '2025-12-20')?.fraction).toBe(0);
		expect(ringOf({ ...row, paused: true }, settings, '2026-01-16')).toBeNull();
	});
});

describe('the next contact', () => {
	const row = rowWith({ circle: 'inner', lastContact: '2026-01-01' });

	it('is one ideal gap after the last, later when snoozed, none while paused', () => {
		expect(nextContactOn(row, settings)).toBe('2026-01-15');
		expect(nextContactOn({ ...row, snoozedUntil: '2026-02-01' }, settings)).toBe('2026-02-01');
		expect(nextContactOn({ ...row, snoozedUntil: '2026-01-03' }, settings)).toBe('2026-01-15');
		expect(nextContactOn({ ...row, paused: true }, settings)).toBe('');
	});

	it('of many people brought in together is spread over one ideal gap', () => {
		const days = new Map<string, number>();
		for (let n = 0; n < 1400; n++) {
			const on = nextContactOn(rowWith({ id: `someone-${n}`, circle: 'inner' }), settings);
			days.set(on, (days.get(on) ?? 0) + 1);
		}
		expect([...days.keys()].sort()).toEqual(Array.from({ length: 14 }, (_, n) => addDays('2026-01-01', n)));
		expect(Math.max(...days.values())).toBeLessThan(150);
	});
});

describe('sorting', () => {
	const ana = rowWith({ id: 'ana', sortKey: 'ana', circle: 'outer', lastContact: '2026-03-01' });
	const bea = rowWith({ id: 'bea', sortKey: 'bea', circle: 'inner', lastContact: '2026-02-01' });
	const cem = rowWith({ id: 'cem', sortKey: 'cem' });
	const orders = { byName, byLastContact, byNextContact: byNextContact(settings) };

	it('by name, by last and by next contact', () => {
		expect([cem, bea, ana].sort(orders.byName)).toEqual([ana, bea, cem]);
		expect([cem, bea, ana].sort(orders.byLastContact)).toEqual([ana, bea, cem]);
		expect([cem, ana, bea].sort(orders.byNextContact)).toEqual([bea, ana, cem]);
	});

	it('gives one order, however the list came', () => {
		const day = fc.constantFrom('', '2026-01-01', '2026-02-01');
		const row = fc
			.tuple(fc.integer(), fc.constantFrom('a', 'b'), day, fc.constantFrom('', 'inner'))
			.map(([n, sortKey, lastContact, circle]) => rowWith({ id: String(n), sortKey, lastContact, circle }));
		fc.assert(
			fc.property(
				fc.uniqueArray(row, { selector: ({ id }) => id }),
				fc.constantFrom(...Object.values(orders)),
				(rows, order) => {
					expect([...rows].reverse().sort(order)).toEqual([...rows].sort(order));
				}
			)
		);
	});
});
