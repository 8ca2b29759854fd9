/** Devices with the real document, disks that lose what is not durable, and links between them, on virtual time. */
import * as Y from 'yjs';
import { contactsDeletedBy } from '$lib/doc/deletions';
import { countContacts, KithDocument } from '$lib/doc/doc';
import { memoryChannels, type MemoryChannels, type Wire } from '../channel';
import { virtualClock, type Clock } from '../clock';
import { directGate, type Gate } from '../gate/gate';
import { openLink, type Link } from '../link/link';
import { createMemoryGroup, type MemoryProver } from '../link/memory-prover';
import { seededRandom } from '../link/random';
import { seen } from '../link/test-devices';
import { openExchange, type DeviceExchange, type Exchange } from './exchange';
import type { Standing } from './standing';
import { directPacking } from './test-packing';

export type World = Awaited<ReturnType<typeof createWorld>>;

export async function createWorld() {
	const group = await createMemoryGroup();
	const clock = countingClock();
	const random = seededRandom(7);
	/** Lets time pass, and what goes on in promises go on. */
	const play = (ms: number) => clock.play(ms, () => new Promise(setImmediate));
	const opened: TestDevice[] = [];

	async function device(id: string, options: DeviceOptions = {}): Promise<TestDevice> {
		const made = new TestDevice(await group.add(id), clock, options);
		await made.start();
		opened.push(made);
		return made;
	}

	async function openLinks(one: TestDevice, other: TestDevice, wire: Wire = {}) {
		const channels = memoryChannels(clock);
		const [near, far] = channels.ends;
		const shared = { clock, random };
		let links: readonly Link[] | null = null;
		void Promise.all([
			openLink({ ...shared, channel: near, prover: one.prover, initiator: true, fingerprints: seen.byInitiator }),
			openLink({ ...shared, channel: far, prover: other.prover, initiator: false, fingerprints: seen.byResponder })
		]).then((openings) => (links = openings.flatMap(({ link }) => link ?? [])));
		// Proofs take no time here, however slow the computer is.
		while (links === null) {
			clock.advance(0);
			await new Promise(setImmediate);
		}
		const [oneLink, otherLink] = links as readonly Link[];
		if (!oneLink || !otherLink) throw new Error('refused');
		channels.tune(wire);
		return { channels, oneLink, otherLink };
	}

	async function join(one: TestDevice, other: TestDevice, { isFirst = false, ...wire }: JoinOptions = {}) {
		const { channels, oneLink, otherLink } = await openLinks(one, other, wire);
		one.exchange.join(oneLink, { isFirst });
		other.exchange.join(otherLink, { isFirst });
		return channels;
	}

	return {
		clock,
		play,
		device,
		openLinks,
		join,
		close: () => Promise.all(opened.map((one) => one.exchange.close()))
	};
}

/** Tells how many timers are waiting. */
function countingClock() {
	const clock = virtualClock(1_000_000);
	let waiting = 0;
	return {
		...clock,
		get waiting() {
			return waiting;
		},
		after(ms: number, run: () => void): () => void {
			let isOver = false;
			const end = () => {
				if (!isOver) waiting--;
				isOver = true;
			};
			waiting++;
			const stop = clock.after(ms, () => {
				end();
				run();
			});
			return () => {
				end();
				stop();
			};
		}
	};
}

export type JoinOptions = Wire & { readonly isFirst?: boolean };

export interface DeviceOptions {
	readonly gate?: Gate;
	/** How long the disk takes. */
	readonly diskMs?: number;
	readonly partBytes?: number;
}

/** Text that hardly packs. */
export function noise(length: number): string {
	const random = seededRandom(length);
	return Buffer.from(random(Math.ceil(length * 0.75)))
		.toString('base64')
		.slice(0, length);
}

export class TestDevice {
	doc = new Y.Doc();
	kith = new KithDocument(this.doc, '', () => 0);
	states: readonly DeviceExchange[] = [];
	diskMs: number;
	/** How long its gate takes. */
	gateMs = 0;
	isDiskFull = false;
	readonly standings = new Map<string, Standing>();
	readonly stored: Uint8Array[] = [];
	#unstored: Uint8Array[] = [];
	#exchange: Exchange | null = null;

