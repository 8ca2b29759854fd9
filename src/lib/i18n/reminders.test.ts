import { beforeEach, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { comesUpInWords, reminderDay } from './reminders';

const today = '2026-11-23';

beforeEach(() => {
	overwriteGetLocale(() => 'en');
	vi.stubGlobal('navigator', { languages: ['en-GB'] });
});

it.each([
	['2026-11-01', '', '“Call” is for today.'],
	['2026-11-23', '19:30', '“Call” comes up today at 19:30.'],
	['2026-11-24', '', '“Call” comes up tomorrow.'],
	['2026-11-27', '19:30', '“Call” comes up on Friday at 19:30.'],
	['2026-12-24', '', '“Call” comes up on Thursday 24 December.']
])('a reminder saved for %s %s says when it comes up', (remindFrom, time, words) => {
	expect(comesUpInWords({ title: 'Call', time }, { remindFrom }, today)).toBe(words);
});

it('a reminder that was put off says until when, and once it is back, when it was planned', () => {
	const put = { on: '2026-11-20', inDays: -3, snoozed: true, remindFrom: '2026-11-24' };
	expect(reminderDay(put, today)).toBe('for tomorrow');
	expect(reminderDay({ ...put, remindFrom: today }, today)).toBe('3 days ago');
});
