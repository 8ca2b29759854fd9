/** Fixed values for tests: only what a test names differs from them. */
import type { Contact } from '../../src/lib/domain/contact';
import type { Interaction } from '../../src/lib/domain/interaction';
import type { Reminder } from '../../src/lib/domain/reminder';
import type { Row } from '../../src/lib/domain/row';
import { rowOf } from '../../src/lib/domain/rows';
import { defaultSettings } from '../../src/lib/domain/settings';

/** Noon UTC on 1 January 2026. */
export const bornAt = Date.UTC(2026, 0, 1, 12);

export const contactWith = (fields: Partial<Contact> = {}): Contact => ({
	id: 'contact-1',
	createdAt: bornAt,
	deletedAt: 0,
	notes: '',
	prefix: '',
	given: '',
	middle: '',
	family: '',
	suffix: '',
	secondFamily: '',
	maiden: '',
	nickname: '',
	phoneticGiven: '',
	phoneticMiddle: '',
	phoneticFamily: '',
	pronouns: '',
	organization: '',
	department: '',
	title: '',
	birthday: '',
	food: '',
	allergies: '',
	metHow: '',
	metOn: '',
	metWhere: '',
	metThrough: '',
	language: '',
	photo: '',
	circle: '',
	cadence: '',
	snoozedUntil: '',
	paused: '',
	favourite: '',
	archived: '',
	deceased: '',
	notesPinned: '',
	origin: '',
	uid: '',
	cardLines: '',
	emails: [],
	phones: [],
	addresses: [],
	websites: [],
	profiles: [],
	messengers: [],
	dates: [],
	tags: [],
	nextTime: [],
	...fields
});

export const interactionWith = (fields: Partial<Interaction> = {}): Interaction => ({
	id: 'interaction-1',
	createdAt: bornAt,
	deletedAt: 0,
	contactIds: ['contact-1'],
	kind: 'met',
	when: '2026-01-01',
	note: '',
	place: '',
	initiator: '',
	direction: '',
	duration: 0,
	...fields
});

/** A row as it is derived from a nameless contact, with some of its fields replaced. */
export const rowWith = (fields: Partial<Row> = {}): Row => ({
	...rowOf(contactWith(fields.id === undefined ? {} : { id: fields.id, given: fields.id }), [], defaultSettings),
	...fields
});

export const reminderWith = (fields: Partial<Reminder> = {}): Reminder => ({
	id: 'reminder-1',
	createdAt: bornAt,
	deletedAt: 0,
	title: 'Water the plants',
	contactId: '',
	due: '2026-01-31',
	time: '',
	leadDays: 0,
	repeat: null,
	doneFor: '',
	doneOn: '',
	snoozedUntil: '',
	...fields
});
