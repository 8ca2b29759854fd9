import * as Y from 'yjs';
import { addPeople, people, same, seen, type ContractCase, type LogPlace } from './contract-steps.contract';

const badShapes: Readonly<Record<string, unknown>> = {
	'cut short': Uint8Array.of(1, 2, 3),
	text: 'not bytes at all',
	'a gap of 2^40 that hides what comes after': poisonClock()
};

/** One `GC` struct of length 2^40 by a client that is yet to write. */
function poisonClock(): Uint8Array {
	return Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0);
}

/** What a log does when what lies below it is damaged, or gone. */
export const damageContract: readonly ContractCase[] = [
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
