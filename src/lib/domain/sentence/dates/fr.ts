import { casual } from 'chrono-node/fr';
import type { Day } from '../../date';
import { addDays, addMonths, addYears, dayOfMonth, formatDay, isDay, monthOf, weekdayOf, yearOf } from '../../days';
import { dateReader, type DateRule } from './dates';

const months: readonly RegExp[] = [
	/^janv/i,
	/^f[ée]v/i,
	/^mars/i,
	/^avr/i,
	/^mai/i,
	/^juin/i,
	/^juil/i,
	/^ao[ûu]t/i,
	/^sept/i,
	/^oct/i,
	/^nov/i,
	/^d[ée]c/i
];
const monthName =
	'(janvier|janv\\.?|f[ée]vrier|f[ée]vr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|ao[ûu]t|septembre|sept\\.?|octobre|oct\\.?|novembre|nov\\.?|d[ée]cembre|d[ée]c\\.?)';
const monthOfName = (name: string) => months.findIndex((pattern) => pattern.test(name)) + 1;

const feasts: readonly (readonly [name: RegExp, month: number, day: number])[] = [
	[/veille de no[ëe]l|r[ée]veillon de no[ëe]l/i, 12, 24],
	[/no[ëe]l/i, 12, 25],
	[/sylvestre|r[ée]veillon/i, 12, 31],
	[/jour de l'an|nouvel an/i, 1, 1],
	[/valentin/i, 2, 14],
	[/toussaint/i, 11, 1]
];
const seasons: readonly (readonly [name: RegExp, month: number])[] = [
	[/printemps/i, 4],
	[/été/i, 7],
	[/automne/i, 10],
	[/hiver/i, 1]
];
const numbers: ReadonlyMap<string, number> = new Map([
	['un', 1],
	['une', 1],
	['deux', 2],
	['trois', 3],
	['quatre', 4],
	['cinq', 5],
	['six', 6],
	['sept', 7],
	['huit', 8],
	['neuf', 9],
	['dix', 10],
	['quinze', 15],
	['quelques', 3],
	['une quinzaine de', 15],
	['une dizaine de', 10],
	['une huitaine de', 8]
]);

const ago = (count: number, unit: string, today: Day): Day | { year: number; month?: number } => {
	if (/^jour/i.test(unit)) return addDays(today, -count);
	if (/^sem/i.test(unit)) return addDays(today, -7 * count);
	if (/^mois/i.test(unit)) {
		const then = addMonths(today, -count);
		return { year: yearOf(then), month: monthOf(then) };
	}
	return { year: yearOf(addYears(today, -count)) };
};

const rules: readonly DateRule[] = [
	{ pattern: /(?<!\p{L})avant[- ]hier(?!\p{L})/iu, read: (_, today) => addDays(today, -2) },
	{ pattern: /(?<!\p{L})(?:ce midi|tout à l'heure|tantôt)(?!\p{L})/iu, read: (_, today) => today },
	{ pattern: /(?<!\p{L})l'autre jour(?!\p{L})/iu, read: (_, today) => addDays(today, -3) },
	{ pattern: /(?<!\p{L})(?:récemment|dernièrement|ces jours-ci)(?!\p{L})/iu, read: (_, today) => addDays(today, -7) },
	{
		pattern:
			/(?<!\p{L})il y a (?:(?:environ|à peu près|presque) )?(\d{1,3}|une (?:quinzaine|dizaine|huitaine) de|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|quelques) (jours?|semaines?|mois|ans?|années?)(?!\p{L})/iu,
		read: (match, today) => ago(numbers.get(match[1]?.toLowerCase() ?? '') ?? Number(match[1]), match[2] ?? '', today)
	},
	{
		pattern: /(?<!\p{L})l'an(?:née)? (?:dernier|dernière|passée?)(?!\p{L})/iu,
		read: (_, today) => ({ year: yearOf(today) - 1 })
	},
	{
		pattern: new RegExp(
			`(?<!\\p{L})(?:(?:en|au mois d[e']|de|courant|début|mi-?|fin) ?)${monthName}(?: (\\d{4}))?(?: (?:dernier|passé))?(?![\\p{L}\\d])`,
			'iu'
		),
		read: (match, today) => {
			const month = monthOfName(match[1] ?? '');
			const year = match[2] ? Number(match[2]) : yearOf(today) - (month > monthOf(today) ? 1 : 0);
			return { year, month };
		}
	},
	{
		pattern: new RegExp(`(?<!\\p{L})${monthName} ((?:19|20)\\d\\d)(?![\\p{L}\\d])`, 'iu'),
		read: (match) => ({ year: Number(match[2]), month: monthOfName(match[1] ?? '') })
	},
	{
		pattern: /(?<!\p{L})(?:en|courant) ((?:19|20)\d\d)(?![\p{L}\d-])/iu,
		read: (match) => ({ year: Number(match[1]) })
	},
	{
		pattern: /(?<!\p{L})le (1er|\d{1,2})(?! ?(?:%|h|ans?)| \p{L}|[\p{L}\d/.-])/iu,
		read(match, today) {
			const date = parseInt(match[1] ?? '', 10);
			for (let back = 0; back < 3; back++) {
				const month = addMonths(formatDay(yearOf(today), monthOf(today), 1), -back);
				const on = formatDay(yearOf(month), monthOf(month), date);
				if (isDay(on) && (back > 0 || date <= dayOfMonth(today))) return on;
			}
			return null;
		}
	},
	{
		pattern:
			/(?<!\p{L})(?:à la |à |la |le |au |vers )?(veille de no[ëe]l|réveillon de no[ëe]l|no[ëe]l|saint[- ]sylvestre|réveillon|jour de l'an|nouvel an|saint[- ]valentin|toussaint)(?: (\d{4}))?(?![\p{L}\d])/iu,
		read(match, today) {
			const [, month, day] = feasts.find(([name]) => name.test(match[1] ?? '')) ?? [null, 0, 0];
			if (/^no[ëe]l$/i.test(match[0])) return null;
			const year = match[2] ? Number(match[2]) : yearOf(today);
			const on = formatDay(year, month, day);
			return match[2] || on <= today ? on : formatDay(year - 1, month, day);
		}
	},
	{
		pattern:
			/(?<!\p{L})(?:en |cet |ce |cette |au |pendant l'|l'|le )(printemps|été|automne|hiver)(?: (\d{4})| (?:dernier|passé))?(?![\p{L}\d])/iu,
		read(match, today) {
			if (/^l['e]/i.test(match[0]) && !/\d|dernier|passé/.test(match[0])) return null;
			const month = seasons.find(([name]) => name.test(match[1] ?? ''))?.[1] ?? 1;
			const running = month > monthOf(today) || (/dernier|passé/i.test(match[0]) && month + 2 > monthOf(today)) ? 1 : 0;
			return { year: match[2] ? Number(match[2]) : yearOf(today) - running, month };
		}
	},
	{
		pattern: /(?<!\p{L})(?:ce|le) week-?end(?: (?:dernier|passé))?(?!\p{L})/iu,
		read(match, today) {
			const weekday = weekdayOf(today);
			const saturday = addDays(today, -((weekday + 1) % 7));
			return /dernier|passé/i.test(match[0]) && weekday >= 6 ? addDays(saturday, -7) : saturday;
		}
	}
];

export const parseDates = dateReader({
	chrono: casual,
	rules,
	about:
		/(?:vers|environ|autour d[eu]|à peu près|courant|début|fin|mi|sans doute|peut-être)[ -](?:le |la |du |de )*\||\|.*(?:\b(?:vers|environ|peu près|presque|quelques|quinzaine|dizaine|huitaine|semaines?|week-?end|autre|courant|fin|mi|printemps|automne|hiver|ces jours)\b|début|été|récemment|dernièrement)/iu,
	ahead: /prochaine?|demain|dans /i,
	before: /(?:^|\P{L})(?:en|le|ce|cet|depuis|dès|vers)[ ]$|^\s*$/iu,
	bare: /^(?:lun|mar|mer|jeu|ven|sam|dim)\.?$/i,
	behind: /^ (?:dans la |au )?(?:soir(?:ée)?|matin(?:ée)?|midi|après-midi|apr[eè]s midi)(?!\p{L})/iu,
	never: /^(?:pendant|durant|lun|mar|mer|jeu|ven|sam|dim)(?:\P{L}|$)/iu
});
