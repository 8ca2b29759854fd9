/** What happens in a history. */
import * as Y from 'yjs';
import { happening } from '$lib/app/test-kith';
import type { ContactId } from '$lib/domain/contact';
import type { SimulatedDevice } from './device';
import { fileStepsOfOwner, fileStepsOfWorld } from './file-steps';
import { mayFail, type Steps } from './step';
import { calmPoint, roughPoint, type World } from './world';

/** Devices that are never removed, so that there is always somebody left. */
export const keepers = 1;

const fields = ['given', 'circle'] as const;

/** In the trash or not. */
const contactsOn = ({ app }: SimulatedDevice): readonly ContactId[] => [
	...(app?.log.doc.getMap('contacts').keys() ?? [])
];
const contactOn = (world: World, device: SimulatedDevice) => world.pick(contactsOn(device));

export function add(world: World, device: SimulatedDevice): void {
	const id = world.nextId;
	world.edit(device, [`contact/${id}`], id, ({ kith }) => kith.addContact({ given: id }));
}

function edit(world: World, device: SimulatedDevice, id = contactOn(world, device), field = world.pick(fields)): void {
	if (!id || !field) return;
	const value = world.newId();
	world.edit(device, [`field/${id}/${field}`], value, ({ kith }) =>
		kith.editContact(id, { texts: { [field]: value } })
	);
}

/** One character more or less, at the end of the notes. */
function type(world: World, device: SimulatedDevice): void {
	const id = contactOn(world, device);
	const row = device.app?.log.doc.getMap('contacts').get(id ?? '');
	if (!id || !(row instanceof Y.Map)) return;
	const before = String(row.get('notes'));
	const last = before.at(-1);
	if (last && world.chance.is(0.3)) {
		return world.erase(device, `typed/${id}/${last}`, ({ kith }) => kith.editNotes(id, before, before.slice(0, -1)));
	}
	const typed = String.fromCodePoint(0x4e00 + Number(world.newId().slice(2)));
	world.edit(device, [`typed/${id}/${typed}`], typed, ({ kith }) => kith.editNotes(id, before, before + typed));
}

function log(world: World, device: SimulatedDevice): void {
	const id = contactOn(world, device);
	if (!id) return;
	const note = world.newId();
	world.edit(device, [`logged/${note}`], note, ({ kith }) => kith.log(happening([id], { note })));
}

/** The app is killed while an edit is on its way to a slow disk and to the others; then the owner makes it again. */
function killAtEdit(world: World, device: SimulatedDevice): void {
	const { chance, time } = world;
	const [id, field] = [contactOn(world, device), world.pick(fields)];
	device.disk.slowMs = 1 + chance.below(300);
	edit(world, device, id, field);
	time.after(chance.below(200), () => {
		if (!device.isRunning) return;
		device.crash();
		if (chance.is(0.7)) void device.open().then(() => edit(world, device, id, field));
	});
}

/** To the trash, or back from it. */
function trash(world: World, device: SimulatedDevice, contacts: readonly ContactId[]): void {
	const { app } = device;
	if (!app) return;
	const isDeleting = world.chance.is(0.7);
	const moved = contacts.filter((id) => world.isLive(app.log.doc, id) === isDeleting);
	if (moved.length === 0) return;
	if (isDeleting) for (const id of moved) world.watching.trashed.add(id);
	world.edit(
		device,
		moved.map((id) => `trash/${id}`),
		isDeleting ? 'deleted' : 'live',
		({ kith }) => (isDeleting ? kith.remove('contact', moved) : kith.restore('contact', moved))
	);
}

function partition(world: World): void {
	if (world.isApart) return;
	const isOpen = world.chance.is(0.4);
	const side = new Set(world.devices.filter(() => world.chance.is(0.5)));
	for (const one of world.devices)
		for (const other of world.devices)
			if (one !== other) world.air.setPath(one.name, other.name, isOpen || side.has(one) === side.has(other));
}

/** Often what comes next is an edit, while the others do not know of the removal yet. */
function remove(world: World, device: SimulatedDevice): void {
	const { app, state, id: own } = device;
	const doomed = world.pick(world.devices.slice(keepers));
	if (!app || !doomed || doomed.id === own || !state?.others.some(({ id }) => id === doomed.id)) return;
	const isEditing = world.chance.is(0.6);
	mayFail(app.devices.remove(doomed.id).then(() => (isEditing ? edit(world, device) : undefined)));
}

