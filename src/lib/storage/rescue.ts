import * as Y from 'yjs';
import type { Instant } from '$lib/domain/date';
import { defaultSettings } from '$lib/domain/settings';
import type { SnapshotInfo } from '$lib/kith';
import { openDerived } from './derived';
import type { Device } from './device';
import { openIndexedDbLog, openSnapshots } from './indexeddb-log';
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
	 * finds it there, under a new replica name: the lost time may hold edits of the old one.
	 */
	restoreSnapshot(id: string): Promise<void>;
}

export function rescueOf(openingDevice: Promise<Device>, now: () => Instant): Rescue {
	const snapshots = openSnapshots(firstName);
	return {
		readSnapshots: () => snapshots.list(),
		async restoreSnapshot(id) {
			const update = await snapshots.read(id);
			const device = await openingDevice;
			const name = `${firstName}-${now()}`;
			const log = await openIndexedDbLog(name);
			Y.applyUpdate(log.doc, update);
			await log.settled();
			await log.close();
			const left = textsIn(await device.get(leftKey));
			await device.set(leftKey, [...left, await readDocumentName(device)]);
			await device.set(nameKey, name);
			await forgetDerived();
		}
	};
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
