/** The document, exchanged with the owner's other devices over their links, and what each of them has of it. */
import type * as Y from 'yjs';
import type { DeviceId, Having, HeldDeletion, Offence, Progress } from '$lib/devices';
import type { Clock } from '../clock';
import type { Gate } from '../gate/gate';
import { knowledgeOf } from '../gate/messages';
import type { Link } from '../link/link';
import { Conversation } from './conversation';
import { FileExchange, type FileFromDevice, type FileMoment, type FileVerdict } from './file-exchange';
import { watchFingerprint, type Fingerprints } from './fingerprint';
import { HeldUpdates } from './held-updates';
import { KeptStandings } from './kept-standings';
import type { Packing } from './packing';
import { ReceiptRounds } from './receipt-rounds';
import type { Receipt } from './receipts';
import { openRoom, type Room } from './room';
import { DeviceStanding, type Standing, type Standings } from './standing';
import { Telling } from './telling';
import { madeIn } from './waiting-changes';

export interface ExchangeOptions {
	/** Hydrated. It stays when the exchange closes. */
	readonly doc: Y.Doc;
	readonly clock: Clock;
	/** Stays open. */
	readonly gate: Gate;
	readonly packing: Packing;
	/** In place of the usual size of the parts in which a device that has nothing gets the document. */
	readonly partBytes?: number;
	/** Settles once all that is in the document, at the call, is durably stored; rejects when it could not be. */
	readonly durable: () => Promise<void>;
	/** Contacts in the document that are not in the trash. Asked after each burst of changes. */
	readonly countContacts: () => number;
	/** Contacts that are live here and would not be with an update, which passed the gate. */
	readonly deletes: (update: Uint8Array) => readonly string[];
	/** Brings contacts back from the trash. */
	readonly restore: (contacts: readonly string[]) => Promise<void>;
	readonly standings: Standings;
}

/** What is shown of a device. */
export interface DeviceExchange {
	readonly device: DeviceId;
	readonly isLinked: boolean;
	readonly having: Having;
	readonly offence: Offence | null;
	readonly held: readonly HeldDeletion[];
	/** Of the present link; null without one. */
	readonly progress: Progress | null;
}

export interface Exchange {
	/** The origin of all transactions that bring in what other devices sent. */
	readonly origin: unknown;
	/**
	 * A link of a device in place of any before. It is closed by what goes wrong: with an `Offence`, or `replaced`,
	 * `full` (too much waits), `unable` (the gate failed), `failed`, `closed`. One that is behind is left alone.
	 */
	join(link: Link, options: { readonly isFirst: boolean }): void;
	/** Calls back at once, then at changes; the answer ends it. */
	watch(listener: (devices: readonly DeviceExchange[]) => void): () => void;
	/** Told of each change of the document, whoever made it. */
	watchChanges(listener: () => void): () => void;
	/** Judges and takes what a member wrote into a file, as if it came over a link. Rejects when it cannot be judged or stored. */
	takeFile(file: FileFromDevice): Promise<FileVerdict>;
	/**
	 * What `write` makes of the document as it is, for these devices, once it is durably stored; at once when that is
	 * null. Rejects when it cannot be stored.
	 */
	forFiles<T>(devices: readonly DeviceId[], write: (moment: FileMoment) => T | null): Promise<T | null>;
	/**
	 * Allowed: the update is applied. Else the contacts come back at once, on all devices; rejects when `restore` does,
	 * and then they are in the trash. Nothing happens once more is held than was asked about.
	 */
	answerHeld(id: string, isAllowed: boolean): Promise<void>;
	/** Takes changes again from a device that offended; it must be linked anew. */
	forgive(device: DeviceId): void;
	/** A device that was removed is told nothing more and shown no more. Its link stays, to tell it that. */
	forget(device: DeviceId): void;
	/** Closes the links, too. */
	close(): Promise<void>;
}

let opened = 0;

export async function openExchange(options: ExchangeOptions): Promise<Exchange> {
	const standings = await options.standings.read();
	const exchange = new LinkExchange(options);
	for (const [device, standing] of standings) exchange.recall(device, standing);
	await exchange.open();
	return exchange;
}

class LinkExchange implements Exchange {
	readonly devices = new Map<DeviceId, DeviceStanding>();
	readonly #conversations = new Map<DeviceId, Conversation>();
	readonly #options: ExchangeOptions;
	readonly #fingerprints: Fingerprints;
	readonly #held: HeldUpdates;
	readonly #rounds: ReceiptRounds<Receipt>;
	readonly #telling: Telling;
	readonly #kept: KeptStandings;
	readonly #files: FileExchange;
	#room: Room | null = null;
	#contacts = 0;

