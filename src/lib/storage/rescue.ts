import * as Y from 'yjs';
import type { Instant } from '$lib/domain/date';
import { defaultSettings } from '$lib/domain/settings';
import type { SnapshotInfo } from '$lib/kith';
import { openDerived } from './derived';
import type { Device } from './device';
import { documentOf, openIndexedDbLog, openSnapshots } from './indexeddb-log';
import type { UpdateLog } from './update-log';

/** The database of the document, until it had to be left. */
const firstName = 'kith';
const nameKey = 'document';
const leftKey = 'documents-left';

const textsIn = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];

/** The database that the document lies in. */
export async function readDocumentName(device: Device): Promise<string> {
	const kept = await device.get(nameKey);
	return typeof kept === 'string' ? kept : firstName;
}

/** The ways out when the document's database cannot be opened. They need only what lies outside it. */
export interface Rescue {
	readSnapshots(): Promise<readonly SnapshotInfo[]>;
	/**
	 * Begins a database beside the broken one, which is left as it is, with a snapshot's content. The next opening
	 * finds it there.
	 */
	restoreSnapshot(id: string): Promise<void>;
}

export function rescueOf(openingDevice: Promise<Device>, now: () => Instant): Rescue {
	const nameOf = async () => readDocumentName(await openingDevice);
	return {
		// Where not even that is known, those of the first.
		readSnapshots: async () => openSnapshots(await nameOf().catch(() => firstName)).list(),
		async restoreSnapshot(id) {
			const device = await openingDevice;
			const leftName = await nameOf();
			const update = await openSnapshots(leftName).read(id);
			const name = `${documentOf(leftName)}-${now()}`;
			const log = await openIndexedDbLog(name);
			Y.applyUpdate(log.doc, update);
			await log.settled();
			await log.close();
			const left = textsIn(await device.get(leftKey));
			await device.set(leftKey, [...left, leftName]);
			await device.set(nameKey, name);
			await forgetDerived();
		}
	};
}

/**
 * Begins an empty document of its own, which the next openings find in place of this one, with all that was here in a
 * snapshot of it. This one stays as it is; nothing of it comes along.
 */
export async function setDocumentAside(
	device: Device,
	log: UpdateLog,
	taken: Pick<SnapshotInfo, 'takenAt' | 'contacts'>
): Promise<UpdateLog> {
	// No dash: it is not the same document begun anew, and shares neither journal nor snapshots with it.
	const name = `${firstName}_${taken.takenAt}`;
	await openSnapshots(name).keep({ ...taken, reason: 'aside' }, Y.encodeStateAsUpdate(log.doc));
	const fresh = await openIndexedDbLog(name);
	await device.set(leftKey, []);
	await device.set(nameKey, name);
	await forgetDerived();
	return fresh;
}

/** What was derived from the document left behind must not pass for the new one's. */
async function forgetDerived(): Promise<void> {
	const derived = await openDerived('kith-derived');
	await derived.rebuild(
		{ rows: [], reminders: [], settings: defaultSettings },
		[],
		{ interactions: [], next: null },
		-1
	);
	derived.close();
}

/**
 * Brings in what lies in databases that were left, as soon as they can be opened again: the same document, so nothing
 * is there twice. Those that still cannot stay noted for the next time.
 */
export async function bringInLeft(device: Device, log: UpdateLog): Promise<void> {
	const left = textsIn(await device.get(leftKey));
	if (left.length === 0) return;
	const remaining: string[] = [];
	for (const name of left) {
		try {
			const old = await openIndexedDbLog(name);
			Y.applyUpdate(log.doc, Y.encodeStateAsUpdate(old.doc));
			await old.close();
			await log.settled();
		} catch (error) {
			console.info('A database that was left still cannot be opened:', String(error));
			remaining.push(name);
		}
	}
	await device.set(leftKey, remaining);
}
