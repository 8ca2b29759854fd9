import type { Doc } from 'yjs';
import { Clock } from '$lib/doc/clock';
import { Contacts } from '$lib/doc/contacts';
import { rootsOf } from '$lib/doc/roots';
import type { ContactId } from '$lib/domain/contact';
import { virtualClock, type Clock as SyncClock, type VirtualClock } from '$lib/sync/clock';
import { memoryAir, type MemoryAir } from '$lib/sync/connect/memory-rtc';
import type { DeviceExchange, Exchange, ExchangeOptions } from '$lib/sync/exchange/exchange';
import { memoryMeetingPoint, type Behaviour, type MemoryMeetingPoint } from '$lib/sync/meeting/memory-meeting-point';
import type { MeetingPoint } from '$lib/sync/meeting/meeting-point';
import type { RandomBytes } from '$lib/sync/trust/bytes';
import { foundGroup, joinGroup, type GroupPorts } from '$lib/sync/trust/group';
import { createKeyPairs, identityOf } from '$lib/sync/trust/identity';
import type { Folder } from '$lib/sync/files/folder';
import { Chance } from '../devices/random';
import { CarelessFolder } from './careless-folder';
import { SimulatedDevice, type App } from './device';
import { Oracle, type Edit } from './oracle';
import { Watching } from './watching';

/** A fault put in on purpose, to see that it is caught. */
export interface Plant {
	clock?(life: SyncClock): SyncClock;
	point?(point: MeetingPoint): MeetingPoint;
	exchange?(options: ExchangeOptions, device: SimulatedDevice): ExchangeOptions;
	/** What is shown instead. */
	states?(states: readonly DeviceExchange[]): readonly DeviceExchange[];
	/** What is opened in place of the exchange. */
	opened?(exchange: Exchange): Exchange;
	folder?(folder: Folder): Folder;
	device?(device: SimulatedDevice): void;
	edited?(by: SimulatedDevice, doc: Doc, devices: readonly SimulatedDevice[]): void;
}

/** A file that the owner has somewhere. */
export interface CarriedFile {
	readonly by: string;
	readonly bytes: Blob;
	/** What its writer had at the least. */
	readonly clocks: ReadonlyMap<number, number>;
}

interface Files {
	/** By hand, the oldest first. */
	readonly saved: CarriedFile[];
	readonly folder: CarelessFolder;
}

const noon = Date.UTC(2027, 0, 15, 12);
/** As real ones mistreat messages, only more often. */
export const roughPoint = { drop: 0.1, repeat: 0.1, delay: [5, 500], lie: 0.1, cut: 0.01 } as const;
export const calmPoint = { delay: [10, 40] } as const;

/** Everything of one history: what it draws from chance, its time, its network and its devices. */
export class World {
	readonly chance: Chance;
	readonly random: RandomBytes;
	readonly time: VirtualClock;
	readonly startedAt: number;
	readonly air: MemoryAir;
	readonly point: MemoryMeetingPoint;
	readonly oracle = new Oracle();
	readonly watching: Watching;
	readonly devices: SimulatedDevice[] = [];
	/** When the log thinks of tidying up, and above how many records it does. */
	readonly idleMs: number;
	readonly compactAbove: number;
	/** Timers that wait, of the network and of all apps. */
	waiting = 0;
	/** Null in a history without. */
	readonly files: Files | null = null;
	/** No two devices can reach each other, ever: they have files alone. */
	readonly isApart: boolean = false;
	#made = 0;

	constructor(
		seed: number,
		hasFiles: boolean,
		readonly plant: Plant,
		/** Hears what happens, for a replay. */
		readonly listener: (what: string) => void = () => undefined
	) {
		this.chance = new Chance(seed);
		const bytes = new Chance(seed ^ 0x5eed);
		this.random = (length) => {
			const drawn = new Uint8Array(length);
			for (let at = 0; at < length; at++) drawn[at] = bytes.below(256);
			return drawn;
		};
		this.startedAt = noon + this.chance.below(24 * 60) * 60_000;
		this.time = this.#counting(virtualClock(this.startedAt));
		this.air = memoryAir(this.time, this.random, { latencyMs: 5 + this.chance.below(60), bytesPerSecond: 500_000 });
		this.point = memoryMeetingPoint(this.time, this.behaving(this.chance.is(0.7) ? roughPoint : calmPoint));
		this.watching = new Watching(this);
		this.idleMs = 3_000 + this.chance.below(20_000);
		this.compactAbove = 4 + this.chance.below(20);
		if (!hasFiles) return;
		const names = () => this.devices.map(({ name }) => name);
		this.files = { saved: [], folder: new CarelessFolder(this.chance, this.time.now, names) };
		this.isApart = this.chance.is(0.4);
	}

