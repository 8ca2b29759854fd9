import type { DeviceId, Having, Offence } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import type { Fingerprint } from './fingerprint';
import { isCovered, type Receipt } from './receipts';
import { WaitingChanges } from './waiting-changes';

/** What is known of a device when it is away and when the app starts again: plain data. */
export interface Standing {
	/** Of what it had by its last receipt; null when it never gave one. */
	readonly fingerprint: Fingerprint | null;
	/** How far it knew each client by that receipt. */
	readonly clocks: ReadonlyMap<number, number>;
	/** When that receipt came; of one from a file, when it was written, if that is not later. */
	readonly at: Instant;
	/** The number of the newest file of which a receipt was taken. */
	readonly file: number;
	/** The receipt came over a link, and none from a file since. */
	readonly isByLink: boolean;
	/** Changes here that it is not known to have. */
	readonly changes: number;
	readonly offence: Offence | null;
	/** Its first answer has still to come, and is not held whatever it deletes. */
	readonly isFirst: boolean;
}

/** Keeps what is known of each device. */
export interface Standings {
	read(): Promise<ReadonlyMap<DeviceId, Standing>>;
	write(device: DeviceId, standing: Standing): void;
}

const unknown: Standing = {
	fingerprint: null,
	clocks: new Map(),
	at: 0,
	file: 0,
	isByLink: false,
	changes: 0,
	offence: null,
	isFirst: false
};

/** No two clocks of one owner are further apart. */
const mostSkewMs = 86_400_000;

/** A receipt that was read from a file. */
export interface WrittenReceipt {
	readonly receipt: Receipt;
	/** The file's; each device gives greater ones. */
	readonly number: number;
	/** By the clock of the device that wrote it. */
	readonly written: Instant;
}

/** What a device is known to have, and whether anything is taken from it. */
export class DeviceStanding {
	offence: Offence | null;
	isFirst: boolean;
	readonly changes: WaitingChanges;
	#fingerprint: Fingerprint | null;
	#clocks: ReadonlyMap<number, number>;
	#at: Instant;
	#file: number;
	#isByLink: boolean;

	/** @param kept may be of before there were files */
	constructor(kept: Partial<Standing> = unknown) {
		const { fingerprint, clocks, at, file, isByLink, changes, offence, isFirst } = { ...unknown, ...kept };
		this.#fingerprint = fingerprint;
		this.#clocks = clocks;
		this.#at = at;
		this.#file = file;
		this.#isByLink = isByLink;
		this.changes = new WaitingChanges(changes);
		this.offence = offence;
		this.isFirst = isFirst;
	}

	/** How far it is known to know each client; empty when it never gave a receipt. */
	get clocks(): ReadonlyMap<number, number> {
		return this.#clocks;
	}

	heard(theirs: Receipt, ours: Receipt, now: Instant): void {
		this.#take(theirs, ours, now);
		this.#isByLink = true;
	}

	/** One that was written before the receipt that is known changes nothing. */
	read({ receipt, number, written }: WrittenReceipt, ours: Receipt, now: Instant): void {
		if (number <= this.#file) return;
		this.#file = number;
		const at = Math.min(written, now);
		if (receipt.fingerprint === this.#fingerprint) return this.#take(receipt, ours, Math.max(at, this.#at));
		// Documents only grow. Which is the later of two that no number tells apart is seen by that, and else by time.
		const isLater =
			receipt.fingerprint === ours.fingerprint ||
			!this.#isByLink ||
			!isCovered(receipt.clocks, this.#clocks) ||
			at >= this.#at + mostSkewMs;
		if (!isLater) return;
		this.#take(receipt, ours, at);
		this.#isByLink = false;
	}

	#take(theirs: Receipt, ours: Receipt, at: Instant): void {
		this.#fingerprint = theirs.fingerprint;
		this.#clocks = new Map(theirs.clocks);
		this.#at = at;
		if (theirs.fingerprint === ours.fingerprint) this.changes.clear(theirs.clocks);
		else this.changes.cover(theirs.clocks, ours.clocks);
	}

	/** @param bytes to be sent while the two are exchanging, else null */
	having(present: Fingerprint, bytes: number | null): Having {
		if (this.#fingerprint === present) return { kind: 'up-to-date', at: this.#at };
		if (bytes !== null) return { kind: 'exchanging', bytes };
		return this.#fingerprint === null ? { kind: 'unknown' } : { kind: 'waiting', changes: this.changes.count };
	}

	toStanding(): Standing {
		const { offence, isFirst, clocks } = this;
		const [fingerprint, at, file, isByLink] = [this.#fingerprint, this.#at, this.#file, this.#isByLink];
		return { fingerprint, clocks, at, file, isByLink, changes: this.changes.count, offence, isFirst };
	}
}
