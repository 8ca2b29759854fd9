import type { FolderHandle, NetworkSettings } from '$lib/devices';
import type { Clock } from '../clock';
import type { Rtc } from '../connect/rtc';
import type { Exchange } from '../exchange/exchange';
import type { Folder } from '../files/folder';
import type { MeetingPoint } from '../meeting/meeting-point';
import type { NamedPhotos, PhotoStore } from '../photos/ports';
import type { RandomBytes } from '../trust/bytes';
import type { KeyStore } from '../trust/key-store';
import type { KeptValues } from './kept';

export interface OwnDevicesPorts {
	readonly store: KeyStore;
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly rtc: Rtc;
	/** The meeting point that the settings name, not opened; null where there is none. */
	readonly meetingPointOf: (settings: NetworkSettings) => MeetingPoint | null;
	/** Asked for when this device has a group. */
	readonly openExchange: () => Promise<Exchange>;
	/** Stays open. */
	readonly photos: PhotoStore;
	/** The photos that the document names. Asked for when this device has a group, and closed with what runs for it. */
	readonly followPhotos: () => NamedPhotos & { close(): void };
	/** Keeps handles of folders, too: what it is given is cloned. */
	readonly kept: KeptValues;
	/** `directoryFolder`, but in tests. */
	readonly openFolder: (handle: FolderHandle) => Folder;
	/** Where a link to join leads. */
	readonly joinAddress: string;
	readonly countContacts: () => number;
	/** Keeps the document as it is before another device's comes in. */
	readonly takeSnapshot: () => Promise<void>;
	/** Keeps who is here in a snapshot, and begins with nobody. */
	readonly setAside: () => Promise<void>;
}
