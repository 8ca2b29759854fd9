/** Updates of other devices that would put many people into the trash: they wait for the owner's word. */
import type { DeviceId, HeldDeletion } from '$lib/devices';

/** More than one deletes by hand in one go. */
export const mostDeleted = 20;
/** Of one device; what comes beyond is asked for once the owner has answered. */
const mostHeldBytes = 64 * 1024 * 1024;

interface Held {
	/** Another one once more contacts are concerned: what was said of a few is no answer for many. */
	readonly id: string;
	readonly updates: readonly Uint8Array[];
	readonly contacts: ReadonlySet<string>;
}

export class HeldUpdates {
	readonly #byDevice = new Map<DeviceId, Held>();
	#made = 0;

	/**
	 * @param deletes the contacts that are live here and would not be with an update
	 * @param startedAt tells ids from those of before a restart
	 */
	constructor(
		private readonly deletes: (update: Uint8Array) => readonly string[],
		private readonly startedAt: number
	) {}

	has(device: DeviceId): boolean {
		return this.#byDevice.has(device);
	}

	/** Holds an update that deletes too many. An answer has all that was held before it. */
	holds(device: DeviceId, update: Uint8Array, step: 'answer' | 'edit'): boolean {
		if (this.deletes(update).length <= mostDeleted) {
			if (step === 'answer') this.#byDevice.delete(device);
			return false;
		}
		const known = this.#byDevice.get(device);
		const before = step === 'answer' ? [] : (known?.updates ?? []);
		if (before.some((one) => isSame(one, update))) return true;
		const bytes = before.reduce((sum, { byteLength }) => sum + byteLength, update.byteLength);
		const updates = bytes <= mostHeldBytes || before.length === 0 ? [...before, update] : before;
		const contacts = new Set(updates.flatMap(this.deletes));
		const isAsked = known && [...contacts].every((contact) => known.contacts.has(contact));
		const id = isAsked ? known.id : `${device} ${this.startedAt} ${this.#made++}`;
		this.#byDevice.set(device, { id, updates, contacts });
		return true;
	}

	list(): readonly HeldDeletion[] {
		return [...this.#byDevice].map(([device, { id, contacts }]) => ({ id, device, contacts: contacts.size }));
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

/** A file is read more than once. */
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
	one.byteLength === other.byteLength && one.every((byte, at) => byte === other[at]);
