import type { Doc } from 'yjs';
import type { DevicesState } from '$lib/devices';
import type { DeviceExchange } from '$lib/sync/exchange/exchange';
import { contains, isSame } from './contained';
import type { SimulatedDevice } from './device';
import type { World } from './world';

/** A rule of SPEC.md that did not hold. */
export interface Broken {
	readonly rule: string;
	readonly what: string;
}

/** More than one deletes by hand in one go. */
const mostDeleted = 20;
/** What the page is told of the exchange may be so old. */
const toldMs = 60;
const mostTimersOfDevice = 60;
const mostTimersOfPair = 40;
const mostConnectionsOfPair = 6;

/** Checks at every moment what must always hold. */
export class Watching {
	readonly broken: Broken[] = [];
	/** The most there was at once, of each kind. */
	readonly most = { timers: 0, connections: 0, topics: 0 };
	readonly #world: World;
	/** Of each pair, the version of the one that the other was found to have. */
	readonly #found = new Map<string, number>();
	/** Contacts that anyone put into the trash. */
	readonly trashed = new Set<string>();

	constructor(world: World) {
		this.#world = world;
	}

	breaks(rule: string, what: string): void {
		if (this.broken.some((one) => one.rule === rule && one.what === what)) return;
		this.broken.push({ rule, what });
		this.#world.tell(`${rule} is broken: ${what}`);
	}

	/** A new run finds exactly what was durable. */
	opened({ name, disk }: SimulatedDevice, doc: Doc): void {
		if (!isSame(disk.document, doc)) this.breaks('S2', `${name} opened another document than was kept`);
	}

	/** What the exchange says of the others. */
	told(device: SimulatedDevice, doc: Doc, states: readonly DeviceExchange[]): void {
		for (const { device: id, having, offence, held } of states) {
			const other = this.#world.ofId(id);
			if (!other) continue;
			const pair = `${device.name} of ${other.name}`;
			if (offence) this.breaks('S7', `${pair}: ${offence}`);
			if (having.kind === 'up-to-date' && !this.#has(other, device, doc)) this.breaks('S3', `${pair}: up to date`);
			if (having.kind === 'waiting' && having.changes === 0 && !this.#has(other, device, doc))
				this.breaks('S4', `${pair}: nothing waits`);
			for (const { contacts } of held) {
				if (contacts <= mostDeleted || contacts > this.trashed.size)
					this.breaks('S8', `${pair}: ${contacts} held of ${this.trashed.size} ever deleted`);
			}
		}
	}

	/** What the page shows. */
	shown(device: SimulatedDevice, { others }: DevicesState): void {
		const { app } = device;
		if (!app || app.life.isAsleep) return;
		const { now, wokenAt } = app.life;
		if (now() - Math.max(device.changedAt, wokenAt) < toldMs) return;
		for (const { id, having } of others) {
			const other = this.#world.ofId(id);
			if (other && having.kind === 'up-to-date' && !this.#has(other, device, app.log.doc))
				this.breaks('S3', `${device.name} of ${other.name}: shown up to date`);
		}
	}

	/** How much there is of what must stay little. */
	count(): void {
		const { devices, air, point, waiting } = this.#world;
		const pairs = devices.length * (devices.length - 1);
		this.most.timers = Math.max(this.most.timers, waiting);
		this.most.connections = Math.max(this.most.connections, air.live);
		this.most.topics = Math.max(this.most.topics, point.listening);
		if (waiting > mostTimersOfDevice * devices.length + mostTimersOfPair * pairs)
			this.breaks('S6', `${waiting} timers`);
		if (air.live > mostConnectionsOfPair * pairs) this.breaks('S6', `${air.live} connections`);
		if (point.listening > 24 * devices.length) this.breaks('S6', `${point.listening} topics`);
	}

	#has(other: SimulatedDevice, device: SimulatedDevice, doc: Doc): boolean {
		const pair = `${other.name} ${device.name}`;
		if (this.#found.get(pair) === device.version) return true;
		if (!contains(other.disk.document, doc)) return false;
		this.#found.set(pair, device.version);
		return true;
	}
}
