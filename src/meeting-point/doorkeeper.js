import { createTokenBucket } from './token-bucket.js';

/** Addresses remembered for their rate of new sockets; beyond, those that rest are forgotten. */
const remembered = 10_000;

/**
 * Counts sockets, by address and in all.
 * @param {import('./limits.js').Limits} limits
 * @param {() => number} now
 */
export function createDoorkeeper(limits, now) {
	/** @type {Map<string, { open: number, connects: ReturnType<typeof createTokenBucket> }>} */
	const addresses = new Map();
	let open = 0;

	function forgetResting() {
		for (const [address, { open, connects }] of addresses)
			if (open === 0 && connects.isFull()) addresses.delete(address);
	}

	return {
		/** Addresses kept in memory. */
		known: () => addresses.size,
		/**
		 * Lets a socket in and returns what to call once it is gone, or null when there is no room.
		 * @param {string} address
		 */
		admit(address) {
			if (open >= limits.sockets) return null;
			if (!addresses.has(address) && addresses.size >= remembered) {
				forgetResting();
				if (addresses.size >= remembered) return null;
			}
			const entry = addresses.get(address) ?? { open: 0, connects: createTokenBucket(limits.connects, now) };
			addresses.set(address, entry);
			if (entry.open >= limits.socketsByAddress || !entry.connects.take(1)) return null;
			entry.open++;
			open++;
			let gone = false;
			return () => {
				if (gone) return;
				gone = true;
				entry.open--;
				open--;
			};
		}
	};
}
