import * as Y from 'yjs';
import type { SaveStatus } from '$lib/kith';
import { addPeople, people, rejection, same, seen, until, type ContractCase } from './contract-steps.contract';
import { damageContract } from './damage.contract';
import { storedOrigin } from './update-log';

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
	...damageContract
];
