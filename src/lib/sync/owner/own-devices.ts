/** The owner's devices, put together from the parts of this room. */
import type {
	AddStage,
	Adding,
	ConnectionCheck,
	DeviceId,
	DeviceFile,
	Devices,
	DevicesState,
	FileOutcome,
	FolderHandle,
	Joining,
	JoinRequest,
	JoinStage,
	NetworkSettings,
	WayIn
} from '$lib/devices';
import type { PhotoId } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import { checkConnection } from '../connect/check-connection';
import type { RtcConnection, RtcOptions } from '../connect/rtc';
import { foundGroup, openGroup, type Group, type GroupPorts } from '../trust/group';
import { createKeyPairs, identityOf } from '../trust/identity';
import { startAdding } from './adding';
import { devicesState } from './devices-state';
import { followFirstExchange } from './first-exchange';
import { startJoining } from './joining';
import { MeetingPlace } from './meeting-place';
import type { OwnDevicesPorts } from './ports';
import { run, type Running } from './running';
import { readNetwork, readSeen, writeNetwork, writeSeen } from './kept';

export interface OwnDevices extends Devices {
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
	#isSetAside = false;
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
	}

	async forgive(id: DeviceId): Promise<void> {
		this.#running?.exchange.forgive(id);
		this.#running?.photos.forgive(id);
		this.#running?.files.again();
		this.#running?.network.wake();
	}

	async answerHeld(id: string, isAllowed: boolean): Promise<void> {
		await this.#running?.exchange.answerHeld(id, isAllowed);
	}

	async wantPhoto(id: PhotoId): Promise<void> {
		this.#running?.photos.want(id);
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

	saveFile = async (): Promise<DeviceFile | null> => (await this.#running?.files.save()) ?? null;

	openFile = async (file: Blob): Promise<FileOutcome> =>
		(await this.#running?.files.take(file)) ?? { kind: 'refused', word: 'alone', device: '' };

	async useFolder(handle: FolderHandle | null): Promise<void> {
		await this.#runs().files.use(handle);
	}

	async wake(): Promise<void> {
		this.#running?.network.wake();
		this.#running?.files.wake();
	}

	async leave(): Promise<void> {
		this.#running?.files.leave();
	}

	async sleep(): Promise<void> {
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
		const { countContacts, takeSnapshot, setAside, clock, store } = this.#ports;
		try {
			if (countContacts() > 0)
				await (own === 'merge' ? takeSnapshot() : setAside().then(() => (this.#isSetAside = true)));
		} catch (reason) {
			// Nothing may come in over people who are not kept: at the next start there is no group to be in touch with.
			await store.forgetGroup();
			throw reason;
		}
		for (const id of group.view().members.keys()) this.#firsts.add(id);
		await this.#inTurn(() => this.#start(group));
		const { network, exchange } = this.#runs();
		if (connection) void network.adopt(connection, false);
		const nameOf = (id: DeviceId) => group.view().members.get(id)?.name ?? '';
		return followFirstExchange({ exchange, clock, nameOf, device: null, countContacts, tell });
	}

	async #start(group: Group): Promise<void> {
		this.#running = await run({
			...this.#ports,
			group,
			meetingPoint: this.#place.point,
			rtcOptions: () => this.#rtcOptions(),
			isFirst: (device) => this.#firsts.delete(device),
			seen: (device, at) => this.#see(device, at),
			changed: () => this.#tell()
		});
		this.#tell();
	}

	async #stop(): Promise<void> {
		const running = this.#running;
		this.#running = null;
		await running?.stop();
		this.#tell();
	}

	#see(device: DeviceId, at: Instant): void {
		this.#seen.set(device, at);
		writeSeen(this.#ports.kept, this.#seen).catch((reason: unknown) =>
			console.info('When a device was last here could not be kept:', String(reason))
		);
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
			exchanges: this.#running?.exchanges() ?? [],
			photosToCome: this.#running?.photos.toCome ?? 0,
			seen: this.#seen,
			network: this.#settings,
			meeting: this.#place.state,
			isSetAside: this.#isSetAside,
			folder: this.#running?.files.view ?? null
		});
	}
}
