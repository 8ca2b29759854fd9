/** Where what talks to the owner's other devices is plugged in. */
import { resolve } from '$app/paths';
import type { Devices } from '$lib/devices';
import { ownMeetingAddress } from '$lib/sync/meeting/address';
import { documentThread } from './document-thread';

/** Null in a browser that cannot connect to other devices at all. */
export async function openDevices(): Promise<Devices | null> {
	if (typeof RTCPeerConnection === 'undefined' || !navigator.locks) return null;
	const { startDevices } = await import('$lib/workers/connect-devices');
	return startDevices(documentThread(), {
		meetingPoint: ownMeetingAddress(location, resolve('/').replace(/\/$/, '')).url,
		joinAddress: new URL(resolve('/settings/devices'), location.href).href
	});
}
