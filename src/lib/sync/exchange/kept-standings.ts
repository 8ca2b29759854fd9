import type { DeviceId } from '$lib/devices';
import type { DeviceStanding, Standings } from './standing';

/** Writes what is known of each device when it has changed. */
export class KeptStandings {
	readonly #standings: Standings;
	/** As it was written last. */
	readonly #kept = new Map<DeviceId, string>();

	constructor(standings: Standings) {
		this.#standings = standings;
	}

	forget(device: DeviceId): void {
		this.#kept.delete(device);
	}

	keep(devices: ReadonlyMap<DeviceId, DeviceStanding>): void {
		for (const [device, one] of devices) {
			const standing = one.toStanding();
			const kept = JSON.stringify({ ...standing, clocks: [...standing.clocks] });
			if (this.#kept.get(device) === kept) continue;
			this.#kept.set(device, kept);
			this.#standings.write(device, standing);
		}
	}
}
