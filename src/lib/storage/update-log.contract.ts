import * as Y from 'yjs';
import type { SaveStatus } from '$lib/kith';
import { storedOrigin, type LogOptions, type UpdateLog } from './update-log';

export type Position = 'start' | 'middle' | 'end';

/** A place where logs are opened, as a device's tabs do. */
export interface LogPlace {
	open(options?: LogOptions): Promise<UpdateLog>;
	/** Puts a record among the stored ones, or in place of one, behind the back of every log. */
	spoil(how: 'add' | 'replace', position: Position, value: unknown): Promise<void>;
	/** Throws all records away, as a browser may that takes its own storage for damaged. */
	lose(): Promise<void>;
	/** Whether a journal is kept beside the records. */
	readonly hasJournal: boolean;
	countRecords(): Promise<number>;
	refuseWrites(reason: 'quota' | null): void;
}

/** The same for every runner: vitest here, a page of the real browser elsewhere. */
export interface ContractCase {
	readonly name: string;
	readonly run: (place: LogPlace) => Promise<void>;
}

const people = (log: UpdateLog) => log.doc.getMap<string>('people');
const seen = (log: UpdateLog) => JSON.stringify([...people(log)].sort());

async function until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
	for (const start = performance.now(); performance.now() - start < 4_000;) {
		if (await isTrue()) return;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	throw new Error(`never came: ${what}`);
}

function same(actual: unknown, expected: unknown, what: string): void {
	const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
	if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

async function rejection(promise: Promise<unknown>): Promise<string> {
	const error: unknown = await promise.then(
		() => null,
		(cause: unknown) => cause
	);
	return error instanceof Error && 'code' in error ? String(error.code) : `no KithError: ${String(error)}`;
}

async function addPeople(log: UpdateLog, count: number): Promise<void> {
	for (let i = 0; i < count; i++) {
		people(log).set(`person ${i}`, 'x'.repeat(i));
		await log.settled();
	}
}

const badShapes: Readonly<Record<string, unknown>> = {
	'cut short': Uint8Array.of(1, 2, 3),
	text: 'not bytes at all',
	'a gap of 2^40 that hides what comes after': poisonClock()
};

/** One `GC` struct of length 2^40 by a client that is yet to write. */
function poisonClock(): Uint8Array {
	return Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);
}

