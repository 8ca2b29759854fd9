/**
 * A document as ten years on three devices leave it: thousands of sessions, each with a Yjs client id of its own as
 * every opening of the app gets, edits that supersede edits, notes typed bit by bit, weeks offline, a trash that is
 * emptied. It ends at the size every row is measured at.
 */
import type * as Y from 'yjs';
import { addDays } from '$lib/domain/days';
import { contactOf, fullSize, interactionOf, type Size } from './generate';
import { idMaker } from './ids';
import { Chance } from './random';
import { Device, type Shared } from './simulated-device';

const tenYears = 3650;
const purgeAfterDays = 90;
const firstDay = '2016-11-25';
const dayMs = 86_400_000;

/** On how many days each is written on, as a share, and how often it stays offline for weeks. */
const habits = [
	{ name: 'phone', sessionsADay: 0.7, goesOffline: 0.002 },
	{ name: 'laptop', sessionsADay: 0.35, goesOffline: 0.006 },
	{ name: 'tablet', sessionsADay: 0.1, goesOffline: 0.01 }
] as const;

/** The document of one device after all three have exchanged everything. */
export function liveTenYears(size: Size = fullSize, days = tenYears, seed = 10): Y.Doc {
	const chance = new Chance(seed);
	let nowMs = Date.parse(`${firstDay}T08:00:00Z`);
	const now = () => (nowMs += 250);
	const shared: Shared = { chance, now, newId: idMaker(chance, now), contactIds: [], trashed: [] };
	const devices = habits.map((habit) => new Device(habit.name, shared));
	const offlineUntil = habits.map(() => 0);
	let logged = 0;

	for (let day = 0; day < days; day++) {
		nowMs = Date.parse(`${firstDay}T08:00:00Z`) + day * dayMs;
		const today = addDays(firstDay, day);
		const isOnline = (at: number) => (offlineUntil[at] ?? 0) <= day;
		const due = {
			contacts: dueBy(size.contacts, day / (days - 1)) - shared.contactIds.length,
			interactions: dueBy(size.interactions, day / (days - 1)) - logged
		};
		const sessions = habits.flatMap((habit, at) => (chance.happens(habit.sessionsADay) ? [at] : []));
		if (day === 0 || day === days - 1) sessions.push(0);
		if (sessions.length > 0) logged += due.interactions;
		sessions.forEach((at, turn) => {
			const device = devices[at];
			if (!device) return;
			device.hear(devices.filter((_, other) => isOnline(at) && isOnline(other)));
			device.session(() => {
				device.meetPeople(partOf(due.contacts, turn, sessions.length), () => contactOf(chance));
				device.logThings(partOf(due.interactions, turn, sessions.length), (known) =>
					interactionOf(chance, known, today)
				);
				device.tinker(today);
				device.emptyTrash(nowMs - purgeAfterDays * dayMs);
			});
		});
		habits.forEach(({ goesOffline }, at) => {
			if (chance.happens(goesOffline)) offlineUntil[at] = day + chance.whole(7, 35);
		});
	}
	const [first] = devices;
	if (!first) throw new RangeError('No device');
	first.hear(devices);
	return first.doc;
}

/** A quarter comes in on the first day, as an import; the rest spreads evenly. */
const dueBy = (total: number, share: number) => Math.round(total / 4 + ((total * 3) / 4) * share);

const partOf = (total: number, turn: number, turns: number) =>
	Math.floor((total * (turn + 1)) / turns) - Math.floor((total * turn) / turns);
