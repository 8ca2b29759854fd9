/**
 * The owner's devices, as the page sees them: who they are, what each has, and the ways to add, join and remove one.
 * As with `kith.ts` the work is done in a worker, so everything here is plain data and every answer is a promise.
 */
import type { PhotoId } from './domain/contact';
import type { Instant } from './domain/date';

/** Base64url of SHA-256 over a device's public keys. */
export type DeviceId = string;

/** What a device has of this one's document, by its own receipt. */
export type Having =
	/** It said at `at` that it has durably what this device has, and nothing was changed here since. */
	| { readonly kind: 'up-to-date'; readonly at: Instant }
	/** So many changes made here since it last said what it has. */
	| { readonly kind: 'waiting'; readonly changes: number }
	/** The two are exchanging now; bytes still to be sent from here. */
	| { readonly kind: 'exchanging'; readonly bytes: number }
	/** It never said what it has. */
	| { readonly kind: 'unknown' };

/** Why nothing more is taken from a device until it is let in again. */
export type Offence = 'harmful' | 'slow' | 'malformed';

export interface DeviceView {
	readonly id: DeviceId;
	readonly name: string;
	/** Four groups of four letters, to tell devices apart that have one name. */
	readonly words: string;
	readonly link: 'connected' | 'connecting' | 'away';
	readonly having: Having;
	/** When it was last connected; null if it never was. */
	readonly seenAt: Instant | null;
	readonly offence: Offence | null;
}

/** A change by another device that would put many people into the trash: it waits for the owner's word. */
export interface HeldDeletion {
	readonly id: string;
	readonly device: DeviceId;
	readonly contacts: number;
}

/** Where devices are introduced. `none`: no meeting point is known here. */
export type MeetingStatus = 'none' | 'connecting' | 'open' | 'unreachable' | 'refused';

export interface DevicesState {
	/** False until this device has been paired with another. */
	readonly isPaired: boolean;
	/** Another device removed this one: it gets no new changes until it joins anew, for which `isPaired` is false. */
	readonly wasRemoved: boolean;
	readonly own: Pick<DeviceView, 'id' | 'name' | 'words'> | null;
	readonly others: readonly DeviceView[];
	readonly removed: readonly Pick<DeviceView, 'id' | 'name' | 'words'>[];
	readonly held: readonly HeldDeletion[];
	/**
	 * Photos that people have and this device has not. They come behind everything else: `up-to-date` says nothing of
	 * them.
	 */
	readonly photosToCome: number;
	readonly meeting: MeetingStatus;
	readonly network: NetworkSettings;
	/** The people that were here were set aside for those of another device: the page is to be loaded anew. */
	readonly isSetAside: boolean;
	/** Null while the owner has chosen none. */
	readonly folder: FolderView | null;
}

export interface IceServer {
	readonly urls: string;
	readonly username?: string;
	readonly credential?: string;
}

/** Kept on this device alone. */
export interface NetworkSettings {
	/** `own`: the host that serves the app. `none`: devices are introduced by scanning only. */
	readonly meetingPoint: { readonly kind: 'own' | 'none' } | { readonly kind: 'other'; readonly address: string };
	/** STUN and TURN; none by default. */
	readonly iceServers: readonly IceServer[];
	/** Connects through the TURN servers alone, so that other networks do not learn this device's address. */
	readonly isRelayOnly: boolean;
}

/** Why devices did not pair; the words are those of `sync/pairing`, and three of this side's own. */
export type PairingRefusal =
	| 'wrong-code'
	| 'expired'
	| 'used'
	| 'busy'
	| 'closed'
	| 'declined'
	| 'not-kith'
	| 'version'
	| 'lost'
	/** No meeting point is known or reached: only scanning works. */
	| 'no-meeting-point'
	/** The devices were introduced but no path between them was found. */
	| 'no-path'
	/** This device is in a group already. */
	| 'paired-already'
	/** Something unexpected on this device. */
	| 'failed';

/** How far a first exchange has come. */
export interface Progress {
	/** Contacts of the device that has fewer, and of the one that has more; null until the other side said so. */
	readonly contacts: number;
	readonly ofContacts: number | null;
	/** Bytes sent and received since the devices connected. */
	readonly bytes: number;
}

type PairingEnd =
	| { readonly kind: 'exchanging'; readonly device: string; readonly progress: Progress }
	/** Both devices hold the same people. */
	| { readonly kind: 'done'; readonly device: string; readonly contacts: number }
	| { readonly kind: 'refused'; readonly word: PairingRefusal };

/** On the device that has the data. */
export type AddStage =
	| { readonly kind: 'preparing' }
	/** The code, the link or the picture to scan is on screen. */
	| { readonly kind: 'code'; readonly code: string; readonly expiresAt: Instant }
	/** Of the link only what follows its `#` counts: the page puts the address of its own screen before it. */
	| { readonly kind: 'link'; readonly link: string; readonly expiresAt: Instant }
	/** The text of a QR code; the other device scans it and then shows one, to be given to `scanned`. */
	| { readonly kind: 'offer'; readonly scan: string; readonly expiresAt: Instant }
	| { readonly kind: 'meeting' }
	/** Does the other screen show these six digits? */
	| { readonly kind: 'asking'; readonly digits: string; readonly name: string }
	| { readonly kind: 'giving'; readonly digits: string }
	| PairingEnd;

