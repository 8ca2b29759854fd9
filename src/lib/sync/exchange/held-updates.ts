/** Updates of other devices that would put many people into the trash: they wait for the owner's word. */
import type { DeviceId, HeldDeletion } from '$lib/devices';

/** More than one deletes by hand in one go. */
export const mostDeleted = 20;
/** Of one device; what comes beyond is asked for once the owner has answered. */
const mostHeldBytes = 64 * 1024 * 1024;

interface Held {
	readonly id: string;
	readonly updates: Uint8Array[];
	contacts: number;
}

export class HeldUpdates {
	readonly #byDevice = new Map<DeviceId, Held>();
	#made = 0;

	/** @param deletes the contacts that are live here and would not be with an update */
	constructor(private readonly deletes: (update: Uint8Array) => readonly string[]) {}

	has(device: DeviceId): boolean {
		return this.#byDevice.has(device);
	}

	/** Holds an update that deletes too many. An answer has all that was held before it. */
	holds(device: DeviceId, update: Uint8Array, step: 'answer' | 'edit'): boolean {
		if (this.deletes(update).length <= mostDeleted) {
			if (step === 'answer') this.#byDevice.delete(device);
			return false;
		}
		const held = this.#byDevice.get(device) ?? { id: `${device} ${this.#made++}`, updates: [], contacts: 0 };
		if (step === 'answer') held.updates.length = 0;
		const bytes = held.updates.reduce((sum, { byteLength }) => sum + byteLength, update.byteLength);
		if (bytes <= mostHeldBytes || held.updates.length === 0) held.updates.push(update);
		held.contacts = new Set(held.updates.flatMap(this.deletes)).size;
		this.#byDevice.set(device, held);
		return true;
	}

	list(): readonly HeldDeletion[] {
		return [...this.#byDevice].map(([device, { id, contacts }]) => ({ id, device, contacts }));
	}

	/** Gives out what is held under an id, and holds it no more; null when nothing is. */
	take(id: string): { readonly device: DeviceId; readonly updates: readonly Uint8Array[] } | null {
		for (const [device, held] of this.#byDevice) {
			if (held.id !== id) continue;
			this.#byDevice.delete(device);
			return { device, updates: held.updates };
		}
		return null;
	}

	/** The same for what would no longer delete many: another device's deletion of the same people was answered. */
	takeHarmless(): readonly { readonly device: DeviceId; readonly updates: readonly Uint8Array[] }[] {
		return this.list().flatMap(({ id, device }) => {
			const gone = new Set(this.#byDevice.get(device)?.updates.flatMap(this.deletes));
			const taken = gone.size <= mostDeleted ? this.take(id) : null;
			return taken ? [taken] : [];
		});
	}

	forget(device: DeviceId): void {
		this.#byDevice.delete(device);
	}
}
