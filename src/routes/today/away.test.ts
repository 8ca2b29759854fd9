import { describe, expect, it } from 'vitest';
import type { Reminder } from '$lib/domain/reminder';
import type { Row } from '$lib/domain/row';
import { defaultSettings } from '$lib/domain/settings';
import { missedSince } from './away';

const today = '2026-11-23';
const born = (name: string, birthday: string) =>
	({
		id: name,
		name,
		sortKey: name,
		birthday,
		dates: [],
		circle: '',
		archived: false,
		deceased: false
	}) as unknown as Row;
const reminder = (title: string, due: string, fields: Partial<Reminder> = {}): Reminder => ({
	id: title,
	title,
	contactId: '',
	due,
	time: '',
	leadDays: 0,
	repeat: null,
	createdAt: 0,
	deletedAt: 0,
	doneFor: '',
	doneOn: '',
	snoozedUntil: '',
	...fields
});
const rows = [born('Ana', '1985-11-20'), born('Tom', '--11-10'), born('Idris', '1990-11-23')];
const people = new Map(rows.map((row) => [row.id, row]));
const missed = (seenUntil: string, reminders: readonly Reminder[] = []) => {
	const { dates, reminders: due } = missedSince(seenUntil, people, reminders, defaultSettings, today);
	return [...dates.map(({ name }) => name), ...due.map((one) => one.reminder.title)];
};

describe('while one was away', () => {
	it('the dates since then are told, today’s are not', () => {
		expect(missed('2026-11-15')).toEqual(['Ana']);
		expect(missed('2026-11-01')).toEqual(['Tom', 'Ana']);
	});

	it('nothing is told at the first opening, nor of the night since yesterday', () => {
		expect(missed('')).toEqual([]);
		expect(missed('2026-11-22')).toEqual([]);
	});

	it('of a long absence only the last month is told', () => {
		expect(missed('2025-01-01')).toEqual(['Tom', 'Ana']);
	});

	it('reminders that fell due since then are told, those seen before and those of today are not', () => {
		const reminders = [
			reminder('seen', '2026-11-10'),
			reminder('missed', '2026-11-18'),
			reminder('today', today),
			reminder('done', '2026-11-19', { doneFor: '2026-11-19' })
		];
		expect(missed('2026-11-15', reminders)).toEqual(['Ana', 'missed']);
	});
});