function rename(world: World, { app, state }: SimulatedDevice): void {
	const one = world.pick(state?.others ?? []);
	if (one) mayFail(app?.devices.rename(one.id, world.newId()));
}

/** Lets the owner answer whatever a device holds. */
export function answer(world: World, { app, state }: SimulatedDevice): void {
	for (const { id } of state?.held ?? []) mayFail(app?.devices.answerHeld(id, world.chance.is(0.5)));
}

/** What its owner does with a device; one that sleeps wakes by it. */
const ofOwner: Steps = {
	edit: [14, (world, device) => edit(world, device)],
	add: [6, add],
	type: [6, type],
	log: [3, log],
	trash: [4, (world, device) => trash(world, device, [contactOn(world, device) ?? []].flat())],
	clear: [1, (world, device) => trash(world, device, contactsOn(device))],
	answer: [3, answer],
	remove: [4, remove],
	rename: [1, rename],
	'kill at edit': [3, killAtEdit],
	close: [1, (_, device) => void device.close()],
	wake: [3, (_, device) => device.wake()]
};

/**
 * What happens to a device. A step of a new kind is one entry more in one of these two tables; what must hold of it is one
 * check more in `watching.ts` or `history.ts`.
 */
const ofWorld: Steps = {
	open: [4, (_, device) => void (device.isRunning || device.open())],
	crash: [3, (_, device) => device.crash()],
	sleep: [2, (_, device) => device.sleep()],
	cut: [2, ({ air }, one, other) => air.cut(one.name, other.name)],
	silence: [2, ({ air }, one) => air.silence(one.name)],
	partition: [2, partition],
	'point down': [1, ({ point }) => point.goDown()],
	'point up': [2, ({ point }) => point.comeUp()],
	'point behaves': [1, (world) => world.point.behave(world.behaving(world.chance.is(0.5) ? roughPoint : calmPoint))],
	'slow disk': [2, ({ chance }, { disk }) => void (disk.slowMs = chance.is(0.5) ? 8 : 1 + chance.below(3_000))],
	'full disk': [1, ({ chance }, { disk }) => void (disk.isFull = chance.is(0.5))],
	'slow gate': [1, ({ chance }, device) => void (device.gateMs = chance.is(0.4) ? 0 : chance.below(80))]
};

const usual = { ...ofOwner, ...ofWorld };
const withFiles = { ...usual, ...fileStepsOfOwner, ...fileStepsOfWorld };
const byOwner = new Set([...Object.keys(ofOwner), ...Object.keys(fileStepsOfOwner)]);
/** How a history differs from the average: some things often happen in it, others never. */
const tempers = [0, 0.5, 1, 1, 4];

/** The steps of one history. */
export function stepsOf(world: World): () => Promise<void> {
	const { chance } = world;
	const all = Object.entries(world.files ? withFiles : usual);
	const weighted = all.map(([name, [weight, step]]) => ({ name, step, weight: weight * (chance.pick(tempers) ?? 1) }));
	const sum = weighted.reduce((total, { weight }) => total + weight, 0);
	const hurry = 0.5 + chance.next() / 2;
	const shortMs = chance.pick([30, 400, 1_500]) ?? 400;

	/** One step, and some time after it: often so little that what it began is still on its way at the next. */
	return async () => {
		let at = chance.next() * sum;
		const chosen = weighted.find(({ weight }) => (at -= weight) < 0);
		const [device, other] = [world.pick(world.devices), world.pick(world.devices)];
		if (!chosen || !device || !other) return;
		world.tell(`${chosen.name}, ${device.name}, ${other.name}`);
		if (device.isAsleep && byOwner.has(chosen.name)) device.wake();
		chosen.step(world, device, other);
		await world.play(chance.is(hurry) ? chance.below(shortMs) : chance.below(15_000));
		// A folder is looked at every few minutes.
		if (world.files && chance.is(0.15)) await world.play(chance.below(200_000));
		world.watching.count();
	};
}
