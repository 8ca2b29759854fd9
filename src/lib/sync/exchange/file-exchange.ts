/** The document exchanged by files: what one holds for other devices, and what is taken from one. */
import * as encoding from 'lib0/encoding';
import { messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { DeviceId, Offence } from '$lib/devices';
import type { Clock } from '../clock';
import type { Gate } from '../gate/gate';
import { knowledgeOf } from '../gate/messages';
import { offenceOf } from './conversation';
import type { HeldUpdates } from './held-updates';
import type { Receipt } from './receipts';
import { withoutPending } from './room';
import type { DeviceStanding, WrittenReceipt } from './standing';

/** How far clients are known. */
export type Clocks = ReadonlyMap<number, number>;

export interface FileFromDevice extends WrittenReceipt {
	/** Proven, and a member. */
	readonly device: DeviceId;
	readonly update: Uint8Array;
}

export type FileVerdict =
	/** It is in the document, durably. Of what was here already no change is counted. */
	| { readonly kind: 'taken'; readonly changes: number }
	/** It would put many people into the trash: it waits for the owner's word. */
	| { readonly kind: 'held' }
	/** It builds on something that has not come; nothing of it is applied. */
	| { readonly kind: 'gap' }
	/** `isNew`: by this file. Else nothing was taken from the device before. */
	| { readonly kind: 'refused'; readonly offence: Offence; readonly isNew: boolean };

/** The document at one moment. */
export interface FileMoment {
	readonly receipt: Receipt;
	/** How far all of the devices are known to know each client. */
	readonly known: Clocks;
	/** What is here beyond these clocks, and all deletions. */
	readonly updateAfter: (clocks: Clocks) => Uint8Array;
}

interface Host {
	readonly doc: Y.Doc;
	readonly clock: Clock;
	readonly gate: Gate;
	readonly durable: () => Promise<void>;
	readonly held: HeldUpdates;
	readonly of: (device: DeviceId) => DeviceStanding;
	/** What this device holds, now; of `take` the contacts, too, are those of now. */
	readonly present: () => Receipt;
	readonly take: () => Receipt;
	readonly apply: (update: Uint8Array, device: DeviceId) => void;
	/** Applies what was held and would no longer delete many. */
	readonly applyHarmless: () => void;
	readonly offended: (device: DeviceId, offence: Offence) => void;
	readonly changed: () => void;
}

export class FileExchange {
	readonly #listeners = new Set<() => void>();
	/** Changes that the file which is being applied made. */
	#changes = 0;

	constructor(private readonly host: Host) {}

	/** The document was changed. */
	applied(transaction: Y.Transaction): void {
		this.#changes += changesIn(transaction);
		for (const listener of [...this.#listeners]) listener();
	}

	/** Told of each change of the document. */
	watch(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	async write<T>(devices: readonly DeviceId[], write: (moment: FileMoment) => T | null): Promise<T | null> {
		const { doc, of, take, durable } = this.host;
		const known = knownToAll(devices.map((device) => of(device).clocks));
		const written = write({
			receipt: take(),
			known,
			updateAfter: (clocks) =>
				withoutPending(doc, () => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(clocks))))
		});
		if (written !== null) await durable();
		return written;
	}

	async read(file: FileFromDevice): Promise<FileVerdict> {
		const { doc, gate, of } = this.host;
		const { device, update } = file;
		const before = of(device).offence;
		if (before) return { kind: 'refused', offence: before, isNew: false };
		const verdict = await gate.inspect(messageOf(update), knowledgeOf(doc));
		const standing = of(device);
		if ('refused' in verdict) {
			const offence = offenceOf(verdict.refused);
			standing.offence = offence;
			this.host.offended(device, offence);
			this.host.changed();
			return { kind: 'refused', offence, isNew: true };
		}
		const taken: FileVerdict = verdict.pass === 'early' ? { kind: 'gap' } : this.#apply(standing, file);
		standing.read(file, this.host.present(), this.host.clock.now());
		this.host.changed();
		if (taken.kind === 'taken') await this.host.durable();
		return taken;
	}

	#apply(standing: DeviceStanding, { device, update }: FileFromDevice): FileVerdict {
		const { held, apply, applyHarmless, present } = this.host;
		// One file need not have all that was held before it, as an answer has.
		if (!standing.isFirst && held.holds(device, update, 'edit')) return { kind: 'held' };
		const { fingerprint } = present();
		this.#changes = 0;
		apply(update, device);
		const changes = fingerprint === present().fingerprint ? 0 : Math.max(1, this.#changes);
		standing.isFirst = false;
		applyHarmless();
		return { kind: 'taken', changes };
	}
}

/** The gate judges messages. */
function messageOf(update: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, messageYjsUpdate);
	encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

function knownToAll([first, ...others]: readonly Clocks[]): Clocks {
	if (!first) return new Map();
	const known = [...first].map(
		([client, clock]) => [client, Math.min(clock, ...others.map((clocks) => clocks.get(client) ?? 0))] as const
	);
	return new Map(known.filter(([, clock]) => clock > 0));
}

/** Entries and texts that are new in what was there before; not what only made way for them. */
function changesIn({ changed }: Y.Transaction): number {
	let count = 0;
	for (const [type, keys] of changed) {
		for (const key of keys) if (key === null || type._map.get(key)?.deleted === false) count++;
	}
	return count;
}
