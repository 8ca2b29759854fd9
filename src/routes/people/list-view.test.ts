import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/row';
import { defaultSettings } from '$lib/domain/settings';
import { choicesOf, isFiltered, lettersOf, parseView, plainView, queryOf, rowsShown, withLetters } from './list-view';

const row = (name: string, fields: Partial<Row> = {}): Row => ({
	id: name,
	name,
	shortName: name,
	sortKey: name.toLowerCase(),
	nameKeys: [],
	photo: '',
	organization: '',
	title: '',
	cities: [],
	tags: [],
	circle: '',
	cadence: '',
	snoozedUntil: '',
	paused: false,
	favourite: false,
	archived: false,
	deceased: false,
	birthday: '',
	dates: [],
	lastContact: '',
	last: null,
	nextTime: [],
	phone: '',
	email: '',
	createdAt: 0,
	origin: '',
	...fields
});
const ana = row('Ana', { circle: 'close', tags: ['climbing'], cities: ['Lyon'], lastContact: '2026-11-01' });
const bob = row('Bob', { favourite: true, cities: ['Lyon', 'Oslo'], lastContact: '2026-11-20' });
const cem = row('Cem', { archived: true });
const all = [cem, bob, ana];
const names = (view: Partial<typeof plainView>) =>
	rowsShown(all, { ...plainView, ...view }, defaultSettings).map(({ name }) => name);

describe('the list of people', () => {
	it('shows all but the archived, by name', () => {
		expect(names({})).toEqual(['Ana', 'Bob']);
	});

	it('shows only those that fit every filter', () => {
		expect(names({ circle: 'close' })).toEqual(['Ana']);
		expect(names({ circle: 'none' })).toEqual(['Bob']);
		expect(names({ city: 'Lyon', favourites: true })).toEqual(['Bob']);
		expect(names({ tag: 'climbing', favourites: true })).toEqual([]);
		expect(names({ archived: true })).toEqual(['Cem']);
	});

	it('can stand by last and next contact', () => {
		expect(names({ sort: 'last' })).toEqual(['Bob', 'Ana']);
		expect(names({ sort: 'next' })).toEqual(['Ana', 'Bob']);
	});

	it('keeps its view in the address, beside the person shown', () => {
		const view = { ...plainView, sort: 'last', tag: 'a & b', archived: true } as const;
		const query = queryOf(view, new URLSearchParams('person=7&city=Oslo'));
		expect(parseView(new URLSearchParams(query))).toEqual(view);
		expect(new URLSearchParams(query).get('person')).toBe('7');
		expect(queryOf(plainView, new URLSearchParams(query))).toBe('person=7');
	});

	it('falls back to names when the address asks for an order there is not', () => {
		expect(parseView(new URLSearchParams('sort=colour'))).toEqual(plainView);
		expect(isFiltered(plainView)).toBe(false);
	});

	it('has a heading for each letter there is', () => {
		const lines = withLetters([ana, bob, row('Bea'), row('42')]);
		expect(lettersOf(lines)).toEqual([
			{ letter: 'A', at: 0 },
			{ letter: 'B', at: 2 },
			{ letter: '#', at: 5 }
		]);
	});

	it('offers what most people share first', () => {
		expect(choicesOf(all, ({ cities }) => cities)).toEqual(['Lyon', 'Oslo']);
	});
});
