import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AlarmData } from '../lib/domain/alarms';
import { ReminderTable, type Alarm } from '../lib/storage/reminder-table';
import { keepAnswer, ring, type Bell } from './ring';

const words = { heading: 'In words', body: '', path: '' };
const reminder = (id: string, on: string, time = ''): Alarm => ({
	...words,
	kind: 'reminder',
	id: `reminder:${id}@${on}`,
	on,
	time,
	contactId: '',
	name: '',
	reminderId: id,
	title: id,
	occurrence: on
});
const birthday = (id: string, on: string): Alarm => ({
	...words,
	kind: 'date',
	id: `date:${id}@${on}`,
	on,
	time: '',
	contactId: id,
	name: id,
	date: on,
	label: 'birthday',
	turns: null
});

let count = 0;
let table: ReminderTable;
let shown: string[];
let badge: number | null;
let allowed: boolean;
beforeEach(() => {
	table = new ReminderTable(`ring-${++count}`);
	shown = [];
	badge = null;
	allowed = true;
});

const bell = (): Bell => ({
	table,
	zone: 'Europe/Paris',
	allowed,
	show: ({ id }) => Promise.resolve(void shown.push(id)),
	setBadge: (number) => Promise.resolve(void (badge = number))
});
const write = (alarms: readonly Alarm[]) =>
	table.writeAlarms(alarms, { quietHours: { from: '21:00', to: '08:00' }, done: 'Done', later: 'Later' });
/** Local time in Paris, in winter. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+01:00`);
const idsOf = (alarms: readonly AlarmData[]) => alarms.map(({ id }) => id);

describe('a check', () => {
	it('shows what has come, once', async () => {
		await write([reminder('a', '2026-11-23', '09:00'), reminder('b', '2026-11-23', '18:00')]);
		await ring(bell(), at('2026-11-23', '09:00'));
		await ring(bell(), at('2026-11-23', '09:01'));
		expect(shown).toEqual(['reminder:a@2026-11-23']);
	});

	it('shows it once, too, when two checks run at the same time', async () => {
		await write([reminder('a', '2026-11-23')]);
		await Promise.all([ring(bell(), at('2026-11-23', '09:00')), ring(bell(), at('2026-11-23', '09:00'))]);
		expect(shown).toEqual(['reminder:a@2026-11-23']);
	});

	it('rings after the quiet hours what came within them', async () => {
		await write([reminder('a', '2026-11-23', '22:00')]);
		await ring(bell(), at('2026-11-23', '22:30'));
		expect(shown).toEqual([]);
		await ring(bell(), at('2026-11-24', '08:00'));
		expect(shown).toEqual(['reminder:a@2026-11-23']);
	});

	it('rings later what came before notifications were allowed', async () => {
		await write([reminder('a', '2026-11-23')]);
		allowed = false;
		await ring(bell(), at('2026-11-23', '09:00'));
		allowed = true;
		await ring(bell(), at('2026-11-23', '10:00'));
		expect(shown).toEqual(['reminder:a@2026-11-23']);
	});

	it('rings for every reminder, but for the three closest of many birthdays', async () => {
		const many = ['closest', 'close', 'near', 'far', 'farther'].map((id) => birthday(id, '2026-11-23'));
		const reminders = ['a', 'b', 'c', 'd'].map((id) => reminder(id, '2026-11-23'));
		await write([...many, ...reminders]);
		await ring(bell(), at('2026-11-23', '09:00'));
		await ring(bell(), at('2026-11-23', '10:00'));
		expect(shown).toEqual(idsOf([...many.slice(0, 3), ...reminders]));
	});

	it('brings the badge to what the day holds, rung or not', async () => {
		await write([reminder('late', '2026-11-20'), birthday('b', '2026-11-23'), reminder('next', '2026-11-24')]);
		allowed = false;
		await ring(bell(), at('2026-11-23', '07:00'));
		expect(badge).toBe(2);
	});

	it('does nothing before a page wrote the first table', async () => {
		await ring(bell(), at('2026-11-23', '09:00'));
		expect([shown, badge]).toEqual([[], null]);
	});
});

describe('an answer with the app closed', () => {
	const asked = reminder('a', '2026-11-23');
	const taken = async () => {
		const kinds: string[] = [];
		await table.takeAnswers((answers) => Promise.resolve(void kinds.push(...answers.map(({ answer }) => answer))));
		return kinds;
	};

	it('Done is kept for the document and leaves the badge', async () => {
		await write([asked, birthday('b', '2026-11-23')]);
		await keepAnswer(bell(), { answer: 'done', at: at('2026-11-23', '10:00'), alarm: asked });
		expect(badge).toBe(1);
		await ring(bell(), at('2026-11-24', '10:00'));
		expect(shown).toEqual(['date:b@2026-11-23']);
		expect(await taken()).toEqual(['done']);
	});

	it('Later rings again the next day, in the same words, though no page was opened', async () => {
		await write([asked]);
		await ring(bell(), at('2026-11-23', '09:00'));
		await keepAnswer(bell(), { answer: 'later', at: at('2026-11-23', '10:00'), alarm: asked });
		await ring(bell(), at('2026-11-23', '20:00'));
		expect(shown).toHaveLength(1);
		await ring(bell(), at('2026-11-24', '09:00'));
		expect(shown).toEqual(['reminder:a@2026-11-23', 'reminder:a@2026-11-23+2026-11-24']);
		expect((await table.readTable()).alarms).toMatchObject([words]);
		expect(await taken()).toEqual(['later']);
	});
});
