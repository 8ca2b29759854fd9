/** The thread in which the document lives. */
import type { Endpoint } from 'comlink';
import { openKith, type OpenedKith } from '$lib/app';
import { lateKith } from '$lib/app/late-kith';
import { countContacts } from '$lib/doc/doc';
import { openDerived } from '$lib/storage/derived';
import { openDevice, type Device } from '$lib/storage/device';
import { ChangeHistory } from '$lib/storage/history';
import { openIndexedDbLog } from '$lib/storage/indexeddb-log';
import { bringInLeft, readDocumentName, rescueOf } from '$lib/storage/rescue';
import { exposeKith } from './expose';
import { newId } from './new-id';
import { freshReplica } from './replica';

/** Later than storage finds out why it does not answer, and within the five seconds that anyone waits. */
const openLimitMs = 4_800;
const now = () => Date.now();

async function open(openingDevice: Promise<Device>): Promise<OpenedKith> {
	const device = await openingDevice;
	const [log, derived] = await Promise.all([
		openIndexedDbLog(await readDocumentName(device), { now, countContacts }),
		openDerived('kith-derived').catch(() => null)
	]);
	const kith = openKith({
		log,
		derived,
		history: new ChangeHistory(),
		replica: freshReplica(),
		now,
		newId,
		pause: () => new Promise((resolve) => setTimeout(resolve))
	});
	void bringInLeft(device, log);
	return kith;
}

export function startDocument(thread: Endpoint): void {
	const device = openDevice();
	exposeKith(lateKith(open(device), openLimitMs, rescueOf(device, now)), thread);
}
