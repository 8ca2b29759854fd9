import { createContext } from 'svelte';
import type { Devices, DevicesState } from '$lib/devices';

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

	/** Follows the devices until the answer is called. */
	async follow(connecting: Promise<Devices | null>): Promise<() => void> {
		const devices = await connecting.catch((reason: unknown) => {
			this.isMissing = true;
			throw reason;
		});
		this.isMissing = devices === null;
		if (!devices) return () => undefined;
		this.port = devices;
		return devices.watch((state) => (this.state = state));
	}

	/** What a device is called; empty when it has no name, or is not known. */
	nameOf(id: string): string {
		return (
			[...(this.state?.others ?? []), ...(this.state?.removed ?? [])].find((device) => device.id === id)?.name ?? ''
		);
	}
}

export const [getDevices, setDevices] = createContext<DevicesView>();
