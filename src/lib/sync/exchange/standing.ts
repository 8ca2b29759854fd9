import type { DeviceId, Having, Offence } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import type { Fingerprint } from './fingerprint';
import type { Receipt } from './receipts';
import { WaitingChanges } from './waiting-changes';

/** What is known of a device when it is away and when the app starts again: plain data. */
export interface Standing {
	/** Of what it had by its last receipt; null when it never gave one. */
	readonly fingerprint: Fingerprint | null;
	/** When that receipt came. */
	readonly at: Instant;
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

const unknown: Standing = { fingerprint: null, at: 0, changes: 0, offence: null, isFirst: false };

/** What a device is known to have, and whether anything is taken from it. */
export class DeviceStanding {
	offence: Offence | null;
	isFirst: boolean;
	readonly changes: WaitingChanges;
	#fingerprint: Fingerprint | null;
	#at: Instant;

	constructor({ fingerprint, at, changes, offence, isFirst }: Standing = unknown) {
		this.#fingerprint = fingerprint;
		this.#at = at;
		this.changes = new WaitingChanges(changes);
		this.offence = offence;
		this.isFirst = isFirst;
	}

	heard(theirs: Receipt, ours: Receipt, now: Instant): void {
		this.#fingerprint = theirs.fingerprint;
		this.#at = now;
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
		const { offence, isFirst } = this;
		return { fingerprint: this.#fingerprint, at: this.#at, changes: this.changes.count, offence, isFirst };
	}
}
