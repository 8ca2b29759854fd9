import { GB } from 'chrono-node/en';
import { describe, expect, it } from 'vitest';
import { lighter } from './lighter';

const light = GB.clone();
light.parsers = light.parsers.map(lighter);
const now = new Date(2026, 10, 18, 15);
const read = (chrono: typeof GB, text: string) =>
	chrono.parse(text, now).map(({ index, text: found, start }) => [index, found, start.date().toISOString()]);

describe('the lighter patterns', () => {
	it.each([
		'two weeks ago',
		'saw Tom 2 weeks, and 3 days ago in Lyon',
		'an hour and a half before',
		'about half an hour ago',
		'a couple of days earlier',
		'in 2 weeks, and then',
		'for 3 days and with Ana',
		'last 2 months',
		'3 days  later',
		'2 days or so'
	])('read what chrono reads: %s', (text) => {
		expect(read(light, text)).toEqual(read(GB, text));
	});

	it('stand for those of chrono that are slow, as long as chrono writes them so', () => {
		let changed = 0;
		const counting = GB.clone();
		counting.parsers = GB.parsers.map((parser) => ({
			pattern(context) {
				const pattern = parser.pattern(context);
				if (lighter(parser).pattern(context) !== pattern) changed++;
				return pattern;
			},
			extract: () => null
		}));
		counting.parse('yesterday', now);
		expect(changed).toBe(4);
	});

	it('are read through a thousand spaces without getting lost', () => {
		const started = performance.now();
		read(light, `2 days${' '.repeat(990)}x`);
		expect(performance.now() - started).toBeLessThan(2_000);
	});
});
