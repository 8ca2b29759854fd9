/**
 * Dates in words, by chrono-node. What a language lacks there is added as rules; what all need is here: how precise
 * a date is, and that what is logged has happened, so "Friday" is the last one and "in March" the March gone by.
 */
import type { Chrono, ParsedResult, Parser } from 'chrono-node/en';
import type { Day, When } from '../../date';
import { addDays, dayOfMonth, formatDay, isDay, monthOf, yearOf } from '../../days';
import type { Span } from '../reading';
import { lighter } from './lighter';

export interface FoundDate extends Span {
	readonly value: When;
	/** The name of a month or weekday alone, which may be a person's: "April", "Sunday". */
	readonly bare: boolean;
}

/** @param time now, local `HH:MM`, for "an hour ago"; empty when it should not count */
export type ParseDates = (text: string, today: Day, time: string) => readonly FoundDate[];

export interface DateReader {
	readonly parse: ParseDates;
	/**
	 * Readies the parser a few milliseconds at a time. A browser compiles a pattern when it is first used, and again,
	 * better, at the second time: all of them at the first keys took 200 ms.
	 */
	readonly warmUp: () => Iterable<unknown>;
}

/** A date that chrono does not know. The answer's parts are certain; a text is a day, null none. */
export interface DateRule {
	readonly pattern: RegExp;
	readonly read: (match: RegExpMatchArray, today: Day) => Day | { year?: number; month?: number; day?: number } | null;
}

export interface DateWords {
	readonly chrono: Chrono;
	readonly rules: readonly DateRule[];
	/** In or just before a date that is not meant to the day: "about", "few", "weeks". */
	readonly about: RegExp;
	/** A date to come is meant: "next". */
	readonly ahead: RegExp;
	/** Just before a bare month or weekday that makes it a date: "in". */
	readonly before: RegExp;
	/** Names of months and weekdays that mean a date only with `before`, or never when not written so. */
	readonly bare: RegExp;
	/** Directly behind a date, part of it but unknown to chrono: « samedi midi ». */
	readonly behind: RegExp;
	/** Found by chrono, but not a date in a log: a duration, "sat". */
	readonly never: RegExp;
}

/** Chrono has no typographic apostrophes or spaces; one for one, so that places stay. */
const plain = (text: string) => text.replace(/[’ʼ]/g, "'").replace(/[\u00a0\u202f]/g, ' ');

/** Both sides of a date, as much as the patterns above look at. */
const nearby = 16;

export function dateReader(words: DateWords): DateReader {
	const chrono = words.chrono.clone();
	chrono.parsers = [...chrono.parsers.map(lighter), ...words.rules.map(parserOf)];
	const parse: ParseDates = (typed, today, time) => {
		const text = plain(typed);
		const [hour, minute] = time ? [Number(time.slice(0, 2)), Number(time.slice(3))] : [12, 0];
		const now = new Date(yearOf(today), monthOf(today) - 1, dayOfMonth(today), hour, minute);
		return chrono.parse(text, now).flatMap((result) => {
			const before = text.slice(Math.max(0, result.index - nearby), result.index);
			if (words.never.test(result.text)) return [];
			const value = whenOf(result, before, words, today, time !== '');
			if (!value) return [];
			const bare = words.bare.test(result.text) && !words.before.test(before);
			const end = result.index + result.text.length;
			const behind = words.behind.exec(text.slice(end, end + nearby))?.[0].length ?? 0;
			return [{ from: result.index, to: end + behind, value, bare }];
		});
	};
	return { parse, warmUp: () => eachTwice(chrono) };
}

function* eachTwice(chrono: Chrono): Iterable<unknown> {
	const one = chrono.clone();
	one.refiners = [];
	for (const parser of chrono.parsers) {
		one.parsers = [parser];
		yield one.parse('-');
		yield one.parse('-');
	}
}

const parserOf = (rule: DateRule): Parser => ({
	pattern: () => rule.pattern,
	extract({ refDate }, match) {
		const read = rule.read(match, formatDay(refDate.getFullYear(), refDate.getMonth() + 1, refDate.getDate()));
		if (typeof read !== 'string') return read;
		return isDay(read) ? { year: yearOf(read), month: monthOf(read), day: dayOfMonth(read) } : null;
	}
});

/** Hours that a word implies without saying: "this morning" is a day to Kith. */
function whenOf(result: ParsedResult, before: string, words: DateWords, today: Day, timed: boolean): When | null {
	const { start } = result;
	const year = start.get('year') ?? 0;
	const month = start.get('month') ?? 0;
	if (year < 1 || year > 9999) return null;
	const about = words.about.test(`${before}|${result.text}`) ? '~' : '';
	const dated = start.isCertain('day') || start.isCertain('weekday');
	const relativeTime = start.tags().has('result/relativeDateAndTime');
	if (!dated && !start.isCertain('hour')) {
		if (start.isCertain('month')) {
			const past = !start.isCertain('year') && formatDay(year, month, 1) > today ? 1 : 0;
			return about + formatDay(year - past, month, 1).slice(0, 7);
		}
		if (start.isCertain('year')) return about + formatDay(year, 1, 1).slice(0, 4);
	}
	const day = dayOf(result, words, today);
	if (!day) return null;
	if (!start.isCertain('hour') || (relativeTime && !timed)) return about + day;
	const minutes = (start.get('hour') ?? 0) * 60 + (start.get('minute') ?? 0);
	const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
	return `${about}${day}T${clock}`;
}

function dayOf({ start, text }: ParsedResult, words: DateWords, today: Day): Day | null {
	const year = start.get('year') ?? 0;
	const month = start.get('month') ?? 0;
	const date = start.get('day') ?? 0;
	const day = formatDay(year, month, date);
	if (day <= today || words.ahead.test(text)) return isDay(day) ? day : null;
	if (start.isCertain('weekday') && !start.isCertain('day')) return addDays(day, -7);
	if (start.isCertain('year') || !start.isCertain('day')) return isDay(day) ? day : null;
	for (let past = year - 1; past > year - 9; past--) {
		const earlier = formatDay(past, month, date);
		if (isDay(earlier) && earlier <= today) return earlier;
	}
	return null;
}
