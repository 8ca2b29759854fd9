/** Where what talks to the owner's other devices is plugged in. */
import type { Devices } from '$lib/devices';

/**
 * Null while nothing talks to other devices: the screens of devices then do not show at all. To be
 * `connectDevices(endpoint)` of `workers/connect-devices`, loaded only here, with the worker that `exposeDevices` is in.
 */
export const openDevices = async (): Promise<Devices | null> => null;
