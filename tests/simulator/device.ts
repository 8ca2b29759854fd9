import type { Doc } from 'yjs';
import { openKith, type OpenedKith } from '$lib/app';
import { memoryHistory } from '$lib/app/history';
import type { DeviceId, DevicesState } from '$lib/devices';
import { contactsDeletedBy } from '$lib/doc/deletions';
import { countContacts } from '$lib/doc/doc';
import { followPhotoIds } from '$lib/doc/photo-ids';
import { KithError } from '$lib/kith';
import { memoryFiles } from '$lib/storage/files';
import { openRecordLog } from '$lib/storage/record-log';
import { createSnapshots } from '$lib/storage/snapshots';
import type { UpdateLog } from '$lib/storage/update-log';
import type { Rtc, RtcConnection } from '$lib/sync/connect/rtc';
import { openExchange, type Exchange, type ExchangeOptions } from '$lib/sync/exchange/exchange';
import type { Folder } from '$lib/sync/files/folder';
import { memoryFolder } from '$lib/sync/files/memory-folder';
import { directPacking } from '$lib/sync/exchange/test-packing';
import { directGate } from '$lib/sync/gate/gate';
import type { MeetingPoint } from '$lib/sync/meeting/meeting-point';
import { MemoryPhotos } from '$lib/sync/photos/test-photos';
import { openOwnDevices, type OwnDevices } from '$lib/sync/owner/own-devices';
import { freshReplica } from '$lib/workers/replica';
import { Disk, DiskRecords } from './disk';
import { Life } from './life';
import type { World } from './world';

/** Longer than the slowest write. */
const restMs = 4_000;
/** So small that a few people already make parts. */
const partBytes = 400;

/** One run of the app. */
export interface App {
	readonly life: Life;
	readonly log: UpdateLog;
	readonly kith: OpenedKith;
	readonly devices: OwnDevices;
}

/** A device of the owner's: the real app on a disk, a clock and a network that are not. */
export class SimulatedDevice {
	readonly disk: Disk;
	/** Null while the app is closed, or is being opened. */
	app: App | null = null;
	exchange: Exchange | null = null;
	state: DevicesState | null = null;
	/** How long its gate takes. */
	gateMs = 0;
	/** How far it ever knew each client. */
	readonly learned = new Map<number, number>();
	/** The clients it wrote as. */
	readonly clients = new Set<number>();
	/** Grows with each change of the document. */
	version = 0;
	changedAt = 0;
	#life: Life | null = null;
	#log: UpdateLog | null = null;
	#connections = new Set<RtcConnection>();
	#point: MeetingPoint | null = null;

	constructor(
		readonly world: World,
		readonly name: string,
		readonly id: DeviceId
	) {
		this.disk = new Disk(world.chance);
	}

	get isRunning(): boolean {
		return this.#life !== null;
	}

	get isAsleep(): boolean {
		return this.#life?.isAsleep ?? false;
	}

	/** Timers that wait in the app. */
	get waiting(): number {
		return this.#life?.waiting ?? 0;
	}

	get removed(): readonly DeviceId[] {
		return this.state?.removed.map(({ id }) => id) ?? [];
	}

