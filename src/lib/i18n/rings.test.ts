import { beforeEach, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { ringInWords } from './rings';

beforeEach(() => {
	overwriteGetLocale(() => 'en');
	vi.stubGlobal('navigator', { languages: ['en-GB'] });
});

it.each([
	[{ days: 21, idealDays: 28, fraction: 0.75 }, '3 weeks of 4'],
	[{ days: 5, idealDays: 90, fraction: 0.05 }, '5 days of 3 months'],
	[{ days: 0, idealDays: 28, fraction: 0 }, 'In touch today'],
	[{ days: null, idealDays: 28, fraction: 0 }, 'No contact yet'],
	[null, '']
])('a ring of %o says “%s”', (ring, words) => {
	expect(ringInWords(ring)).toBe(words);
});
