import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { DeviceId } from '$lib/devices';
import { contains, isSame } from './contained';
import { cryptoTwin } from './crypto-twin';
import type { SimulatedDevice } from './device';
import { inSimulation } from './simulation';
import { useFolder } from './file-steps';
import { misreadIn } from './misread';
import { add, answer, keepers, stepsOf } from './steps';
import type { Broken } from './watching';
import { calmPoint, World, type Plant } from './world';

export interface Outcome {
	readonly broken: readonly Broken[];
	/** Virtual time from the healing of the network until all was well, ms. */
	readonly healedMs: number;
	/** Of the whole history. */
	readonly virtualMs: number;
	readonly edits: number;
	readonly acknowledged: number;
	readonly removed: number;
	readonly most: { readonly timers: number; readonly connections: number; readonly topics: number };
	/** Of the document that all hold: tells whether two runs of a seed were one. */
	readonly digest: string;
}

/** Mostly few: what happens costs as the square. */
const sizes = [2, 2, 2, 3, 3, 3, 3, 4, 4, 5];
const minute = 60_000;
/** That a device has in the folder: a few, and some that were there before and came back. */
const mostFiles = 8;
/** Within which all must hold the same once nothing fails any more. */
const healingMs = 15 * minute;
/** Of those who have a folder alone, and look into it every three minutes. */
const apartMs = 45 * minute;

/** So many histories have files in them: they take longer than others. */
const hasFilesOf = (seed: number): boolean => seed % 6 === 2;

/**
 * Lives one history through and tells what did not hold.
 * @param hasFiles whether the devices have files and a folder, too
 */
export async function liveThrough(
	seed: number,
	plant: Plant = {},
	listener?: (what: string) => void,
	hasFiles = hasFilesOf(seed)
): Promise<Outcome> {
	const world = new World(seed, hasFiles, plant, listener);
	return inSimulation(world, cryptoTwin(world.random), async () => {
		const count = world.pick(sizes) ?? 2;
		await world.begin(count);
		for (const device of world.devices) if (world.chance.is(0.8)) void device.open();
		await world.play(world.chance.below(3_000));
		if (world.files) for (const device of world.devices) useFolder(world, device);
		await bear(world);
		const steps = 10 + world.chance.below(25);
		const takeStep = stepsOf(world);
		for (let step = 0; step < steps; step++) await takeStep();
		const since = world.time.now();
		world.tell('all is healed');
		heal(world);
		const members = await settle(world, since);
		const healedMs = world.time.now() - since;
		judge(world, members);
		const digest = digestOf(members[0]);
		await end(world);
		const { broken, most } = world.watching;
		const { edits } = world.oracle;
		const acknowledged = edits.filter(({ isAcknowledged }) => isAcknowledged).length;
		const removed = world.devices.length - members.length;
		const virtualMs = world.time.now() - world.startedAt;
		return { broken, healedMs, virtualMs, edits: edits.length, acknowledged, removed, most, digest };
	});
}

/** Who is there at the beginning: few, or so many that all of them cannot be deleted unasked. */
async function bear(world: World): Promise<void> {
	const first = world.devices.find(({ app }) => app);
	if (!first) return;
	const many = world.chance.is(0.2) ? 22 + world.chance.below(6) : 1 + world.chance.below(4);
	for (let at = 0; at < many; at++) add(world, first);
	await world.play(world.chance.below(4_000));
}

/** From here on nothing fails, and everybody is awake. */
function heal(world: World): void {
	world.point.comeUp();
	world.point.behave(world.behaving(calmPoint));
	world.setPaths(!world.isApart);
	world.files?.folder.heal();
	for (const device of world.devices) {
		Object.assign(device.disk, { slowMs: 8, isFull: false });
		device.gateMs = 0;
		if (device.isRunning) device.wake();
		else void device.open();
	}
}

