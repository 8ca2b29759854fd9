import { expect, it } from 'vitest';
import { contactWith, interactionWith } from '../../../../tests/support/people';
import { searchEntryOf } from './entry';

it('a contact is searched by all that is said of them, and not twice by what the name says', () => {
	const contact = contactWith({
		given: 'Ana',
		family: 'Silva',
		secondFamily: 'Costa',
		nickname: 'Nana',
		organization: 'Museum',
		title: 'Curator',
		notes: 'Sails',
		food: 'no meat',
		metWhere: 'Porto',
		circle: 'inner'
	});
	expect(searchEntryOf(contact, [])).toMatchObject({
		name: 'Ana Silva Costa',
		otherNames: 'Nana',
		organization: 'Museum · Curator',
		notes: 'Sails\nno meat\nPorto',
		closeness: 1
	});
});

it('an interaction is searched by note and place, one without either is not', () => {
	const said = [interactionWith({ id: 'a', note: 'her move', place: 'Lyon' }), interactionWith({ id: 'b' })];
	expect(searchEntryOf(contactWith(), said).interactions).toEqual([
		{ id: 'a', when: '2026-01-01', text: 'her move · Lyon' }
	]);
});

it('who is mentioned is searched by name, not by id', () => {
	const note = 'told [Grace](kith:contact/01-a) of it';
	const entry = searchEntryOf(contactWith({ notes: note }), [interactionWith({ note })]);
	expect([entry.notes, entry.interactions[0]?.text]).toEqual(['told Grace of it', 'told Grace of it']);
});
