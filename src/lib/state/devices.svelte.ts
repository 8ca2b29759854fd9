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
	/** How often it was begun to connect them: 0 while nothing here needs them. */
	attempts = $state(0);
	/** Known without connecting anything: this device has no others. */
	hasNone = $state(false);
	/** Why nothing talks to other devices here: the browser cannot, or what does could not be loaded. */
	missing = $state<'unable' | 'unloaded' | null>(null);
	/** Wanted before anything was connected. */
	readonly #wanted = new Set<PhotoId>();

	/** Follows the devices until the answer is called. */
	async follow(connecting: Promise<Devices | null>): Promise<() => void> {
		try {
			const devices = await connecting;
			if (!devices) {
				this.missing = 'unable';
				return () => undefined;
			}
			const stop = await devices.watch((state) => (this.state = state));
			this.port = devices;
			for (const id of this.#wanted) this.wantPhoto(id);
			this.#wanted.clear();
			return stop;
		} catch (reason) {
			this.missing = 'unloaded';
			throw reason;
		}
	}

	/** True once this device is known to belong with no other. */
	get isAlone(): boolean {
		return this.state ? !this.state.isPaired : this.hasNone;
	}

	/** Something here needs the devices; what could not be loaded is tried again. */
	want(): void {
		if (this.attempts > 0 && this.missing !== 'unloaded') return;
		this.missing = null;
		this.attempts++;
	}

	/** A screen shows the place of a photo that is not here: another device may have it. */
	wantPhoto(id: PhotoId): void {
		if (!this.port) {
			if (!this.missing && this.#wanted.size < mostWanted) this.#wanted.add(id);
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
