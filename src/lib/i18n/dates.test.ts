import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { formatGap, formatHeading, formatPartialDate, formatRelative, formatWhen } from './dates';

const today = '2026-11-23';
const speak = (language: 'en' | 'fr', tag: string) => {
	overwriteGetLocale(() => language);
	vi.stubGlobal('navigator', { languages: [tag] });
};
afterEach(() => vi.unstubAllGlobals());

describe('in French', () => {
	beforeEach(() => speak('fr', 'fr-FR'));

	it('the first of a month is « 1er », and no other day is', () => {
		expect(['--04-01', '2026-04-11'].map(formatPartialDate)).toEqual(['1er avril', '11 avril 2026']);
		expect(formatWhen('2026-05-01', today)).toBe('1er mai');
	});
});

describe('in English', () => {
	beforeEach(() => speak('en', 'en-GB'));

	it.each([
		['1985-04-12', '12 April 1985'],
		['--04-12', '12 April'],
		['--02-29', '29 February'],
		['1985-04', 'April 1985'],
		['1985', '1985'],
		['~1985', 'around 1985'],
		['yes', 'yes']
	])('what is known of a birthday, %s, reads %s', (date, words) => {
		expect(formatPartialDate(date)).toBe(words);
	});

	it.each([
		['2026-11-23', 'today'],
		['2026-11-22', 'yesterday'],
		['2026-11-13', '10 days ago'],
		['2026-11-02', '3 weeks ago'],
		['2026-06-23', '5 months ago'],
		['2025-11-20', '1 year ago'],
		['2023-11-23', '3 years ago'],
		['2026-11-27', 'in 4 days']
	])('%s is %s', (day, words) => {
		expect(formatRelative(day, today)).toBe(words);
	});

	it.each([
		['2026-11-22T19:30', 'yesterday, 19:30'],
		['2026-10-03', '3 October'],
		['2024-10-03', '3 October 2024'],
		['~2024-03', 'around March 2024'],
		['~2024-10-03', 'around 3 October 2024'],
		['2024', '2024']
	])('something that happened %s happened %s', (when, words) => {
		expect(formatWhen(when, today)).toBe(words);
	});

	it('groups are headed by the day, near days in words', () => {
		expect(formatHeading('2026-11-23T08:00', today)).toBe('Today');
		expect(formatHeading('2026-11-13', today)).toBe('Friday 13 November');
		expect(formatHeading('2024-03', today)).toBe('March 2024');
	});

	it('a gap is told in the unit one would use', () => {
		expect([1, 13, 28, 90, 365, 1100].map(formatGap)).toEqual([
			'1 day',
			'13 days',
			'4 weeks',
			'3 months',
			'1 year',
			'3 years'
		]);
	});
});

describe('in French', () => {
	beforeEach(() => speak('fr', 'fr-FR'));

	it('dates read as French writes them', () => {
		expect(formatPartialDate('--04-12')).toBe('12 avril');
		expect(formatPartialDate('~1985-04-12')).toBe('vers le 12 avril 1985');
		expect(formatRelative('2026-11-02', today)).toBe('il y a 3 semaines');
		expect(formatWhen('2026-11-22', today)).toBe('hier');
		expect(formatHeading('2026-11-22', today)).toBe('Hier');
	});
});

describe('in American English', () => {
	beforeEach(() => speak('en', 'en-US'));

	it('the month comes first', () => {
		expect(formatPartialDate('1985-04-12')).toBe('April 12, 1985');
	});
});
