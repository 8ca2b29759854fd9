/** The thread in which the document lives. */
import { openKith, type OpenedKith } from '$lib/app';
import { lateKith } from '$lib/app/late-kith';
import { countContacts, isEmptyDocument } from '$lib/doc/doc';
import { openDerived } from '$lib/storage/derived';
import { openDevice } from '$lib/storage/device';
import { ChangeHistory } from '$lib/storage/history';
import { openIndexedDbLog } from '$lib/storage/indexeddb-log';
import { exposeKith } from './expose';
import { newId } from './new-id';
import { takeReplica } from './replica';

/** Later than storage finds out why it does not answer, and within the five seconds that anyone waits. */
const openLimitMs = 4_800;
const now = () => Date.now();

async function open(): Promise<OpenedKith> {
	const [log, device, derived] = await Promise.all([
		openIndexedDbLog('kith', { now, countContacts }),
		openDevice(),
		openDerived('kith-derived').catch(() => null)
	]);
	const isWhole = log.quarantined === 0 && !isEmptyDocument(log.doc);
	return openKith({
		log,
		derived,
		history: new ChangeHistory(),
		replica: await takeReplica(device, navigator.locks, isWhole),
		now,
		newId,
		pause: () => new Promise((resolve) => setTimeout(resolve))
	});
}

exposeKith(lateKith(open(), openLimitMs), self as unknown as Worker);