	constructor(
		readonly prover: MemoryProver,
		private readonly clock: Clock,
		private readonly options: DeviceOptions
	) {
		this.diskMs = options.diskMs ?? 5;
	}

	get id(): string {
		return this.prover.deviceId;
	}

	get exchange(): Exchange {
		if (!this.#exchange) throw new Error('not started');
		return this.#exchange;
	}

	async start(): Promise<void> {
		const doc = new Y.Doc();
		for (const update of this.stored) Y.applyUpdate(doc, update);
		doc.on('update', (update: Uint8Array) => this.#unstored.push(update));
		this.doc = doc;
		this.kith = new KithDocument(doc, this.id, () => this.clock.now());
		this.#exchange = await openExchange({
			doc,
			clock: this.clock,
			packing: directPacking,
			...(this.options.partBytes && { partBytes: this.options.partBytes }),
			gate: this.options.gate ?? { ...directGate, inspect: (...asked) => this.#inspect(...asked) },
			durable: () => this.#store(),
			countContacts: () => countContacts(doc),
			deletes: (update) => contactsDeletedBy(update, doc),
			restore: async (ids) => this.setDeleted(ids, 0),
			standings: {
				read: async () => new Map(this.standings),
				write: (device, standing) => void this.standings.set(device, standing)
			}
		});
		this.#exchange.watch((states) => (this.states = states));
	}

	/** The app is killed: what was not durable is lost. */
	async crash(channels: readonly MemoryChannels[] = []): Promise<void> {
		for (const one of channels) one.cut();
		const kept = new Map(this.standings);
		await this.exchange.close();
		this.standings.clear();
		for (const [device, standing] of kept) this.standings.set(device, standing);
		this.#unstored = [];
		this.doc = new Y.Doc();
	}

	add(...ids: readonly string[]): void {
		this.kith.change(() => {
			for (const id of ids) this.kith.contacts.add(id, { given: id, notes: 'tea' }, 1);
		});
	}

	rename(id: string, given: string): void {
		this.kith.change(() => this.kith.contacts.edit(id, { texts: { given } }));
	}

	setDeleted(ids: readonly string[], at: number): void {
		this.kith.change(() => {
			for (const id of ids) this.kith.contacts.setDeleted(id, at);
		});
	}

	live(): readonly string[] {
		return [...this.kith.contacts.ids()].filter((id) => this.kith.contacts.isLive(id)).toSorted();
	}

	/** What would be shown of a device now. */
	of(device: TestDevice): DeviceExchange {
		const found = this.ofId(device.id);
		if (!found) throw new Error(`${this.id} knows no ${device.id}`);
		return found;
	}

	ofId(id: string): DeviceExchange | undefined {
		let found: DeviceExchange | undefined;
		this.exchange.watch((states) => (found ??= states.find((one) => one.device === id)))();
		return found;
	}

	havingOf = (device: TestDevice) => this.of(device).having;

	#inspect(...asked: Parameters<Gate['inspect']>): ReturnType<Gate['inspect']> {
		if (this.gateMs === 0) return directGate.inspect(...asked);
		return new Promise((resolve) => this.clock.after(this.gateMs, () => resolve(directGate.inspect(...asked))));
	}

	#store(): Promise<void> {
		const updates = this.#unstored;
		const { doc } = this;
		this.#unstored = [];
		return new Promise((resolve, reject) => {
			this.clock.after(this.diskMs, () => {
				// The app was killed meanwhile, and its writing with it.
				if (this.doc !== doc) return;
				if (this.isDiskFull) {
					this.#unstored.unshift(...updates);
					reject(new Error('the disk is full'));
					return;
				}
				this.stored.push(...updates);
				resolve();
			});
		});
	}
}

export const many = (count: number, name = 'p') => Array.from({ length: count }, (_, at) => `${name}${at}`);
export const same = (...devices: readonly TestDevice[]) =>
	devices.every(({ doc }) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(devices[0]?.doc ?? doc)));
