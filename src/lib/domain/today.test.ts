import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowWith } from '../../../tests/support/people';
import { addDays, utcDayOf } from './days';
import { nextContactOn } from './keep-in-touch';
import type { Row } from './row';
import { defaultSettings } from './settings';
import { whomToReach } from './today';

const settings = { ...defaultSettings, me: 'me' };
/** A Tuesday. */
const today = '2026-06-02';
const ago = (days: number) => addDays(today, -days);
const names = (rows: readonly Row[], count = 3) =>
	whomToReach(rows, { ...settings, todayCount: count }, today).map(({ row }) => row.id);

describe('whom to reach', () => {
	it('says why: seven weeks instead of a month, her move to Lyon, her birthday on Friday', () => {
		const last = { id: 'i1', kind: 'call', when: ago(49), note: 'her move to Lyon' };
		const ana = rowWith({
			id: 'ana',
			circle: 'close',
			lastContact: ago(49),
			last,
			birthday: '1985-06-05',
			nextTime: ['Ask about the flat']
		});
		expect(whomToReach([ana], settings, today)[0]?.reasons).toEqual([
			{ kind: 'gap', days: 49, idealDays: 30 },
			{ kind: 'last', last },
			{ kind: 'next-time', text: 'Ask about the flat' },
			{ kind: 'date', label: 'birthday', on: '2026-06-05', inDays: 3, turns: 41 }
		]);
	});

	it('ranks by how far past the ideal gap in proportion, not by days', () => {
		const rows = [
			rowWith({ id: 'yearly', cadence: '365', lastContact: ago(400) }),
			rowWith({ id: 'monthly', cadence: '30', lastContact: ago(90) }),
			rowWith({ id: 'talked', cadence: '30', lastContact: ago(29) })
		];
		expect(names(rows)).toEqual(['monthly', 'yearly']);
	});

	it('puts the nearer first when both are as late, and a favourite before them', () => {
		const rows = [
			rowWith({ id: 'outer', circle: 'outer', lastContact: ago(730) }),
			rowWith({ id: 'inner', circle: 'inner', lastContact: ago(28) }),
			rowWith({ id: 'dear', circle: 'inner', lastContact: ago(28), favourite: true })
		];
		expect(names(rows)).toEqual(['dear', 'inner', 'outer']);
	});

	it('puts those past their longest gap first, and says so', () => {
		const rows = [
			rowWith({ id: 'inner', circle: 'inner', lastContact: ago(27) }),
			rowWith({ id: 'own', circle: 'friends', cadence: '20/25', lastContact: ago(26) }),
			rowWith({ id: 'friend', circle: 'friends', lastContact: ago(181) })
		];
		expect(names(rows)).toEqual(['friend', 'own', 'inner']);
		const kinds = whomToReach(rows, settings, today).map(({ reasons }) => reasons.map(({ kind }) => kind));
		expect(kinds).toEqual([['gap', 'long'], ['gap', 'long'], ['gap']]);
	});

	it('does not let one long lapse bury those of this month', () => {
		const lapsed = rowWith({ id: 'lapsed', circle: 'outer', lastContact: '2016-01-01' });
		const close = rowWith({ id: 'close', circle: 'inner', lastContact: ago(80) });
		expect(names([lapsed, close])[0]).toBe('close');
	});

	it('raises those whose birthday is near, and proposes a friend on the day itself', () => {
		const late = rowWith({ id: 'late', circle: 'friends', lastContact: ago(120) });
		const soon = rowWith({ id: 'soon', circle: 'friends', lastContact: ago(120), birthday: '--06-04' });
		const onTheDay = rowWith({ id: 'day', circle: 'friends', lastContact: ago(3), birthday: '--06-02' });
		const farOff = rowWith({ id: 'far', circle: 'friends', lastContact: ago(3), birthday: '--06-04' });
		expect(names([late, soon, farOff])).toEqual(['soon', 'late']);
		expect(whomToReach([onTheDay], settings, today)[0]?.reasons).toEqual([
			{ kind: 'date', label: 'birthday', on: today, inDays: 0, turns: null }
		]);
	});

	it('never proposes oneself, the dead, the archived, the paused, the snoozed, or those reached today', () => {
		const due = { circle: 'inner', lastContact: ago(100), birthday: '--06-02' };
		const rows = [
			rowWith({ ...due, id: 'me' }),
			rowWith({ ...due, id: 'dead', deceased: true }),
			rowWith({ ...due, id: 'archived', archived: true }),
			rowWith({ ...due, id: 'paused', paused: true }),
			rowWith({ ...due, id: 'never', cadence: 'never' }),
			rowWith({ ...due, id: 'snoozed', snoozedUntil: addDays(today, 1) }),
			rowWith({ ...due, id: 'reached', lastContact: today }),
			rowWith({ id: 'unsorted' })
		];
		expect(names(rows)).toEqual([]);
		expect(names([rowWith({ ...due, id: 'back', snoozedUntil: today })])).toEqual(['back']);
	});

	it('proposes as many as the settings say, and counts the rest', () => {
		const rows = Array.from({ length: 9 }, (_, n) =>
			rowWith({ id: `p${n}`, circle: 'inner', lastContact: ago(20 + n) })
		);
		expect(names(rows, 2)).toEqual(['p8', 'p7']);
		expect(names(rows, 0)).toEqual([]);
		expect(names(rows, 20)).toHaveLength(9);
	});
});