	/** One that cannot open, as its first time on a full disk, ends. */
	async open(): Promise<void> {
		const life = new Life(this.world.time);
		this.#life = life;
		try {
			await this.#open(life);
		} catch (error) {
			if (!(error instanceof KithError)) throw error;
			if (this.#life === life) this.crash();
		}
	}

	async #open(life: Life): Promise<void> {
		const { world, disk } = this;
		const snapshots = createSnapshots([memoryFiles()]);
		const places = { records: new DiskRecords(disk, life), snapshots, journal: null };
		const log = await openRecordLog(places, { now: life.now, idleMs: world.idleMs, compactAbove: world.compactAbove });
		this.#log = log;
		log.doc.clientID = world.chance.below(2 ** 32);
		this.clients.add(log.doc.clientID);
		this.version++;
		world.watching.opened(this, log.doc);
		log.doc.on('update', () => {
			this.version++;
			this.changedAt = life.now();
		});
		const { now } = life;
		const newId = () => world.newId();
		const replica = freshReplica();
		const pause = () => Promise.resolve();
		const kith = openKith({ log, derived: null, history: memoryHistory(), replica, now, newId, pause });
		const devices = await openOwnDevices({
			store: disk.keyStore(life),
			clock: world.plant.clock?.(life) ?? life,
			random: world.random,
			rtc: this.#rtc(life),
			meetingPointOf: () => (life.isOver ? null : (this.#point = this.#pointOf(life))),
			openExchange: async () => this.#openExchange(life, log, kith),
			photos: new MemoryPhotos(),
			followPhotos: () => followPhotoIds(log.doc),
			openFolder: () => this.#openFolder(life),
			kept: disk.keptValues(life),
			joinAddress: 'https://kith.example/settings/devices',
			countContacts: () => countContacts(log.doc),
			takeSnapshot: async () => undefined,
			setAside: async () => undefined
		});
		if (life.isOver) return;
		this.app = { life, log, kith, devices };
		await devices.watch((state) => {
			if (life.isOver) return;
			this.state = state;
			world.watching.shown(this, state);
		});
	}

	/** The app is killed. */
	crash(): void {
		const log = this.#log;
		const exchange = this.exchange;
		const connections = this.#leave();
		// What a process takes with it when it ends: here they share one.
		void exchange?.close();
		void log?.close().catch(() => undefined);
		this.disk.crash();
		this.world.air.silence(this.name);
		for (const connection of connections) connection.close();
	}

	/** The app is closed as it should be; what was to be written still is. */
	async close(): Promise<void> {
		const { app } = this;
		if (!app) return;
		this.app = null;
		await app.devices.close();
		// With a full disk it says that not all is kept; the owner was told before.
		await app.log.close().catch(() => undefined);
		await this.#rest(app.life);
		if (this.#life === app.life) this.#leave();
	}

	sleep(): void {
		if (!this.#life) return;
		this.world.air.silence(this.name);
		this.#life.sleep();
	}

	wake(): void {
		this.#life?.wake();
		void this.app?.devices.wake();
	}

	/** How far the document is known here. */
	learn({ store }: Doc): void {
		for (const [client, structs] of store.clients) {
			const last = structs.at(-1);
			const clock = last ? last.id.clock + last.length : 0;
			this.learned.set(client, Math.max(clock, this.learned.get(client) ?? 0));
		}
	}

	/** What is still to be written takes its time; then nothing may wait. */
	async #rest(life: Life): Promise<void> {
		const { time, watching } = this.world;
		for (let round = 0; round < 3 && life.waiting > 0; round++) {
			await new Promise<void>((resolve) => time.after(restMs, resolve));
		}
		if (life.waiting > 0 && !life.isAsleep)
			watching.breaks('S6', `${this.name} closed, and ${life.waiting} timers wait`);
	}

	#leave(): readonly RtcConnection[] {
		if (this.#log) this.learn(this.#log.doc);
		const connections = [...this.#connections];
		this.#connections.clear();
		this.#life?.end();
		this.#point?.close();
		this.#life = null;
		this.#log = null;
		this.#point = null;
		this.app = null;
		this.exchange = null;
		this.state = null;
		return connections;
	}

	async #openExchange(life: Life, log: UpdateLog, kith: OpenedKith): Promise<Exchange> {
		const { doc } = log;
		const { world } = this;
		const options: ExchangeOptions = {
			doc,
			clock: world.plant.clock?.(life) ?? life,
			gate: {
				inspect: (...asked) =>
					this.gateMs === 0
						? directGate.inspect(...asked)
						: new Promise((resolve) => life.after(this.gateMs, () => resolve(directGate.inspect(...asked)))),
				close: () => undefined
			},
			packing: directPacking,
			partBytes,
			durable: () => log.settled(),
			countContacts: () => countContacts(doc),
			deletes: (update) => contactsDeletedBy(update, doc),
			restore: (contacts) => world.restored(this, doc, contacts, () => kith.restore('contact', contacts)),
			standings: this.disk.keptStandings(life)
		};
		const opened = await openExchange(world.plant.exchange?.(options, this) ?? options);
		const exchange = world.plant.opened?.(opened) ?? opened;
		exchange.watch((states) => {
			if (!life.isOver) world.watching.told(this, doc, world.plant.states?.(states) ?? states);
		});
		if (!life.isOver) this.exchange = exchange;
		return exchange;
	}

	#openFolder(life: Life): Folder {
		const { files, plant } = this.world;
		const folder = files?.folder.at(this.name, life, () => this.disk.isFull) ?? memoryFolder(life);
		return plant.folder?.(folder) ?? folder;
	}

	#rtc(life: Life): Rtc {
		const air = this.world.air.device(this.name);
		return {
			open: async (options) => {
				if (life.isOver) return new Promise(() => undefined);
				const connection = await air.open(options);
				this.#connections.add(connection);
				connection.watchState((state) => {
					if (state === 'closed') this.#connections.delete(connection);
				});
				return connection;
			}
		};
	}

	/** A device that sleeps hears nothing. */
	#pointOf(life: Life): MeetingPoint {
		const point = this.world.point.device();
		const awake: MeetingPoint = {
			...point,
			listen: (topic, listener) =>
				point.listen(topic, (bytes) => {
					if (!life.isAsleep && !life.isOver) listener(bytes);
				})
		};
		return this.world.plant.point?.(awake) ?? awake;
	}
}