export const updateLogContract: readonly ContractCase[] = [
	{
		name: 'what was settled is there at the next opening',
		async run(place) {
			const log = await place.open();
			people(log).set('a', 'Ana');
			await log.settled();
			await log.close();
			const again = await place.open();
			same(people(again).get('a'), 'Ana', 'person');
			await again.close();
		}
	},
	{
		name: 'opening adds no record',
		async run(place) {
			const log = await place.open();
			await addPeople(log, 3);
			await log.close();
			for (let i = 0; i < 3; i++) await (await place.open()).close();
			same(await place.countRecords(), 3, 'records');
		}
	},
	{
		name: 'the mark grows with each change and is the same at the next opening',
		async run(place) {
			const log = await place.open();
			await addPeople(log, 2);
			const { mark } = log;
			await addPeople(log, 3);
			if (log.mark <= mark) throw new Error(`mark stayed at ${mark}`);
			await log.close();
			const again = await place.open();
			same(again.mark, log.mark, 'mark');
			await again.close();
		}
	},
	{
		name: 'compaction leaves one record, the mark and the content',
		async run(place) {
			const log = await place.open();
			await addPeople(log, 30);
			const { mark } = log;
			await log.compact();
			same(await place.countRecords(), 1, 'records');
			same(log.mark, mark, 'mark');
			await log.close();
			const again = await place.open();
			same(seen(again), seen(log), 'content');
			same(again.mark, mark, 'mark at the next opening');
			await again.close();
		}
	},
	{
		name: 'an idle log above its limit compacts by itself',
		async run(place) {
			const log = await place.open({ idleMs: 30, compactAbove: 10 });
			await addPeople(log, 12);
			await until(async () => (await place.countRecords()) === 1, 'compaction');
			await log.close();
		}
	},
	{
		name: 'tabs follow each other, while one compacts and one is behind',
		async run(place) {
			const logs = await Promise.all([place.open(), place.open(), place.open()]);
			const [first, second, third] = logs;
			let foreign = 0;
			third.doc.on('update', (_: Uint8Array, origin: unknown) => (foreign += origin === storedOrigin ? 1 : 0));
			for (let i = 0; i < 20; i++) {
				people(first).set(`first ${i}`, 'x');
				people(second).set(`second ${i}`, 'x');
				if (i % 7 === 0) await Promise.all([first.compact(), second.compact()]);
				if (i % 3 === 0) await first.settled();
			}
			await Promise.all(logs.map((log) => log.settled()));
			await until(() => logs.every((log) => people(log).size === 40), 'all changes in all tabs');
			if (foreign === 0) throw new Error('nothing came with the stored origin');
			same(logs.map(seen), [seen(first), seen(first), seen(first)], 'content');
			await Promise.all(logs.map((log) => log.close()));
			const again = await place.open();
			same(seen(again), seen(first), 'content at the next opening');
			await again.close();
		}
	},
	{
		name: 'a refused write is told, kept in memory and made up for',
		async run(place) {
			const log = await place.open();
			const states: SaveStatus[] = [];
			log.watchStatus((status) => states.push(status));
			place.refuseWrites('quota');
			people(log).set('a', 'Ana');
			same(await rejection(log.settled()), 'quota', 'code');
			same(people(log).get('a'), 'Ana', 'in memory');
			same(states.at(-1), { state: 'unsaved', reason: 'quota' }, 'status');
			place.refuseWrites(null);
			await log.settled();
			same(states.at(-1), { state: 'saved' }, 'status');
			await log.close();
			const again = await place.open();
			same(people(again).get('a'), 'Ana', 'at the next opening');
			await again.close();
		}
	},
	{
		name: 'a refused write is tried again without being asked',
		async run(place) {
			const log = await place.open();
			let state = '';
			log.watchStatus((status) => (state = status.state));
			place.refuseWrites('quota');
			people(log).set('a', 'Ana');
			await until(() => state === 'unsaved', 'the failure');
			place.refuseWrites(null);
			await until(() => state === 'saved', 'the retry');
			await log.close();
		}
	},
	{
		name: 'a snapshot is read back whole',
		async run(place) {
			const log = await place.open({ now: () => 86_400_000 });
			await addPeople(log, 5);
			await log.takeSnapshot('manual', 5);
			people(log).delete('person 1');
			const [snapshot] = await log.readSnapshots();
			if (!snapshot) throw new Error('no snapshot');
			same([snapshot.reason, snapshot.contacts, snapshot.takenAt], ['manual', 5, 86_400_000], 'snapshot');
			if (snapshot.size <= 0) throw new Error('no size');
			const doc = new Y.Doc();
			Y.applyUpdate(doc, await log.readSnapshot(snapshot.id));
			same(doc.getMap('people').size, 5, 'people in the snapshot');
			same(await rejection(log.readSnapshot('1-manual-1')), 'not-found', 'code');
			await log.close();
		}
	},
	{
		name: 'an idle log takes one snapshot a day, and none of an empty document',
		async run(place) {
			const countContacts = (doc: Y.Doc) => doc.getMap('people').size;
			const log = await place.open({ idleMs: 10, countContacts, now: () => 1_000 });
			await new Promise((resolve) => setTimeout(resolve, 60));
			same((await log.readSnapshots()).length, 0, 'snapshots of nothing');
			await addPeople(log, 1);
			await until(async () => (await log.readSnapshots()).length === 1, 'the snapshot');
			await addPeople(log, 2);
			await new Promise((resolve) => setTimeout(resolve, 60));
			same((await log.readSnapshots()).length, 1, 'snapshots of one day');
			await log.close();
		}
	},
	{
		name: 'compaction keeps no deleted text',
		async run(place) {
			const log = await place.open();
			const notes = log.doc.getText('notes');
			notes.insert(0, 'x'.repeat(10_000));
			notes.delete(0, 10_000);
			await log.settled();
			people(log).set('a', 'Ana');
			await log.settled();
			await log.compact();
			await log.takeSnapshot('manual', 1);
			const [snapshot] = await log.readSnapshots();
			const { length } = await log.readSnapshot(snapshot?.id ?? '');
			if (length > 200) throw new Error(`${length} bytes are left`);
			await log.close();
		}
	},
	{
		name: 'records the browser threw away are made anew from the journal and the newest snapshot',
		async run(place) {
			const log = await place.open();
			await addPeople(log, 3);
			await log.takeSnapshot('manual', 3);
			people(log).delete('person 0');
			people(log).set('after', 'Zoé');
			await log.settled();
			same(log.broughtBack, false, 'brought back at first');
			await log.close();
			await place.lose();
			const again = await place.open();
			const expected = place.hasJournal ? ['after', 'person 1', 'person 2'] : ['person 0', 'person 1', 'person 2'];
			same([...people(again).keys()].sort(), expected, 'people');
			same([again.broughtBack, again.quarantined], [true, 0], 'told');
			people(again).set('later', 'Tom');
			await again.settled();
			await again.close();
			const third = await place.open();
			same([...people(third).keys()].sort(), [...expected, 'later'].sort(), 'people at the next opening');
			same(third.broughtBack, false, 'told again');
			await third.close();
		}
	},
	{
		name: 'the journal is begun anew when idle, and still has everything',
		async run(place) {
			for (let tab = 0; tab < 3; tab++) {
				const log = await place.open({ idleMs: 10 });
				people(log).set(`tab ${tab}`, 'x'.repeat(600_000));
				await log.settled();
				await new Promise((resolve) => setTimeout(resolve, 120));
				people(log).set(`tab ${tab} late`, 'x');
				await log.settled();
				await log.close();
			}
			if (!place.hasJournal) return;
			await place.lose();
			const again = await place.open();
			same(people(again).size, 6, 'people');
			await again.close();
		}
	},
	...(['start', 'middle', 'end'] as const).map((position) => ({
		name: `when the record at the ${position} is lost, what builds on it waits and comes back with a snapshot`,
		async run(place: LogPlace) {
			const log = await place.open();
			await addPeople(log, 6);
			await log.takeSnapshot('manual', 6);
			await log.close();
			await place.spoil('replace', position, Uint8Array.of(255));
			const damaged = await place.open();
			same(damaged.quarantined, 1, 'records set aside');
			same(people(damaged).size, { start: 0, middle: 3, end: 5 }[position], 'people that stand by themselves');
			people(damaged).set('after', 'x');
			await damaged.settled();
			await damaged.compact();
			await damaged.close();
			const again = await place.open();
			const [snapshot] = await again.readSnapshots();
			Y.applyUpdate(again.doc, await again.readSnapshot(snapshot?.id ?? ''));
			same(people(again).size, 7, 'people after the snapshot');
			await again.settled();
			await again.compact();
			same(await place.countRecords(), 1, 'records');
			await again.close();
			const last = await place.open();
			same(people(last).size, 7, 'people at the next opening');
			await last.close();
		}
	})),
	...Object.entries(badShapes).flatMap(([shape, value]) =>
		(['start', 'middle', 'end'] as const).map((position) => ({
			name: `a record at the ${position} that is ${shape} is set aside and the rest is read`,
			async run(place: LogPlace) {
				const log = await place.open();
				await addPeople(log, 4);
				await log.close();
				await place.spoil('add', position, value);
				const again = await place.open();
				same(again.quarantined, 1, 'records set aside');
				same(seen(again), seen(log), 'content');
				if (again.mark === log.mark) throw new Error('what was derived before still counts as fresh');
				people(again).set('after', 'x');
				await again.settled();
				await again.compact();
				await again.close();
				const third = await place.open();
				same([third.quarantined, people(third).size], [1, 5], 'at the next opening');
				await third.close();
			}
		}))
	)
];
