/** The owner's devices, put together from the parts of this room. */
import type {
	AddStage,
	Adding,
	ConnectionCheck,
	DeviceId,
	Devices,
	DevicesState,
	Joining,
	JoinRequest,
	JoinStage,
	NetworkSettings,
	WayIn
} from '$lib/devices';
import { checkConnection } from '../connect/check-connection';
import { openNetwork, type Network } from '../connect/network';
import type { RtcConnection, RtcOptions } from '../connect/rtc';
import type { DeviceExchange, Exchange } from '../exchange/exchange';
import { foundGroup, openGroup, type Group, type GroupPorts } from '../trust/group';
import { createKeyPairs, identityOf } from '../trust/identity';
import { startAdding } from './adding';
import { devicesState } from './devices-state';
import { followFirstExchange } from './first-exchange';
import { startJoining } from './joining';
import { MeetingPlace } from './meeting-place';
import type { OwnDevicesPorts } from './ports';
import { memoryIn, readNetwork, readSeen, writeNetwork, writeSeen } from './kept';

/** What runs while this device has a group. */
interface Running {
	readonly group: Group;
	readonly network: Network;
	readonly exchange: Exchange;
	readonly stops: readonly (() => void)[];
}

export interface OwnDevices extends Devices {
	/** Online, visible or shown again. */
	wake(): void;
	/** Offline. */
	sleep(): void;
	close(): Promise<void>;
}

export async function openOwnDevices(ports: OwnDevicesPorts): Promise<OwnDevices> {
	const { kept } = ports;
	const fleet = new Fleet(ports, await readNetwork(kept), await readSeen(kept));
	await fleet.open();
	return fleet;
}

class Fleet implements OwnDevices {
	readonly #ports: OwnDevicesPorts;
	readonly #listeners = new Set<(state: DevicesState) => void>();
	/** Devices paired just now: what they bring first is not held. */
	readonly #firsts = new Set<DeviceId>();
	readonly #seen: Map<DeviceId, number>;
	#settings: NetworkSettings;
	readonly #place: MeetingPlace;
	#running: Running | null = null;
	#exchanges: readonly DeviceExchange[] = [];
	/** One change of what runs at a time. */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(ports: OwnDevicesPorts, settings: NetworkSettings, seen: Map<DeviceId, number>) {
		this.#ports = ports;
		this.#settings = settings;
		this.#seen = seen;
		this.#place = new MeetingPlace(ports.meetingPointOf, () => this.#tell());
		this.#place.take(settings);
	}