/** On the new device. */
export type JoinStage =
	| { readonly kind: 'calling' }
	/** The text of a QR code that the device with the data must scan. */
	| { readonly kind: 'answer'; readonly scan: string }
	| { readonly kind: 'checking'; readonly digits: string }
	| { readonly kind: 'receiving'; readonly digits: string }
	| PairingEnd;

export type WayIn = 'code' | 'link' | 'scan';

export interface Adding {
	/** What this device's camera read, when the other one answers by a QR code. False for what is none of ours. */
	scanned(text: string): Promise<boolean>;
	/** The owner says that the digits are the same. */
	confirm(): Promise<void>;
	decline(): Promise<void>;
	/** The screen was left. What was begun ends by it; once the other device is in, the exchange goes on without. */
	close(): Promise<void>;
}

export interface JoinRequest {
	/** What was typed, opened or scanned. A link that was scanned is a link. */
	readonly way: WayIn;
	readonly text: string;
	/** What this device will be called. */
	readonly name: string;
	/** What becomes of the people who are here already: both come together, or these are set aside in a snapshot. */
	readonly own: 'merge' | 'set-aside';
}

export interface Joining {
	/** The screen was left: as in `Adding`. */
	close(): Promise<void>;
}

/** What "Check my connection" found, with keys of its own that are thrown away. */
export interface ConnectionCheck {
	readonly meeting: MeetingStatus;
	/** Ways this device can be reached: on its own network, across the internet (STUN), through a relay (TURN). */
	readonly local: boolean;
	readonly direct: boolean;
	readonly relay: boolean;
	/** Two throwaway ends on this device reached each other, introduced by the meeting point when it is open. */
	readonly loopback: boolean;
}

/** What the owner chose by `showDirectoryPicker`; it can be posted to the worker and kept. */
export type FolderHandle = FileSystemDirectoryHandle;

/**
 * `locked`: the browser wants to be asked again, on the page. `missing`: the folder is gone. `failed`: it cannot be
 * used now, and is tried again. `too-large`: what the others lack is more than a file may hold.
 */
export type FolderStatus = 'opening' | 'ready' | 'locked' | 'missing' | 'failed' | 'too-large';

/** The folder through which devices that are never awake together exchange. Kept on this device alone. */
export interface FolderView {
	readonly handle: FolderHandle;
	readonly name: string;
	readonly status: FolderStatus;
	/** When all in it was read and all that the others lack was written; null if never since the start. */
	readonly at: Instant | null;
}

/** A file for all other devices of this owner, which nobody else can read. */
export interface DeviceFile {
	readonly name: string;
	readonly bytes: Blob;
}

/** Why a file was not taken. */
export type FileRefusal =
	| 'not-kith'
	/** Cut short, or changed on the way. */
	| 'damaged'
	/** Made by a newer version of Kith. */
	| 'newer'
	/** Of no device of this owner. */
	| 'foreign'
	/** Of a device that was removed. */
	| 'removed'
	/** Of this device itself. */
	| 'own'
	/** Sealed with a newer secret than this device has. */
	| 'epoch'
	/** It would have done harm; nothing is taken from the device until it is let in again. */
	| 'harmful'
	/** An earlier one would have. */
	| 'not-listened'
	/** This device is not paired with any. */
	| 'alone';

/** What a file brought; `device` is the name of the one that wrote it, empty when it has none. */
export type FileOutcome =
	/** 0 changes: all of it was here. */
	| { readonly kind: 'taken'; readonly device: string; readonly changes: number }
	/** It would put many people into the trash, and waits among `held`. */
	| { readonly kind: 'held'; readonly device: string }
	/**
	 * It builds on what has not come, so nothing of it was taken: on the file that the device wrote at `after`; or on
	 * what this device is taken to have, for null. Once the other has read a file of this one, its next one is whole.
	 */
	| { readonly kind: 'gap'; readonly device: string; readonly after: Instant | null }
	| { readonly kind: 'refused'; readonly word: FileRefusal; readonly device: string };

export interface Devices {
	/** Calls back at once, then at each change; the answer ends it. */
	watch(listener: (state: DevicesState) => void): Promise<() => void>;
	rename(id: DeviceId, name: string): Promise<void>;
	/** For ever. It gets no new changes; what it already has stays on it. */
	remove(id: DeviceId): Promise<void>;
	/** Takes changes again from a device whose changes were refused. */
	forgive(id: DeviceId): Promise<void>;
	/** Allowed: those people go to the trash. Else they come back on all devices. */
	answerHeld(id: string, isAllowed: boolean): Promise<void>;
	/** A screen shows its place, and it is not here: it is asked for before the others. */
	wantPhoto(id: PhotoId): Promise<void>;
	/** @param name what this device is called, when it begins a group by this */
	add(way: WayIn, name: string, listener: (stage: AddStage) => void): Promise<Adding>;
	join(request: JoinRequest, listener: (stage: JoinStage) => void): Promise<Joining>;
	editNetwork(settings: NetworkSettings): Promise<void>;
	checkConnection(): Promise<ConnectionCheck>;
	/** The app is looked at, or online, again. */
	wake(): Promise<void>;
	/** There is no network. */
	sleep(): Promise<void>;
	/** The page is hidden or left: what waits for the folder is written. */
	leave(): Promise<void>;
	/** Null while it must not be written: alone, removed, or more than a file may hold. */
	saveFile(): Promise<DeviceFile | null>;
	openFile(file: Blob): Promise<FileOutcome>;
	/** Exchanges through this folder from now on, also when it was unlocked; null: through none. */
	useFolder(handle: FolderHandle | null): Promise<void>;
}
