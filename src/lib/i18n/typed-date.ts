import type { Day, PartialDate } from '$lib/domain/date';
import { fold } from '$lib/domain/fold';
import { parsePartialDate } from '$lib/domain/partial-date';
import { languageTag } from './dates';

/** Above this a number is no age of anyone living; below 1000 it is no year either. */
const oldest = 130;

const pad = (value: number) => String(value).padStart(2, '0');

/** Folded month names and their short forms, in the interface's language and in the two that Kith speaks. */
function monthsByName(): ReadonlyMap<string, number> {
	const months = new Map<string, number>();
	for (const tag of ['en', 'fr', languageTag()]) {
		for (const length of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(tag, { month: length, timeZone: 'UTC' });
			for (let month = 1; month <= 12; month++) {
				const name = fold(format.format(Date.UTC(2000, month - 1, 15))).replace(/\./g, '');
				if (!/^\d/.test(name)) months.set(name, month);
			}
		}
	}
	return months;
}

/** Whether 4/12 is 4 December (true) or April 12th, as the owner's region writes it. */
function isDayFirst(): boolean {
	const parts = new Intl.DateTimeFormat(languageTag(), { day: 'numeric', month: 'numeric' }).formatToParts(
		Date.UTC(2000, 11, 25)
	);
	return parts.find((part) => part.type === 'day' || part.type === 'month')?.type === 'day';
}

/**
 * What a person typed for a date of which they may know only a part: "12 April 1985", "12 avril", "April 12th",
 * "12/04/1985", "1985", "~1985", `--04-12`, or an age ("40", "40 ans"). Null when it is none of these.
 */
export function parseTypedDate(text: string, today: Day): PartialDate | null {
	const typed = text.trim();
	if (!typed) return '';
	const written = parsePartialDate(typed);
	if (written) return written;
	const about = /^(?:~|(?:around|about|circa|vers|environ)\b)\s*/i;
	const guess = about.test(typed);
	const plain = fold(typed.replace(about, ''))
		.replace(/\b(\d{1,2})(?:st|nd|rd|th|er)\b/g, '$1')
		.replace(/[,.](?=\s|$)/g, '')
		.replace(/\b(?:the|of|le|de|born|ne|nee|aged?|age)\b/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const found = (parsePartialDate(plain) || byAge(plain, today)) ?? byNumbers(plain) ?? byMonthName(plain);
	if (found === null) return null;
	return guess ? guessed(found) : found;
}

/** Only a year can be a guess in the document. */
const guessed = (date: PartialDate): PartialDate => (/^\d{4}/.test(date) ? `~${date.slice(0, 4)}` : date);

function byAge(text: string, today: Day): PartialDate | null {
	const found = /^(\d{1,3})(?: ?(?:years?(?: old)?|yo|y|ans?))?$/.exec(text);
	const age = Number(found?.[1] ?? -1);
	if (age < 0 || age > oldest) return null;
	return `~${Number(today.slice(0, 4)) - age}`;
}

function byNumbers(text: string): PartialDate | null {
	const found = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}))?$/.exec(text);
	if (found) {
		const [, first = '', second = '', year] = found;
		const dayFirst = Number(first) > 12 || (Number(second) <= 12 && isDayFirst());
		const [day, month] = dayFirst ? [first, second] : [second, first];
		return real(year, Number(month), Number(day));
	}
	const monthYear = /^(\d{1,2})[/.](\d{4})$/.exec(text);
	return monthYear ? real(monthYear[2], Number(monthYear[1]), 0) : null;
}

function byMonthName(text: string): PartialDate | null {
	const word = /\p{L}+/u.exec(text)?.[0] ?? '';
	const month = monthsByName().get(word);
	const rest = text.replace(word, ' ').trim().split(/\s+/).filter(Boolean);
	if (!month || rest.length > 2 || rest.some((part) => !/^\d{1,4}$/.test(part))) return null;
	const year = rest.find((part) => part.length === 4);
	const day = rest.find((part) => part.length <= 2);
	if (rest.length !== Number(Boolean(year)) + Number(Boolean(day))) return null;
	return real(year, month, Number(day ?? 0));
}

/** Null for 31 February and the like. `day` is 0 when unknown. */
function real(year: string | undefined, month: number, day: number): PartialDate | null {
	if (!day) return (year && parsePartialDate(`${year}-${pad(month)}`)) || null;
	return parsePartialDate(year ? `${year}-${pad(month)}-${pad(day)}` : `--${pad(month)}-${pad(day)}`) || null;
}
