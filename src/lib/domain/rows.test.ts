import { describe, expect, it } from 'vitest';
import { bornAt, contactWith, interactionWith } from '../../../tests/support/people';
import { rowOf } from './rows';
import { defaultSettings } from './settings';

const address = { label: 'home', street: '', region: '', postcode: '', country: '' };

describe('the row of a contact', () => {
	it('has what a list shows', () => {
		const contact = contactWith({
			given: 'Ána',
			family: 'Silva',
			nickname: 'Aninha',
			emails: [
				{ id: 'e1', label: 'work', value: 'work@example.org' },
				{ id: 'e2', label: 'home', value: 'home@example.org', preferred: true }
			],
			phones: [{ id: 'p1', label: 'mobile', value: '+1 555 0100' }],
			addresses: ['Lyon', '', 'Lyon', 'Porto'].map((city, at) => ({ ...address, id: `a${at}`, city })),
			tags: [{ id: 't1', name: 'choir' }],
			nextTime: [
				{ id: 'n1', text: 'Ask about the flat', done: false },
				{ id: 'n2', text: 'Return the book', done: true }
			],
			dates: [{ id: 'd1', label: 'anniversary', date: '2019-06-01' }],
			favourite: 'yes',
			archived: ''
		});
		expect(rowOf(contact, [], defaultSettings)).toMatchObject({
			name: 'Ána Silva',
			shortName: 'Aninha',
			sortKey: 'silva ana',
			email: 'home@example.org',
			phone: '+1 555 0100',
			cities: ['Lyon', 'Porto'],
			tags: ['choir'],
			nextTime: ['Ask about the flat'],
			dates: [{ label: 'anniversary', date: '2019-06-01' }],
			favourite: true,
			archived: false,
			lastContact: '',
			last: null,
			createdAt: bornAt
		});
	});

	it('tells the last interaction, and the last that counts as contact', () => {
		const interactions = [
			interactionWith({ id: 'i3', kind: 'other', when: '2026-03-01', note: 'Sent a card' }),
			interactionWith({ id: 'i2', kind: 'call', when: '2026-02-10T18:00', note: 'Her move to Lyon' }),
			interactionWith({ id: 'i1', kind: 'met', when: '2026-01-05' })
		];
		const row = rowOf(contactWith(), interactions, defaultSettings);
		expect(row.last).toEqual({ id: 'i3', kind: 'other', when: '2026-03-01', note: 'Sent a card' });
		expect(row.lastContact).toBe('2026-02-10');
		const counting = { ...defaultSettings, countingKinds: ['met'] };
		expect(rowOf(contactWith(), interactions, counting).lastContact).toBe('2026-01-05');
	});
});
