/** The thread in which the document lives. */
import { openKith, type OpenedKith } from '$lib/app';
import { lateKith } from '$lib/app/late-kith';
import { countContacts, isEmptyDocument } from '$lib/doc/doc';
import { openDerived } from '$lib/storage/derived';
import { openDevice } from '$lib/storage/device';
import { ChangeHistory } from '$lib/storage/history';
import { openIndexedDbLog } from '$lib/storage/indexeddb-log';
import { bringInLeft, readDocumentName, rescueOf } from '$lib/storage/rescue';
import { exposeKith } from './expose';
import { newId } from './new-id';
import { takeReplica } from './replica';

/** Later than storage finds out why it does not answer, and within the five seconds that anyone waits. */
const openLimitMs = 4_800;
const now = () => Date.now();

const openingDevice = openDevice();

async function open(): Promise<OpenedKith> {
	const device = await openingDevice;
	const [log, derived] = await Promise.all([
		openIndexedDbLog(await readDocumentName(device), { now, countContacts }),
		openDerived('kith-derived').catch(() => null)
	]);
	const isWhole = log.quarantined === 0 && !log.broughtBack && !isEmptyDocument(log.doc);
	const kith = openKith({
		log,
		derived,
		history: new ChangeHistory(),
		replica: await takeReplica(device, navigator.locks, isWhole),
		now,
		newId,
		pause: () => new Promise((resolve) => setTimeout(resolve))
	});
	void bringInLeft(device, log);
	return kith;
}

exposeKith(lateKith(open(), openLimitMs, rescueOf(openingDevice, now)), self as unknown as Worker);
