import { beforeEach, expect, it, vi } from 'vitest';
import type { Reminder } from '$lib/domain/reminder';
import { defaultSettings } from '$lib/domain/settings';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { wordOther, type Known } from './other-words';

const known: Known = {
	nameOf: (id) => (id === 'ana' ? 'Ana Silva' : undefined),
	reminders: [{ id: 'r1', title: 'Call back' } as Reminder],
	settings: defaultSettings,
	today: '2026-11-23'
};

const meal = {
	contactIds: ['ana'],
	kind: 'meal',
	when: '2026-11-22',
	note: 'Her new job.',
	place: 'Lyon',
	initiator: '',
	direction: '',
	duration: 90
};

beforeEach(() => {
	overwriteGetLocale(() => 'en');
	vi.stubGlobal('navigator', { languages: ['en-GB'] });
});

it.each([
	['given', 'Ana', 'First name', 'Ana'],
	['emails/e1', { label: 'work', value: 'a@example.org' }, 'Email', 'a@example.org · Work'],
	['emails/e1', null, 'Email', 'nothing'],
	[
		'interactions/i1',
		meal,
		'A moment you noted',
		'Meal with Ana Silva, yesterday · Lyon · 1 hour 30 minutes · Her new job.'
	],
	['reminders/r1/title', 'Write', 'Reminder “Call back”: What to remember', 'Write'],
	['reminders/r1/due', '2026-12-01', 'Reminder “Call back”: Day', '1 December'],
	['reminders/r1/time', '', 'Reminder “Call back”: Time', 'nothing'],
	['reminders/r1/contactId', 'ana', 'Reminder “Call back”: About', 'Ana Silva'],
	[
		'reminders/r1/repeat',
		{ every: 2, unit: 'week', from: 'schedule' },
		'Reminder “Call back”: Repeat',
		'Every 2 weeks · the planned day'
	],
	['reminders/r1/done', ['2026-11-20', '2026-11-21'], 'Reminder “Call back”: Done', 'done on 21 November'],
	['settings/todayCount', 5, 'People a day', '5'],
	['settings/me', 'ana', 'Which of your people is you', 'Ana Silva'],
	['settings/leapDay', '03-01', 'Born on 29 February: celebrated on', '1 March'],
	[
		'settings/circle/inner',
		{ id: 'inner', name: 'Kin', idealDays: 7, maxDays: 28 },
		'The circle “Inner circle”',
		'Kin, ideal gap 7 days, longest 4 weeks'
	],
	['settings/counting/meal', false, 'Does “Meal” count as keeping in touch?', 'no'],
	['settings/own/Chess/Go', true, 'Is “Chess/Go” a kind of your own?', 'yes']
])('%s of %o is told in words', (field, value, what, words) => {
	const worded = wordOther(field, known);
	expect(worded.what).toBe(what);
	expect(worded.valueInWords(value)).toBe(words);
});
