import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localOf, momentOf } from './moment';

const iso = (day: string, time: string, zone: string) => new Date(momentOf(day, time, zone)).toISOString();

describe('the moment of a local time', () => {
	it('follows summer and winter time', () => {
		expect(iso('2026-01-15', '09:00', 'Europe/Paris')).toBe('2026-01-15T08:00:00.000Z');
		expect(iso('2026-07-15', '09:00', 'Europe/Paris')).toBe('2026-07-15T07:00:00.000Z');
		expect(iso('2026-07-15', '', 'America/New_York')).toBe('2026-07-15T04:00:00.000Z');
	});

	it('that the clocks skip in spring is an hour later', () => {
		expect(iso('2026-03-29', '02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
		expect(localOf(momentOf('2026-03-29', '02:30', 'Europe/Paris'), 'Europe/Paris').time).toBe('03:30');
		expect(iso('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
	});

	it('that comes twice in autumn is the first', () => {
		expect(iso('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
		expect(iso('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
	});

	it('the day after a change is the same time on the clock', () => {
		expect(iso('2026-03-30', '02:30', 'Europe/Paris')).toBe('2026-03-30T00:30:00.000Z');
		expect(iso('2026-10-26', '02:30', 'Europe/Paris')).toBe('2026-10-26T01:30:00.000Z');
	});

	it('shows that time on the clocks of the zone', () => {
		const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC');
		const day = fc
			.date({ min: new Date('1980-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const hour = fc.integer({ min: 4, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:15`);
		fc.assert(
			fc.property(day, hour, zone, (on, time, where) => {
				expect(localOf(momentOf(on, time, where), where)).toEqual({ day: on, time });
			})
		);
	});

	it('is an error for a zone or day that is none', () => {
		expect(() => momentOf('2026-01-15', '09:00', 'Nowhere/Land')).toThrow(RangeError);
		expect(() => momentOf('soon', '09:00', 'UTC')).toThrow();
	});
});