	constructor(options: ExchangeOptions) {
		this.#options = options;
		this.#kept = new KeptStandings(options.standings);
		this.#fingerprints = watchFingerprint(options.doc);
		this.#held = new HeldUpdates(options.deletes, options.clock.now());
		this.#rounds = new ReceiptRounds({
			clock: options.clock,
			take: () => this.#take(),
			durable: options.durable,
			tell: (receipt) => this.#conversations.forEach((conversation) => conversation.tell(receipt))
		});
		this.#telling = new Telling(options.clock, {
			state: () => this.#state(),
			isMoving: () => [...this.#conversations.values()].some(({ isBusy }) => isBusy),
			keep: () => this.#kept.keep(this.devices)
		});
		this.#files = new FileExchange({
			...options,
			held: this.#held,
			of: (device) => this.#of(device),
			present: () => this.#present(),
			take: () => this.#take(),
			apply: (update, device) => this.#opened().apply(update, device),
			applyHarmless: () => this.#applyHarmless(),
			offended: (device, offence) => this.#conversations.get(device)?.close(offence),
			changed: () => this.#telling.changed()
		});
	}

	/** Changes that were made just before the app was killed are stored, and may not have been counted. */
	recall(device: DeviceId, standing: Standing): void {
		const { fingerprint, changes } = standing;
		const isUncounted = fingerprint !== null && fingerprint !== this.#fingerprints.now && changes === 0;
		this.devices.set(device, new DeviceStanding(isUncounted ? { ...standing, changes: 1 } : standing));
	}

	async open(): Promise<void> {
		const { doc } = this.#options;
		this.#room = await openRoom(doc, `kith ${opened++}`, (transaction) => {
			const made = madeIn(transaction);
			for (const { changes } of this.devices.values()) changes.add(made);
			if (this.#conversations.size > 0) this.#rounds.touch();
			this.#telling.changed();
			this.#files.applied(transaction);
		});
	}

	get origin(): unknown {
		return this.#opened();
	}

	join(link: Link, { isFirst }: { readonly isFirst: boolean }): void {
		if (link.isBehind) return;
		const device = link.peerId;
		const standing = this.#of(device);
		if (isFirst) standing.isFirst = true;
		this.#conversations.get(device)?.close('replaced');
		if (standing.offence) {
			link.close(standing.offence);
			return;
		}
		const held = this.#held;
		const conversation: Conversation = new Conversation(link, {
			...this.#options,
			room: this.#opened(),
			present: () => this.#present(),
			get isFirst() {
				return standing.isFirst;
			},
			holds: (update, step) => !standing.isFirst && held.holds(device, update, step),
			get isHolding() {
				return held.has(device);
			},
			answered: () => {
				// Two people look at a first exchange, and nothing more comes that could be told of together with it.
				if (standing.isFirst) this.#rounds.soon();
				standing.isFirst = false;
			},
			heard: (receipt) => standing.heard(receipt, this.#present(), this.#options.clock.now()),
			offended: (offence) => (standing.offence = offence),
			changed: () => this.#telling.moved(),
			ended: () => {
				if (this.#conversations.get(device) === conversation) this.#conversations.delete(device);
				this.#telling.changed();
			}
		});
		if (conversation.isOver) return;
		this.#conversations.set(device, conversation);
		this.#rounds.soon();
		this.#telling.changed();
	}

	watch(listener: (devices: readonly DeviceExchange[]) => void): () => void {
		return this.#telling.watch(listener);
	}

	watchChanges(listener: () => void): () => void {
		return this.#files.watch(listener);
	}

	takeFile(file: FileFromDevice): Promise<FileVerdict> {
		return this.#files.read(file);
	}

	forFiles<T>(devices: readonly DeviceId[], write: (moment: FileMoment) => T | null): Promise<T | null> {
		return this.#files.write(devices, write);
	}

	async answerHeld(id: string, isAllowed: boolean): Promise<void> {
		const taken = this.#held.take(id);
		if (!taken) return;
		const gone = this.#apply(taken);
		if (!isAllowed) await this.#options.restore([...gone]);
		this.#applyHarmless();
	}

	forgive(device: DeviceId): void {
		const standing = this.devices.get(device);
		if (standing) standing.offence = null;
		this.#telling.changed();
	}

	forget(device: DeviceId): void {
		this.#conversations.get(device)?.leave();
		this.#held.forget(device);
		this.devices.delete(device);
		this.#kept.forget(device);
		this.#telling.changed();
	}

	async close(): Promise<void> {
		for (const conversation of [...this.#conversations.values()]) conversation.close('closed');
		this.#rounds.stop();
		this.#telling.close();
		this.#fingerprints.close();
		await this.#opened().close();
	}

	#opened(): Room {
		if (!this.#room) throw new Error('the exchange is not open');
		return this.#room;
	}

	#of(device: DeviceId): DeviceStanding {
		const known = this.devices.get(device);
		if (known) return known;
		const standing = new DeviceStanding();
		this.devices.set(device, standing);
		return standing;
	}

	/** Gives whom it put into the trash. */
	#apply({ device, updates }: { readonly device: DeviceId; readonly updates: readonly Uint8Array[] }): Set<string> {
		const gone = new Set<string>();
		for (const update of updates) {
			for (const contact of this.#options.deletes(update)) gone.add(contact);
			this.#opened().apply(update, device);
		}
		this.#conversations.get(device)?.released();
		this.#telling.changed();
		return gone;
	}

	#applyHarmless(): void {
		for (const harmless of this.#held.takeHarmless()) this.#apply(harmless);
	}

	#present(): Receipt {
		const { clocks } = knowledgeOf(this.#options.doc);
		return { fingerprint: this.#fingerprints.now, clocks, contacts: this.#contacts };
	}

	#take(): Receipt {
		this.#contacts = this.#options.countContacts();
		this.#telling.changed();
		return this.#present();
	}

	#state(): readonly DeviceExchange[] {
		const present = this.#fingerprints.now;
		const held = this.#held.list();
		return [...this.devices].map(([device, standing]) => {
			const conversation = this.#conversations.get(device);
			return {
				device,
				isLinked: conversation !== undefined,
				having: standing.having(present, conversation?.isBusy ? conversation.waitingBytes : null),
				offence: standing.offence,
				held: held.filter((one) => one.device === device),
				progress: conversation?.progressFrom(this.#contacts) ?? null
			};
		});
	}
}
