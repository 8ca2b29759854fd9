import type { Device } from '$lib/storage/device';
import { randomId } from '$lib/storage/random-id';

/** Lanes of one device that may be open at once, far above any number of tabs. */
const maxLanes = 64;

/**
 * A name for this writer that no other running one has, and that always knows all it ever wrote: the device's, kept as
 * long as the document it writes in, and a lane for each tab beside the first, held until this thread ends.
 * @param isWhole whether all that this device ever stored of the document is there
 */
export async function takeReplica(device: Device, locks: LockManager | undefined, isWhole: boolean): Promise<string> {
	const kept = await device.get('replica');
	const name = typeof kept === 'string' && isWhole ? kept : randomId(6);
	if (name !== kept) await device.set('replica', name);
	for (let lane = 0; locks && lane < maxLanes; lane++) {
		if (await takeLane(locks, `kith-lane-${name}-${lane}`)) return lane ? `${name}.${lane}` : name;
	}
	return randomId(8);
}

function takeLane(locks: LockManager, name: string): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const holdForLife = (lock: Lock | null) => {
			resolve(lock !== null);
			return lock && new Promise<never>(() => undefined);
		};
		locks.request(name, { ifAvailable: true }, holdForLife).catch(reject);
	});
}
