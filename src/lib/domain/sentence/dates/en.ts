import { casual, GB } from 'chrono-node/en';
import { addDays, addMonths, dayOfMonth, formatDay, isDay, monthOf, yearOf } from '../../days';
import { dateReader, type DateRule, type ParseDates } from './dates';

const feasts: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
	['christmas eve', [12, 24]],
	['christmas day', [12, 25]],
	['christmas', [12, 25]],
	['boxing day', [12, 26]],
	["new year's eve", [12, 31]],
	["new year's day", [1, 1]],
	["new year's", [1, 1]],
	["valentine's day", [2, 14]],
	['halloween', [10, 31]]
]);
const seasons: ReadonlyMap<string, number> = new Map([
	['spring', 4],
	['summer', 7],
	['autumn', 10],
	['fall', 10],
	['winter', 1]
]);
const turned = '(?:in |during |over )?(?:the )?';

const rules: readonly DateRule[] = [
	{
		pattern: new RegExp(`(?<!\\p{L})(${[...feasts.keys()].join('|')})(?:,? (\\d{4}))?(?![\\p{L}\\d])`, 'iu'),
		read(match, today) {
			const [month, day] = feasts.get(match[1]?.toLowerCase() ?? '') ?? [0, 0];
			const year = match[2] ? Number(match[2]) : yearOf(today);
			const on = formatDay(year, month, day);
			return match[2] || on <= today ? on : formatDay(year - 1, month, day);
		}
	},
	{
		pattern: new RegExp(
			`(?<!\\p{L})${turned}(last |this )?(spring|summer|autumn|fall|winter)(?: (?:of )?(\\d{4}))?(?![\\p{L}\\d])`,
			'iu'
		),
		read(match, today) {
			if (!match[1] && !match[3] && !/^(?:in|during|over) /i.test(match[0])) return null;
			const month = seasons.get(match[2]?.toLowerCase() ?? '') ?? 1;
			const running = /this/i.test(match[1] ?? '') ? 0 : month + 2 > monthOf(today) ? 1 : 0;
			return { year: match[3] ? Number(match[3]) : yearOf(today) - running, month };
		}
	},
	{
		pattern: /(?<!\p{L})(?:in|back in|during) ((?:19|20)\d\d)(?![\p{L}\d-])/iu,
		read: (match) => ({ year: Number(match[1]) })
	},
	{
		pattern: /(?<!\p{L})(?:on )?the (\d{1,2})(?:st|nd|rd|th)(?! (?:of|time|birthday|anniversary)|[\p{L}\d])/iu,
		read(match, today) {
			const date = Number(match[1]);
			for (let back = 0; back < 3; back++) {
				const month = addMonths(formatDay(yearOf(today), monthOf(today), 1), -back);
				const on = formatDay(yearOf(month), monthOf(month), date);
				if (isDay(on) && (back > 0 || date <= dayOfMonth(today))) return on;
			}
			return null;
		}
	},
	{ pattern: /(?<!\p{L})the other day(?!\p{L})/iu, read: (_, today) => addDays(today, -3) },
	{ pattern: /(?<!\p{L})(?:recently|lately|a while ago)(?!\p{L})/iu, read: (_, today) => addDays(today, -7) },
	{
		pattern: /(?<!\p{L})(?:last|this|over the) week-?end(?!\p{L})/iu,
		read(match, today) {
			const weekday = new Date(`${today}T00:00Z`).getUTCDay();
			const saturday = addDays(today, -((weekday + 1) % 7));
			return /last/i.test(match[0]) && (weekday === 0 || weekday === 6) ? addDays(saturday, -7) : saturday;
		}
	}
];

const about =
	/(?:about|around|roughly|approximately|circa|some ?time|some|maybe|probably|early|mid|late|beginning of|end of)[ -](?:in |on |the )*\||\|.*(?:\b(?:about|around|few|couple|several|recently|lately|while|other|spring|summer|autumn|fall|winter)\b|week)/i;

const reader = (chrono: typeof casual) =>
	dateReader({
		chrono,
		rules,
		about,
		ahead: /\b(?:next|coming|tomorrow|in )\b/i,
		before:
			/(?:^|\P{L})(?:in|on|last|this|since|during|until|early|mid|late|around|about|every|beginning of|end of)[ -](?:the )?$|^\s*$/iu,
		bare: /^(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/i,
		behind: /^ (?:night|evening|morning|afternoon|lunchtime)(?!\p{L})/iu,
		never: /^(?:for |sat$|sun$|mon$|mar$|second)/
	});

/** Month first, as in the United States. */
export const parseDates: ParseDates = reader(casual);
/** Day first, as everywhere else. */
export const parseDatesDayFirst: ParseDates = reader(GB);
