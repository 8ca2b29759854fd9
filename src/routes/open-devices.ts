/** Where what talks to the owner's other devices is plugged in. */
import { resolve } from '$app/paths';
import type { Devices } from '$lib/devices';
import { ownMeetingAddress } from '$lib/sync/meeting/address';
import { devicesChannel } from '$lib/workers/devices-wish';
import { documentThread } from './document-thread';

/** Whether this device belongs with others, or did; told without loading what talks to them. */
export async function hasOthers(): Promise<boolean> {
	const { openDeviceKeys } = await import('$lib/storage/device-keys');
	const keys = openDeviceKeys();
	try {
		return (await keys.readGroup()) !== null;
	} finally {
		keys.close();
	}
}

/** Tells when another tab talks to other devices: this one has its part in it. The answer ends the wait. */
export function whenTabHas(listener: () => void): () => void {
	const channel = new BroadcastChannel(devicesChannel);
	channel.onmessage = () => {
		channel.close();
		listener();
	};
	return () => channel.close();
}

/** Null in a browser that cannot connect to other devices at all. */
export async function openDevices(): Promise<Devices | null> {
	if (typeof RTCPeerConnection === 'undefined' || !navigator.locks) return null;
	const { startDevices } = await import('$lib/workers/connect-devices');
	return startDevices(documentThread(), {
		meetingPoint: ownMeetingAddress(location, resolve('/').replace(/\/$/, '')).url,
		joinAddress: new URL(resolve('/settings/devices'), location.href).href
	});
}
