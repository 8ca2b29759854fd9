import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ChangeHistory } from './history';

const entry = (contactId: string, at: number) => ({ at, contactId, field: 'given', before: '', after: `v${at}` });

test('each contact has its own changes, newest first', async () => {
	const history = new ChangeHistory('a');
	await history.append([entry('ana', 1), entry('tom', 2)]);
	await history.append([entry('ana', 3)]);
	expect(await history.read('ana')).toEqual([entry('ana', 3), entry('ana', 1)]);
	expect(await history.read('grace')).toEqual([]);
});

test('the oldest beyond 200 of a contact are forgotten, and no one else’s', async () => {
	const history = new ChangeHistory('b');
	await history.append([entry('tom', 0), ...Array.from({ length: 198 }, (_, at) => entry('ana', at))]);
	await history.append(Array.from({ length: 5 }, (_, at) => entry('ana', 198 + at)));
	const entries = await history.read('ana');
	expect([entries.length, entries[0]?.at, entries.at(-1)?.at]).toEqual([200, 202, 3]);
	expect(await history.read('tom')).toHaveLength(1);
});
