import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView, FileRefusal, FolderStatus, Having } from '$lib/devices';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import {
	fileOutcomeInWords,
	folderInWords,
	havingInWords,
	offenceInWords,
	presenceInWords,
	timeLeftInWords
} from './devices';
import { guessDeviceName } from './device-guess';

/** Friday, on this device's own clock. */
const now = new Date(2026, 10, 27, 18, 30).getTime();
const at = (day: number, hour = 12, minute = 3) => new Date(2026, 10, day, hour, minute).getTime();
const having = (kind: Having) => havingInWords({ having: kind }, now);
const seen = (seenAt: number | null, link: DeviceView['link'] = 'away') => presenceInWords({ link, seenAt }, now);

describe('what a device has, in words', () => {
	beforeEach(() => overwriteGetLocale(() => 'en'));

	it.each([
		[27, 'Up to date, 12:03'],
		[26, 'Up to date, yesterday 12:03'],
		[24, 'Up to date, Tuesday 12:03'],
		[20, 'Up to date, 20 November, 12:03']
	])('names the moment of its receipt as one speaks of it: day %i', (day, words) =>
		expect(having({ kind: 'up-to-date', at: at(day) })).toBe(words)
	);

	it('is not tomorrow when its clock is ahead', () =>
		expect(having({ kind: 'up-to-date', at: at(28) })).toBe('Up to date, 12:03'));

	it('counts what waits, and what is to go', () => {
		expect(having({ kind: 'waiting', changes: 1 })).toBe('One change waiting');
		expect(having({ kind: 'waiting', changes: 1400 })).toBe('1,400 changes waiting');
		expect(having({ kind: 'exchanging', bytes: 0 })).toBe('Exchanging…');
		expect(having({ kind: 'exchanging', bytes: 3_400_000 })).toBe('Exchanging, 3.4 MB to go');
		expect(having({ kind: 'unknown' })).toBe('Nothing exchanged yet');
	});

	it('and whether it is there', () => {
		expect(seen(at(27))).toBe('Last seen 12:03');
		expect(seen(at(26))).toBe('Last seen yesterday');
		expect(seen(at(24))).toBe('Last seen Tuesday');
		expect(seen(at(1))).toBe('Last seen on 1 November');
		expect(seen(null)).toBe('Not seen yet');
		expect(seen(at(24), 'connected')).toBe('Connected');
	});

	it('in French as well', () => {
		overwriteGetLocale(() => 'fr');
		expect(having({ kind: 'up-to-date', at: at(24) })).toBe('À jour, mardi 12:03');
		expect(seen(at(1))).toBe('Vu le 1er novembre');
		expect(offenceInWords('', 'harmful')).toMatch(/^Kith ne prend plus rien de .*\u202f: /);
	});
});

describe('the time a code is good for', () => {
	beforeEach(() => overwriteGetLocale(() => 'en'));

	it.each([
		[300_000, 'Good for 5 more minutes'],
		[299_000, 'Good for 4 more minutes'],
		[60_000, 'Good for one more minute'],
		[59_000, 'Good for less than a minute'],
		[-1, 'Good for less than a minute']
	])('of %i ms', (left, words) => expect(timeLeftInWords(now + left, now)).toBe(words));
});

describe('a name for a device that has none', () => {
	beforeEach(() => overwriteGetLocale(() => 'en'));
	const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/139.0.0.0 Mobile Safari/537.36';
	const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15';

	it.each([
		['Pixel 9', { userAgent: android, model: 'Pixel 9' }],
		['Chrome on Android', { userAgent: android, model: 'K' }],
		['Chrome on Android', { userAgent: android, model: '' }],
		['iPhone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Safari/604.1' }],
		['iPad', { userAgent: mac, touchPoints: 5 }],
		['Safari on Mac', { userAgent: mac, touchPoints: 0 }],
		['Firefox on Linux', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }],
		['Edge on Windows', { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/139.0 Safari/537.36 Edg/139.0' }],
		['Kith', { userAgent: 'something' }]
	])('%s', (name, traits) => expect(guessDeviceName(traits)).toBe(name));
});

describe('what a file brought, in words', () => {
	const refused = (word: FileRefusal) => fileOutcomeInWords({ kind: 'refused', word, device: 'Laptop' }, now);

	it.each([
		['en', '12 changes of Laptop', 'One change of Laptop', 'Nothing new from Laptop'],
		['fr', '12 modifications de Laptop', 'Une modification de Laptop', 'Rien de nouveau de Laptop']
	] as const)('in %s', (language, many, one, none) => {
		overwriteGetLocale(() => language);
		const words = [12, 1, 0].map((changes) => fileOutcomeInWords({ kind: 'taken', device: 'Laptop', changes }, now));
		expect(words).toEqual([many, one, none]);
	});

	it.each(['en', 'fr'] as const)('has its own for each refusal in %s', (language) => {
		overwriteGetLocale(() => language);
		const words = (
			[
				'not-kith',
				'damaged',
				'newer',
				'foreign',
				'removed',
				'own',
				'epoch',
				'harmful',
				'not-listened',
				'alone'
			] as const
		).map(refused);
		expect(new Set(words).size).toBe(10);
		expect(refused('removed')).toContain('Laptop');
	});

	it('names a device that has no name', () => {
		overwriteGetLocale(() => 'en');
		expect(fileOutcomeInWords({ kind: 'gap', device: '', after: null }, now)).toContain('A device without a name');
		expect(fileOutcomeInWords({ kind: 'held', device: 'Laptop' }, now)).toContain('Laptop wants to delete');
	});

	it('tells which file is missing', () => {
		overwriteGetLocale(() => 'en');
		expect(fileOutcomeInWords({ kind: 'gap', device: 'Laptop', after: at(24) }, now)).toBe(
			'This file builds on one that Laptop wrote on Tuesday at 12:03 and that has not come. Open that one, too.'
		);
	});
});

describe('a folder, in words', () => {
	beforeEach(() => overwriteGetLocale(() => 'en'));
	const words = (status: FolderStatus, moment: number | null) =>
		folderInWords({ name: 'Shared', status, at: moment }, now);

	it('tells when it was in step, and what is in the way', () => {
		expect(words('ready', at(27))).toBe('“Shared”: in step, 12:03');
		expect(words('ready', at(26))).toBe('“Shared”: in step, yesterday 12:03');
		expect(words('opening', null)).toBe('Looking through “Shared”…');
		expect(words('locked', at(27))).toBe('The browser wants to be asked again before Kith uses “Shared”.');
		const others = (['missing', 'failed', 'too-large'] as const).map((status) => words(status, at(27)));
		expect(new Set(others).size).toBe(3);
	});
});
