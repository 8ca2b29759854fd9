/** The thread in which the document lives. */
import { openKith, type OpenedKith } from '$lib/app';
import { lateKith } from '$lib/app/late-kith';
import { countContacts } from '$lib/doc/doc';
import { openDerived } from '$lib/storage/derived';
import { openDevice, type Device } from '$lib/storage/device';
import { ChangeHistory } from '$lib/storage/history';
import { openIndexedDbLog } from '$lib/storage/indexeddb-log';
import type { UpdateLog } from '$lib/storage/update-log';
import { bringInLeft, readDocumentName, rescueOf } from '$lib/storage/rescue';
import { isDevicesWish } from './devices-wish';
import { exposeFailure, exposeKith } from './expose';
import { newId } from './new-id';
import { freshReplica } from './replica';

/** Later than storage finds out why it does not answer, and within the five seconds that anyone waits. */
const openLimitMs = 4_800;
const now = () => Date.now();

/** What this thread has opened. */
export interface OpenedDocument {
	readonly device: Device;
	/** Of the database it lies in. */
	readonly name: string;
	readonly log: UpdateLog;
	readonly kith: OpenedKith;
}

async function open(openingDevice: Promise<Device>): Promise<OpenedDocument> {
	const device = await openingDevice;
	const name = await readDocumentName(device);
	const [log, derived] = await Promise.all([
		openIndexedDbLog(name, { now, countContacts }),
		openDerived('kith-derived').catch(() => null)
	]);
	const kith = openKith({
		log,
		derived,
		history: new ChangeHistory(),
		replica: freshReplica(),
		now,
		newId,
		pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
	});
	void bringInLeft(device, log);
	return { device, name, log, kith };
}

export function startDocument(thread: Worker): void {
	const device = openDevice();
	const opening = open(device);
	exposeKith(
		lateKith(
			opening.then(({ kith }) => kith),
			openLimitMs,
			rescueOf(device, now)
		),
		thread
	);
	thread.addEventListener('message', ({ data }: MessageEvent) => {
		if (!isDevicesWish(data)) return;
		import('./devices').then(
			({ startDevices }) => startDevices(data, opening),
			(reason: unknown) => exposeFailure(reason, data.devices)
		);
	});
}