	behaving = (behaviour: Omit<Behaviour, 'random'>): Behaviour => ({ ...behaviour, random: () => this.chance.next() });

	newId = (): string => `id${++this.#made}`;

	/** What `newId` gives next. */
	get nextId(): string {
		return `id${this.#made + 1}`;
	}

	tell = (what: string): void => this.listener(`${String(this.time.now() - this.startedAt).padStart(8)} ms  ${what}`);

	/** Lets time pass, and what goes on in promises go on: Node comes to the next tick once none can go on. */
	play(ms: number): Promise<void> {
		return this.time.play(ms, () => new Promise((resolve) => process.nextTick(resolve)));
	}

	/** Devices that are one group already, and have not met yet. */
	async begin(count: number): Promise<void> {
		const made = await Promise.all(Array.from({ length: count }, (_, at) => this.#make(`device ${at}`)));
		const [founder, ...others] = made;
		if (!founder) return;
		const group = await foundGroup(founder.ports, founder.device.name);
		for (const { device, ports } of others) {
			await joinGroup(ports, await group.admit(ports.identity.publicKeys, device.name));
		}
		this.setPaths(!this.isApart);
	}

	/** Whether devices can reach each other. */
	setPaths(isOpen: boolean): void {
		for (const one of this.devices)
			for (const other of this.devices) if (one !== other) this.air.setPath(one.name, other.name, isOpen);
	}

	ofId = (id: string): SimulatedDevice | undefined => this.devices.find((device) => device.id === id);

	pick = <T>(from: readonly T[]): T | undefined => this.chance.pick(from);

	/** An edit on a device, and what its owner may count on from the moment it is acknowledged. */
	edit(device: SimulatedDevice, places: readonly string[], value: string, make: (app: App) => Promise<unknown>): void {
		const { app } = device;
		if (!app) return;
		const { doc } = app.log;
		this.oracle
			.note(doc, places, value, device.removed, () => make(app))
			.catch(() => {
				// The disk is full: it is not acknowledged, and stays in the document.
			});
		this.plant.edited?.(device, doc, this.devices);
	}

	erase(device: SimulatedDevice, place: string, make: (app: App) => Promise<unknown>): void {
		const { app } = device;
		if (app) this.oracle.noteErased(place, () => make(app)).catch(() => undefined);
	}

	/** Contacts that come back because the owner said so. */
	restored(
		device: SimulatedDevice,
		doc: Doc,
		contacts: readonly ContactId[],
		restore: () => Promise<void>
	): Promise<void> {
		const back = contacts.filter((id) => !this.isLive(doc, id)).map((id) => `trash/${id}`);
		return this.oracle.note(doc, back, 'live', device.removed, restore);
	}

	isLive = (doc: Doc, id: ContactId): boolean =>
		new Contacts(rootsOf(doc).contacts, { replica: 'reader', clock: new Clock(() => 0) }).isLive(id);

	/** Edits that members must have kept. */
	lostBy = (doc: Doc, members: readonly SimulatedDevice[]): readonly Edit[] =>
		this.oracle.lost(doc, (client) => members.some(({ clients }) => clients.has(client)));

	async #make(name: string): Promise<{ readonly device: SimulatedDevice; readonly ports: GroupPorts }> {
		const pairs = await createKeyPairs();
		const identity = await identityOf(pairs);
		const device = new SimulatedDevice(this, name, identity.id);
		this.plant.device?.(device);
		await device.disk.keys.keepKeys(pairs);
		this.devices.push(device);
		return { device, ports: { identity, store: device.disk.keys, random: this.random, now: this.time.now } };
	}

	#counting(clock: VirtualClock): VirtualClock {
		return {
			...clock,
			after: (ms, run) => {
				let isWaiting = true;
				const end = () => {
					if (isWaiting) this.waiting--;
					isWaiting = false;
				};
				this.waiting++;
				const callOff = clock.after(ms, () => {
					end();
					run();
				});
				return () => {
					end();
					callOff();
				};
			}
		};
	}
}
