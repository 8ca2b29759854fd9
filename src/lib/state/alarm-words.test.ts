import { beforeEach, describe, expect, it } from 'vitest';
import type { DateAlarm, ReminderAlarm } from '$lib/domain/alarms';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { wordAlarm } from './alarm-words';

const today = '2026-11-23';
const reminder: ReminderAlarm = {
	kind: 'reminder',
	id: 'reminder:r@2026-11-27',
	on: '2026-11-27',
	time: '09:00',
	contactId: '',
	name: '',
	reminderId: 'r',
	title: 'Send the photos',
	occurrence: '2026-11-27'
};
const birthday: DateAlarm = {
	kind: 'date',
	id: 'date:a:birthday@2026-11-27',
	on: '2026-11-27',
	time: '',
	contactId: 'a b',
	name: 'Ana',
	date: '2026-11-27',
	label: 'birthday',
	turns: 41
};

describe('a notification in English', () => {
	beforeEach(() => overwriteGetLocale(() => 'en'));

	it('of a reminder says its title, and whom it is about', () => {
		expect(wordAlarm(reminder, today)).toMatchObject({ heading: 'Send the photos', body: '', path: '' });
		expect(wordAlarm({ ...reminder, contactId: 'a', name: 'Ana' }, today)).toMatchObject({ body: 'Ana' });
	});

	it('ahead of time says the day it is about', () => {
		const ahead = { ...reminder, on: '2026-11-25' };
		expect(wordAlarm(ahead, today).body).toBe('On Friday 27 November');
		expect(wordAlarm({ ...ahead, name: 'Ana' }, today).body).toBe('Ana, on Friday 27 November');
	});

	it('of a birthday says who turns how old when, and leads to the person', () => {
		expect(wordAlarm(birthday, today)).toMatchObject({
			heading: 'Ana’s birthday',
			body: 'Turns 41 on Friday 27 November',
			path: 'people?person=a%20b'
		});
		expect(wordAlarm({ ...birthday, on: '2026-11-20' }, today).body).toBe('Turns 41 on Friday 27 November');
		expect(wordAlarm({ ...birthday, turns: null }, today).body).toBe('On Friday 27 November');
	});

	it('of another date says its label, the owner’s own words included', () => {
		const date = { ...birthday, label: 'Moved to Lyon', turns: 1 };
		expect(wordAlarm(date, today)).toMatchObject({
			heading: 'Moved to Lyon: Ana',
			body: '1 year on Friday 27 November'
		});
	});
});

it('a notification in French says it in French', () => {
	overwriteGetLocale(() => 'fr');
	expect(wordAlarm(birthday, today)).toMatchObject({
		heading: 'Anniversaire\u202f: Ana',
		body: '41 ans le vendredi 27 novembre'
	});
});