describe('after an import, when no contact is known yet', () => {
	const createdAt = Date.UTC(2026, 5, 2, 9);
	const imported = Array.from({ length: 600 }, (_, n) =>
		rowWith({ id: `new-${n}`, createdAt, circle: ['inner', 'close', 'friends', 'outer'][n % 4] ?? '' })
	);

	it('somebody near is proposed at once', () => {
		const [first] = whomToReach([rowWith({ id: 'mum', circle: 'inner', createdAt })], settings, today);
		expect(first?.reasons).toEqual([{ kind: 'never' }]);
		expect(names([rowWith({ id: 'b', createdAt, birthday: '--06-02' }), rowWith({ id: 'c', createdAt })])).toEqual([
			'b'
		]);
	});

	it('they do not all fall due together', () => {
		expect(utcDayOf(createdAt)).toBe(today);
		const countOn = (day: string) =>
			imported.filter((row) => nextContactOn(row, settings) && nextContactOn(row, settings) <= day).length;
		expect(countOn(today)).toBeLessThan(40);
		expect(countOn(addDays(today, 400))).toBe(600);
	});

	it('someone known to be waiting comes before someone of whom nothing is known', () => {
		const old = imported.map((row) => ({ ...row, createdAt: Date.UTC(2020, 0, 1) }));
		const known = rowWith({ id: 'known', circle: 'inner', lastContact: ago(20) });
		expect(names([...old, known])[0]).toBe('known');
	});
});

describe('the order', () => {
	const row = fc
		.record({
			id: fc.uuid(),
			sortKey: fc.constantFrom('a', 'b'),
			circle: fc.constantFrom('', 'inner', 'outer'),
			lastContact: fc.constantFrom('', ago(400), ago(40)),
			birthday: fc.constantFrom('', '1985-06-03')
		})
		.map(rowWith);

	it('is the same however the rows come, and rises with the days passed', () => {
		fc.assert(
			fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
				const order = names(rows, 100);
				expect(names([...rows].reverse(), 100)).toEqual(order);
				expect(new Set(order).size).toBe(order.length);
			})
		);
		fc.assert(
			fc.property(fc.integer({ min: 30, max: 4000 }), fc.integer({ min: 1, max: 4000 }), (days, more) => {
				const near = rowWith({ id: 'near', circle: 'close', lastContact: ago(days) });
				const far = rowWith({ id: 'far', circle: 'close', lastContact: ago(days + more) });
				expect(names([near, far])).toEqual(['far', 'near']);
			})
		);
	});
});
