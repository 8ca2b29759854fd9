import { describe, expect, it } from 'vitest';
import { fold } from '$lib/domain/fold';
import { isDay } from '$lib/domain/days';
import { addressedBy } from './addressed';
import { generateAddressBook } from './generate';
import { idMaker } from './ids';
import { typedQueries } from './queries';
import { Chance } from './random';
import { searchTexts } from './texts';
import { vocabulary } from './words';

const size = { contacts: 1_000, interactions: 10_000, reminders: 20 };
const book = generateAddressBook(size, '2026-11-23');

describe('a generated address book', () => {
	it('is the same whenever it is made with the same seed, and another with another', () => {
		expect(generateAddressBook(size, '2026-11-23')).toEqual(book);
		expect(generateAddressBook(size, '2026-11-23', 7).contacts[0]).not.toEqual(book.contacts[0]);
	});

	it('has the size asked for, and mentions nobody who is not in it', () => {
		expect([book.contacts.length, book.interactions.length, book.reminders.length]).toEqual([1_000, 10_000, 20]);
		const mentioned = book.interactions.flatMap(({ contactIds }) => contactIds.map(Number));
		expect(Math.max(...mentioned)).toBeLessThan(1_000);
		expect(book.interactions.every(({ contactIds }) => contactIds.length > 0)).toBe(true);
	});

	it('tells ten years up to the day given, day by day', () => {
		const days = book.interactions.map(({ when }) => when);
		expect(days.every(isDay)).toBe(true);
		expect(days).toEqual([...days].sort());
		expect(days.at(-1)).toBe('2026-11-23');
		expect(days[0]?.slice(0, 4)).toBe('2016');
	});

	it('speaks with more than 3,000 words, few of them often', () => {
		expect(vocabulary.length).toBeGreaterThan(3_000);
		const counts = new Map<string, number>();
		for (const word of searchTexts(book).flatMap((text) => text.toLowerCase().split(/\P{L}+/u)))
			counts.set(word, (counts.get(word) ?? 0) + 1);
		const sorted = [...counts.values()].sort((a, b) => b - a);
		expect(counts.size).toBeGreaterThan(3_000);
		expect(sorted[0]).toBeGreaterThan(20 * (sorted[200] ?? Infinity));
	});

	it('holds names with accents and without', () => {
		const accented = book.contacts.filter(({ given = '' }) => fold(given) !== given.toLowerCase());
		expect(accented.length / book.contacts.length).toBeGreaterThan(0.1);
		expect(accented.length / book.contacts.length).toBeLessThan(0.6);
	});
});

describe('what is asked of it', () => {
	it('names people whom no other shares a name with', () => {
		const names = book.contacts.map(({ given = '', family = '' }) => fold(`${given} ${family}`));
		for (const { name } of addressedBy(book, 20)) expect(names.filter((one) => one === fold(name))).toHaveLength(1);
	});

	it('is typed as one types in haste: without accents, and some of it with letters swapped', () => {
		const queries = typedQueries(book);
		expect(queries.length).toBeGreaterThan(20);
		expect(queries.every(({ text }) => /^[a-z' -]+$/.test(text))).toBe(true);
		const slips = queries.filter(({ text, finds }) => finds !== null && !fold(finds).startsWith(text));
		expect(slips.length).toBeGreaterThanOrEqual(4);
	});
});

describe('ids', () => {
	it('sort by the moment they were made', () => {
		let now = 1_700_000_000_000;
		const newId = idMaker(new Chance(1), () => (now += 1000));
		const ids = Array.from({ length: 100 }, newId);
		expect(ids).toEqual([...ids].sort());
		expect(new Set(ids.map(({ length }) => length))).toEqual(new Set([22]));
	});
});