/** Waits until all is well; gives those who are in the group by then. */
async function settle(world: World, since: number): Promise<readonly SimulatedDevice[]> {
	for (;;) {
		await world.play(500);
		world.watching.count();
		const out = new Set(world.devices.slice(0, keepers).flatMap(({ removed }) => removed));
		const members = world.devices.filter(({ id, state }) => !out.has(id) && !state?.wasRemoved);
		// One that was being closed when all was healed.
		for (const device of world.devices) if (!device.isRunning) void device.open();
		for (const device of members) answer(world, device);
		if (world.isApart) for (const device of members) if (device.state?.folder === null) useFolder(world, device, true);
		const trouble = troubleOf(
			members,
			world.devices.filter(({ state }) => state?.wasRemoved).map(({ id }) => id),
			world.isApart
		);
		if (trouble === null) return members;
		if (world.time.now() - since > (world.isApart ? apartMs : healingMs)) {
			world.watching.breaks('S1', trouble);
			return members;
		}
	}
}

/**
 * Null when all members are linked, know of each other that they are up to date, and are.
 * @param out know of their own removal: what a device that was removed said of another one may reach that one alone
 */
function troubleOf(members: readonly SimulatedDevice[], out: readonly DeviceId[], isApart: boolean): string | null {
	for (const { name, id, state, app, disk } of members) {
		if (!state || !app) return `${name} is not open`;
		if (!contains(disk.document, app.log.doc)) return `${name} has not stored all`;
		if (state.held.length > 0) return `${name} holds something`;
		if (isApart && state.folder?.status !== 'ready') return `the folder of ${name} is ${state.folder?.status}`;
		const others = state.others.filter((other) => !out.includes(other.id));
		if (others.length !== members.length - 1) return `${name} knows ${others.length} others`;
		for (const other of members) {
			if (other.id === id) continue;
			const view = others.find((one) => one.id === other.id);
			if (!view) return `${name} does not know ${other.name}`;
			if (!isApart && view.link !== 'connected') return `${name} is not linked to ${other.name}: ${view.link}`;
			if (view.having.kind !== 'up-to-date') return `for ${name}, ${other.name} is ${JSON.stringify(view.having)}`;
		}
	}
	const [first, ...rest] = members;
	const odd = rest.find(({ app }) => !app || !first?.app || !isSame(first.app.log.doc, app.log.doc));
	return odd ? `${odd.name} has another document` : null;
}

/** What must be true of what is left. */
function judge(world: World, members: readonly SimulatedDevice[]): void {
	const { oracle, watching } = world;
	for (const { name, app, disk, clients } of members) {
		if (!app) continue;
		const { doc } = app.log;
		if (!contains(disk.document, doc)) watching.breaks('S3', `${name} has more than is kept at the end`);
		for (const edit of world.lostBy(doc, members)) watching.breaks('S2', `${name} lacks ${edit.place}=${edit.value}`);
		for (const what of misreadIn(doc, oracle)) watching.breaks('S2', `${name}: ${what}`);
		if (clients.size === 0) watching.breaks('S2', `${name} never wrote`);
	}
	for (const device of world.devices) {
		const files = world.files?.folder.countOf(device.name) ?? 0;
		if (files > mostFiles) watching.breaks('S6', `${device.name} has ${files} files in the folder`);
		if (device.app) device.learn(device.app.log.doc);
		for (const edit of oracle.leaked(device.id, device.learned))
			watching.breaks('S5', `${device.name} learned ${edit.place}=${edit.value}`);
	}
}

/** Closes everything, and sees that nothing stays. */
async function end(world: World): Promise<void> {
	// Twice, for one that is being opened at first.
	for (const ms of [5_000, minute]) {
		for (const device of world.devices) void device.close();
		await world.play(ms);
	}
	const { waiting, air, point } = world;
	const left = { timers: waiting, connections: air.live, topics: point.listening };
	if (waiting + air.live + point.listening > 0) world.watching.breaks('S6', `left at the end: ${JSON.stringify(left)}`);
}

const digestOf = (device: SimulatedDevice | undefined): string =>
	device?.app
		? createHash('sha256').update(Y.encodeStateAsUpdate(device.app.log.doc)).digest('hex').slice(0, 16)
		: 'nothing';
