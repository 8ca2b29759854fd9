/** What this device keeps beside its keys: its network settings, and what it last knew of the others. */
import type { DeviceId, FolderHandle, IceServer, NetworkSettings } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import type { Memory, Remembered } from '../connect/introductions';
import type { KeptFolder } from '../files/kept-folder';

/** Values of this device alone, by name. */
export interface KeptValues {
	/** Undefined when never set. */
	get(key: string): Promise<unknown>;
	set(key: string, value: unknown): Promise<void>;
}

export const plainNetwork: NetworkSettings = { meetingPoint: { kind: 'own' }, iceServers: [], isRelayOnly: false };

const keys = { network: 'network', introductions: 'introductions', seen: 'devices-seen', files: 'files' } as const;

export async function readNetwork(kept: KeptValues): Promise<NetworkSettings> {
	const value = (await kept.get(keys.network)) as Partial<NetworkSettings> | undefined;
	return { ...plainNetwork, ...value };
}

/** A copy of exactly what there is to keep: what a page hands over may be more than data. */
export async function writeNetwork(kept: KeptValues, settings: NetworkSettings): Promise<NetworkSettings> {
	const { meetingPoint, iceServers, isRelayOnly } = settings;
	const plain: NetworkSettings = {
		meetingPoint:
			meetingPoint.kind === 'other' ? { kind: 'other', address: meetingPoint.address } : { kind: meetingPoint.kind },
		iceServers: iceServers.map(({ urls, username, credential }): IceServer => {
			return { urls, ...(username && { username }), ...(credential && { credential }) };
		}),
		isRelayOnly
	};
	await kept.set(keys.network, plain);
	return plain;
}

export const memoryIn = (kept: KeptValues): Memory => ({
	read: async () => ((await kept.get(keys.introductions)) as Remembered | undefined) ?? null,
	write: (remembered) => kept.set(keys.introductions, remembered)
});

export type Seen = ReadonlyMap<DeviceId, Instant>;

export async function readSeen(kept: KeptValues): Promise<Map<DeviceId, Instant>> {
	return new Map((await kept.get(keys.seen)) as Seen | undefined);
}

export const writeSeen = (kept: KeptValues, seen: Seen): Promise<void> => kept.set(keys.seen, new Map(seen));

/** What is kept of files; each under a name of its own, since a folder's can be large. */
export function filesIn(kept: KeptValues) {
	const valueAt = <T>(name: string) => ({
		read: async (): Promise<T | null> => ((await kept.get(`${keys.files}-${name}`)) as T | undefined) ?? null,
		write: (value: T | null): Promise<void> => kept.set(`${keys.files}-${name}`, value)
	});
	return {
		number: valueAt<number>('number'),
		handle: valueAt<FolderHandle>('folder'),
		folder: valueAt<KeptFolder>('folder-read')
	};
}