	open(): Promise<void> {
		return this.#inTurn(async () => {
			const group = (await this.#ports.store.readGroup()) && (await openGroup(await this.#self()));
			if (group) await this.#start(group);
		});
	}

	async watch(listener: (state: DevicesState) => void): Promise<() => void> {
		this.#listeners.add(listener);
		listener(this.#state());
		return () => void this.#listeners.delete(listener);
	}

	rename = (id: DeviceId, name: string): Promise<void> => this.#group().rename(id, name);

	async remove(id: DeviceId): Promise<void> {
		await this.#group().remove(id);
		this.#running?.exchange.forget(id);
	}

	async forgive(id: DeviceId): Promise<void> {
		this.#running?.exchange.forgive(id);
		this.#running?.network.wake();
	}

	async answerHeld(id: string, isAllowed: boolean): Promise<void> {
		await this.#running?.exchange.answerHeld(id, isAllowed);
	}

	async add(way: WayIn, name: string, listener: (stage: AddStage) => void): Promise<Adding> {
		await this.#inTurn(async () => {
			if (!this.#running) await this.#start(await foundGroup(await this.#self(), name));
		});
		const { group, network, exchange } = this.#runs();
		const { rtc, clock, random, joinAddress, countContacts } = this.#ports;
		const expectFirst = (device: DeviceId) => void this.#firsts.add(device);
		const [meetingPoint, rtcOptions] = [this.#place.point, this.#rtcOptions()];
		return startAdding(
			{
				group,
				network,
				exchange,
				meetingPoint,
				rtc,
				rtcOptions,
				clock,
				random,
				joinAddress,
				countContacts,
				expectFirst
			},
			way,
			listener
		);
	}

	async join(request: JoinRequest, listener: (stage: JoinStage) => void): Promise<Joining> {
		if (this.#state().isPaired) {
			listener({ kind: 'refused', word: 'paired-already' });
			return { close: async () => undefined };
		}
		// Its group is of itself alone, or it was removed from it, and then comes back as another device.
		await this.#inTurn(async () => {
			const { wasRemoved } = this.#state();
			await this.#stop();
			await this.#ports.store.forgetGroup();
			if (wasRemoved) await this.#ports.store.forgetKeys();
		});
		const { rtc, clock, random } = this.#ports;
		return startJoining(
			{
				self: await this.#self(),
				meetingPoint: this.#place.point,
				rtc,
				rtcOptions: this.#rtcOptions(),
				clock,
				random,
				joined: (group, connection, tell) => this.#joined(group, connection, request, tell)
			},
			request,
			listener
		);
	}

	async editNetwork(settings: NetworkSettings): Promise<void> {
		this.#settings = await writeNetwork(this.#ports.kept, settings);
		await this.#inTurn(async () => {
			const group = this.#running?.group;
			await this.#stop();
			this.#place.take(this.#settings);
			if (group) await this.#start(group);
		});
		this.#tell();
	}

	checkConnection(): Promise<ConnectionCheck> {
		const { rtc, clock, random } = this.#ports;
		return checkConnection({ meetingPoint: this.#place.point, rtc, rtcOptions: this.#rtcOptions(), clock, random });
	}

	wake(): void {
		this.#running?.network.wake();
	}

	sleep(): void {
		this.#running?.network.sleep();
	}

	close(): Promise<void> {
		this.#listeners.clear();
		return this.#inTurn(async () => {
			await this.#stop();
			this.#place.leave();
		});
	}

	async #joined(
		group: Group,
		connection: RtcConnection | null,
		{ own }: JoinRequest,
		tell: (stage: JoinStage) => void
	): Promise<() => void> {
		const { countContacts, takeSnapshot, setAside, clock } = this.#ports;
		if (countContacts() > 0) await (own === 'merge' ? takeSnapshot() : setAside());
		for (const id of group.view().members.keys()) this.#firsts.add(id);
		await this.#inTurn(() => this.#start(group));
		const { network, exchange } = this.#runs();
		if (connection) void network.adopt(connection, false);
		const nameOf = (id: DeviceId) => group.view().members.get(id)?.name ?? '';
		return followFirstExchange({ exchange, clock, nameOf, device: null, countContacts, tell });
	}

	async #start(group: Group): Promise<void> {
		const { clock, random, rtc, kept, openExchange } = this.#ports;
		const exchange = await openExchange();
		const network = openNetwork({
			group,
			meetingPoint: this.#place.point,
			rtc,
			rtcOptions: () => this.#rtcOptions(),
			clock,
			random,
			memory: memoryIn(kept),
			onLink: (link) => exchange.join(link, { isFirst: this.#firsts.delete(link.peerId) }),
			seen: (device, at) => {
				this.#seen.set(device, at);
				// What is lost of it is when somebody was last here, by a minute.
				void writeSeen(kept, this.#seen).catch(() => undefined);
				this.#tell();
			}
		});
		this.#running = {
			group,
			network,
			exchange,
			stops: [
				network.watch(() => this.#tell()),
				group.watch(() => this.#tell()),
				exchange.watch((devices) => {
					this.#exchanges = devices;
					this.#tell();
				})
			]
		};
		network.wake();
		this.#tell();
	}

	async #stop(): Promise<void> {
		const running = this.#running;
		if (!running) return;
		this.#running = null;
		this.#exchanges = [];
		for (const stop of running.stops) stop();
		running.network.close();
		await running.exchange.close();
		this.#tell();
	}

	async #self(): Promise<GroupPorts> {
		const { store, random, clock } = this.#ports;
		const identity = await identityOf(await store.keepKeys((await store.readKeys()) ?? (await createKeyPairs())));
		return { identity, store, random, now: () => clock.now() };
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => undefined);
		return done;
	}

	#runs(): Running {
		if (!this.#running) throw new Error('no group');
		return this.#running;
	}

	#group(): Group {
		return this.#runs().group;
	}

	#rtcOptions(): RtcOptions {
		const { iceServers, isRelayOnly } = this.#settings;
		return { iceServers, isRelayOnly };
	}

	#tell(): void {
		if (this.#listeners.size === 0) return;
		const state = this.#state();
		for (const listener of [...this.#listeners]) listener(state);
	}

	#state(): DevicesState {
		return devicesState({
			group: this.#running?.group ?? null,
			links: this.#running?.network.state() ?? null,
			exchanges: this.#exchanges,
			seen: this.#seen,
			network: this.#settings,
			meeting: this.#place.state
		});
	}
}
