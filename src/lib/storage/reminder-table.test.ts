import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { ReminderTable, type Alarm } from './reminder-table';

const settings = { quietHours: { from: '22:00', to: '07:00' }, done: 'Done', later: 'Later' };
const alarm = (id: string): Alarm => ({
	id,
	kind: 'date',
	on: '2026-11-23',
	time: '',
	contactId: 'ana',
	name: 'Ana',
	date: '2026-11-23',
	label: 'birthday',
	turns: 40,
	heading: 'Ana turns 40 today',
	body: '',
	path: 'people?person=ana'
});

let name = '';
let table: ReminderTable;

beforeEach(() => {
	name = `reminders-${Math.random()}`;
	table = new ReminderTable(name);
});

test('it is empty before it is first written', async () => {
	expect(await table.readTable()).toEqual({ alarms: [], settings: null, shownIds: new Set() });
});

test('an alarm is claimed once, whoever asks and however often the table is rewritten', async () => {
	await table.writeAlarms([alarm('a'), alarm('b')], settings);
	const other = new ReminderTable(name);
	const claims = await Promise.all([table.markShown(['a', 'b'], 1), other.markShown(['a'], 1)]);
	expect(claims.flat().sort()).toEqual(['a', 'b']);
	await table.writeAlarms([alarm('a'), alarm('c')], settings);
	expect(await table.markShown(['a', 'c'], 2)).toEqual(['c']);
	expect((await table.readTable()).shownIds).toEqual(new Set(['a', 'b', 'c']));
});

test('alarms rewritten without settings keep those there are', async () => {
	await table.writeAlarms([alarm('a')], settings);
	await table.writeAlarms([alarm('b')]);
	expect(await table.readTable()).toMatchObject({ alarms: [alarm('b')], settings });
});

test('what was shown is forgotten after more than a year', async () => {
	await table.markShown(['old'], 0);
	await table.markShown(['new'], 401 * 86_400_000);
	expect((await table.readTable()).shownIds).toEqual(new Set(['new']));
});

test('answers come once, oldest first, and again when applying them failed', async () => {
	await table.addAnswer({ answer: 'done', at: 1, alarm: alarm('a') });
	await table.addAnswer({ answer: 'later', at: 2, alarm: alarm('b') });
	await expect(table.takeAnswers(() => Promise.reject(new Error('document not open')))).rejects.toThrow('not open');

	const taken: string[] = [];
	const apply = (answers: readonly { alarm: Alarm; answer: string }[]) => {
		for (const answer of answers) taken.push(`${answer.answer} ${answer.alarm.id}`);
		return Promise.resolve();
	};
	await Promise.all([table.takeAnswers(apply), new ReminderTable(name).takeAnswers(apply)]);
	expect(taken).toEqual(['done a', 'later b']);
});

test('an answer given while others are applied waits for the next time', async () => {
	await table.addAnswer({ answer: 'done', at: 1, alarm: alarm('a') });
	await table.takeAnswers(() => table.addAnswer({ answer: 'done', at: 2, alarm: alarm('b') }));
	const left: string[] = [];
	await table.takeAnswers((answers) => Promise.resolve(void left.push(...answers.map((answer) => answer.alarm.id))));
	expect(left).toEqual(['b']);
});
