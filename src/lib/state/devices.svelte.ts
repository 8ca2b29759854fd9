import { createContext } from 'svelte';
import type { Devices, DevicesState } from '$lib/devices';
import type { PhotoId } from '$lib/domain/contact';

/** Photos remembered until the devices are connected: more than any screen shows. */
const mostWanted = 400;

/**
 * The owner's devices as this page knows them, once what talks to them is connected. Made in the root layout, reached
 * by `getDevices()`; screens that show devices are there only while `state` is.
 */
export class DevicesView {
	/** What acts on the devices; null until it is connected, and where there is none. */
	port = $state.raw<Devices | null>(null);
	state = $state.raw<DevicesState | null>(null);
	/** True once it is known that nothing talks to other devices here. */
	isMissing = $state(false);
	/** Wanted before anything was connected. */
	readonly #wanted = new Set<PhotoId>();

	/** Follows the devices until the answer is called. */
	async follow(connecting: Promise<Devices | null>): Promise<() => void> {
		const devices = await connecting.catch((reason: unknown) => {
			this.isMissing = true;
			throw reason;
		});
		this.isMissing = devices === null;
		if (!devices) return () => undefined;
		this.port = devices;
		for (const id of this.#wanted) this.wantPhoto(id);
		this.#wanted.clear();
		return devices.watch((state) => (this.state = state));
	}

	/** A screen shows the place of a photo that is not here: another device may have it. */
	wantPhoto(id: PhotoId): void {
		if (!this.port) {
			if (!this.isMissing && this.#wanted.size < mostWanted) this.#wanted.add(id);
			return;
		}
		this.port.wantPhoto(id).catch((reason: unknown) => console.info('A photo cannot be asked for:', String(reason)));
	}

	/** What a device is called; empty when it has no name, or is not known. */
	nameOf(id: string): string {
		return (
			[...(this.state?.others ?? []), ...(this.state?.removed ?? [])].find((device) => device.id === id)?.name ?? ''
		);
	}
}

export const [getDevices, setDevices] = createContext<DevicesView>();
