import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reason } from '$lib/domain/today';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { reasonInWords } from './reasons';

const today = '2026-11-23';
const say = (reason: Reason) => reasonInWords(reason, 'Ana', today)?.replace(/[\u00a0\u202f]/g, ' ');
const last = (note: string, kind = 'meal'): Reason => ({
	kind: 'last',
	last: { id: '1', kind, when: '2026-10-03', note }
});
const birthday = (on: string, turns: number | null = null): Reason => ({
	kind: 'date',
	label: 'birthday',
	on,
	inDays: 0,
	turns
});

describe('in English', () => {
	beforeEach(() => {
		overwriteGetLocale(() => 'en');
		vi.stubGlobal('navigator', { languages: ['en-GB'] });
	});

	it.each<[string, Reason]>([
		['It’s been 7 weeks; you usually talk every month.', { kind: 'gap', days: 49, idealDays: 30 }],
		['It’s been 3 weeks; you usually talk every 2 weeks.', { kind: 'gap', days: 21, idealDays: 14 }],
		['It’s been 2 years; you usually talk once a year.', { kind: 'gap', days: 740, idealDays: 365 }],
		['Longer than you like to leave it.', { kind: 'long' }],
		['You have not noted a moment with Ana yet.', { kind: 'never' }],
		['Last time: her move to Lyon.', last('her move to Lyon')],
		['Last time: Saw the flat!', last('Saw the flat! Then we ate.')],
		['Last time, you shared a meal.', last('')],
		['Last time: Chess.', last('', 'Chess')],
		['It’s Ana’s birthday today.', birthday('2026-11-23')],
		['Ana turns 41 tomorrow.', birthday('2026-11-24', 41)],
		['Ana’s birthday is on Friday.', birthday('2026-11-27')],
		['Wedding anniversary: Monday 30 November.', { ...birthday('2026-11-30'), label: 'anniversary' } as Reason]
	])('a reason reads: %s', (words, reason) => {
		expect(say(reason)).toBe(words);
	});

	it('a long note is cut between words', () => {
		const words = say(last('She told me about the house. '.replace('.', ' and the garden').repeat(9))) ?? '';
		expect(words.length).toBeLessThan(160);
		expect(words).toMatch(/ \w+…$/);
	});

	it('what is still to be said, and something of no kind and no words, are no sentence', () => {
		expect(say({ kind: 'next-time', text: 'the tent' })).toBeUndefined();
		expect(say(last('', 'other'))).toBeUndefined();
	});
});

describe('in French', () => {
	beforeEach(() => {
		overwriteGetLocale(() => 'fr');
		vi.stubGlobal('navigator', { languages: ['fr-FR'] });
	});

	it.each<[string, Reason]>([
		['Cela fait 7 semaines ; vous vous parlez en général tous les mois.', { kind: 'gap', days: 49, idealDays: 30 }],
		['Cela fait 3 mois ; vous vous parlez en général toutes les semaines.', { kind: 'gap', days: 92, idealDays: 7 }],
		['La dernière fois : son départ pour Lyon.', last('son départ pour Lyon')],
		['Ana fête son anniversaire vendredi.', birthday('2026-11-27')],
		['Ana fête ses 41 ans le lundi 30 novembre.', birthday('2026-11-30', 41)],
		['Ana fête son premier anniversaire demain.', birthday('2026-11-24', 1)]
	])('a reason reads: %s', (words, reason) => {
		expect(say(reason)).toBe(words);
	});
});
