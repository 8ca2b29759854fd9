import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { parseTypedDate } from './typed-date';

const today = '2026-11-23';
const speak = (language: 'en' | 'fr', tag: string) => {
	overwriteGetLocale(() => language);
	vi.stubGlobal('navigator', { languages: [tag] });
};
afterEach(() => vi.unstubAllGlobals());

describe('whatever the language', () => {
	beforeEach(() => speak('en', 'en-GB'));

	it.each([
		['', ''],
		['1985-04-12', '1985-04-12'],
		['--04-12', '--04-12'],
		['1985', '1985'],
		['~1985', '~1985'],
		['12 April 1985', '1985-04-12'],
		['april 12th, 1985', '1985-04-12'],
		['12 Apr', '--04-12'],
		['12 avril', '--04-12'],
		['1er août 1990', '1990-08-01'],
		['12 févr. 1990', '1990-02-12'],
		['April 1985', '1985-04'],
		['04/1985', '1985-04'],
		['29 February', '--02-29'],
		['around 1985', '~1985'],
		['vers 1985', '~1985'],
		['40', '~1986'],
		['40 ans', '~1986'],
		['aged 40', '~1986'],
		['25/12/1985', '1985-12-25'],
		['12/25/1985', '1985-12-25']
	])('“%s” is understood as %s', (typed, date) => {
		expect(parseTypedDate(typed, today)).toBe(date);
	});

	it.each(['soon', '31 February 1985', '32/12/1985', 'April', '12 April 85 or so', '200'])(
		'“%s” is not taken for a date',
		(typed) => {
			expect(parseTypedDate(typed, today)).toBeNull();
		}
	);
});

it('day and month in figures are read as the region writes them', () => {
	speak('en', 'en-US');
	expect(parseTypedDate('4/12/1985', today)).toBe('1985-04-12');
	speak('fr', 'fr-FR');
	expect(parseTypedDate('4/12/1985', today)).toBe('1985-12-04');
	expect(parseTypedDate('4.12', today)).toBe('--12-04');
});
