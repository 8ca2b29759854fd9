import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactWith, interactionWith, reminderWith } from '../../../../tests/support/people';
import { comingDates } from '../coming-dates';
import { addDays, daysBetween, isDay } from '../days';
import { knownKinds } from '../interaction';
import { isPartialDate } from '../partial-date';
import { dueReminders } from '../reminders';
import { rowOf } from '../rows';
import { defaultSettings } from '../settings';
import { whomToReach } from '../today';
import { compareWhen, dayOf, isWhen } from '../when';
import { en } from './en/en';
import { fr } from './fr/fr';
import { gatherings, plannedReminders } from './occasions';
import { people } from './people';
import { samplePeople, type Sample } from './sample';
import { linesOf, parseBlock } from './texts';

const today = '2026-06-02';
const sample = samplePeople(today, 'en');
const listed = <T extends object>(entries: readonly T[] = []) =>
	entries.map((entry, at) => ({ ...entry, id: String(at) }));

/** The rows that the app derives from the sample. */
const rowsOf = ({ contacts, interactions }: Sample) =>
	contacts.map((draft, at) => {
		const { emails, phones, addresses, messengers, dates, tags, nextTime, ...texts } = draft;
		const contact = contactWith({
			...(texts as object),
			id: String(at),
			emails: listed(emails),
			phones: listed(phones),
			addresses: listed(addresses),
			messengers: listed(messengers),
			dates: listed(dates),
			tags: listed(tags),
			nextTime: listed(nextTime)
		});
		const own = interactions.filter(({ contactIds }) => contactIds.includes(String(at)));
		return rowOf(contact, own.map(interactionWith), defaultSettings);
	});
const rows = rowsOf(sample);

describe('the sample people', () => {
	it('are sixty, with two years of interactions, newest first', () => {
		expect(sample.contacts).toHaveLength(60);
		expect(sample.interactions.length).toBeGreaterThan(600);
		expect(sample.interactions.length).toBeLessThan(900);
		const whens = sample.interactions.map(({ when }) => when);
		expect([...whens].sort((a, b) => compareWhen(b, a))).toEqual(whens);
		expect(daysBetween(dayOf(whens.at(-1) ?? ''), today)).toBeGreaterThan(650);
	});

	it('were last in touch when their card says', () => {
		expect(rows.map(({ lastContact }) => daysBetween(lastContact, today))).toEqual(people.map(({ last }) => last));
		expect(rows.filter(({ last }) => !last?.note)).toEqual([]);
	});

	it('make Today alive at once: three to reach, with a story each, and more waiting', () => {
		const found = whomToReach(rows, defaultSettings, today);
		expect(found.map(({ row }) => row.shortName)).toEqual(['Ana', 'Sofia', 'Idris']);
		expect(found[0]?.reasons.map(({ kind }) => kind)).toEqual(['gap', 'last', 'next-time', 'date']);
		expect(found[0]?.row.last?.note).toBe('her move to Lyon');
		expect(whomToReach(rows, { ...defaultSettings, todayCount: 99 }, today).length).toBeLessThan(20);
		expect(comingDates(rows, defaultSettings, today).length).toBeGreaterThanOrEqual(6);
		expect(
			dueReminders(
				sample.reminders.map((draft) => reminderWith({ ...draft, contactId: '' })),
				new Map(),
				today
			)
		).toHaveLength(2);
	});

	it('repeat no story, and an ordinary note at most three times', () => {
		const notes = sample.interactions.map(({ note }) => note).filter(Boolean);
		const counts = new Map<string, number>();
		for (const note of notes) counts.set(note, (counts.get(note) ?? 0) + 1);
		const ordinary = new Set(Object.values(en.smallTalk).flatMap(linesOf));
		expect([...counts].filter(([note, count]) => count > (ordinary.has(note) ? 3 : 1))).toEqual([]);
		expect(notes.length).toBeGreaterThan(350);
	});

	it('have only addresses and numbers that belong to nobody', () => {
		for (const { emails = [], phones = [] } of sample.contacts) {
			for (const { value } of emails) expect(value).toMatch(/^[a-z.]+@([a-z]+\.)?example\.(org|net|com)$/);
			for (const { value } of phones)
				expect(value).toMatch(/^(\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d|\+1 614 555 01\d\d)$/);
		}
		expect(
			new Set(sample.contacts.flatMap(({ emails = [] }) => emails.map(({ value }) => value))).size
		).toBeGreaterThan(60);
	});

	it('are the same for the same day, and real on any day', () => {
		expect(samplePeople(today, 'en')).toEqual(sample);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('en', 'fr', 'xx'), (later, locale) => {
				const day = addDays('2024-01-01', later);
				const { contacts, interactions, reminders } = samplePeople(day, locale);
				const birthdays = contacts.flatMap(({ birthday = '', dates = [] }) => [
					birthday,
					...dates.map(({ date }) => date)
				]);
				expect(birthdays.filter((date) => date && !isPartialDate(date))).toEqual([]);
				expect(interactions.filter(({ when }) => !isWhen(when) || dayOf(when) > day)).toEqual([]);
				expect(reminders.every(({ due, title }) => isDay(due) && title)).toBe(true);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('the words', () => {
	const fields = ['nickname', 'job', 'food', 'allergies', 'note', 'tag', 'date', 'next', 'how', 'where', ...knownKinds];

	it('of everybody are there in both languages, line for line', () => {
		const shape = (texts: typeof en, key: string) =>
			parseBlock(texts.people[key] ?? '').map(({ field, place }) => field + (place ? ' @' : ''));
		for (const { key } of people) {
			expect(shape(en, key).length, key).toBeGreaterThan(1);
			expect(shape(fr, key), key).toEqual(shape(en, key));
			expect(
				shape(en, key).filter((field) => !fields.includes(field.replace(' @', ''))),
				key
			).toEqual([]);
		}
		expect(Object.keys(en.people).sort()).toEqual(people.map(({ key }) => key).sort());
	});

	it('of gatherings, reminders and ordinary days too', () => {
		const keys = (block: string) =>
			parseBlock(block)
				.map(({ field }) => field)
				.sort();
		for (const texts of [en, fr]) {
			expect(keys(texts.together)).toEqual(gatherings.map(({ key }) => key).sort());
			expect(keys(texts.reminders)).toEqual(plannedReminders.map(({ key }) => key).sort());
			expect(Object.values(texts.smallTalk).map((block) => linesOf(block).length)).toEqual([20, 16, 14, 10, 6]);
		}
		expect(gatherings.flatMap(({ who }) => who).filter((key) => !people.some((person) => person.key === key))).toEqual(
			[]
		);
	});

	it('are set as each language sets them', () => {
		const all = (texts: typeof en) =>
			[...Object.values(texts.people), ...Object.values(texts.smallTalk), texts.together, texts.reminders].join('\n');
		expect(all(fr)).not.toMatch(/['"]|[^\u202f\s][!?;»]|[^\S\u202f][!?;»]|«[^\u202f]/);
		expect(all(en)).not.toMatch(/['"]/);
	});

	it('of French people are French', () => {
		const french = samplePeople(today, 'fr');
		expect(french.contacts[0]).toMatchObject({ nickname: 'Maman', title: 'Sage-femme à la retraite' });
		expect(french.contacts[0]?.addresses?.[0]).toMatchObject({ city: 'Quimper', country: 'France' });
		expect(french.interactions.map(({ when }) => when)).toEqual(sample.interactions.map(({ when }) => when));
	});
});
