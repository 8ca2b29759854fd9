/** Devices of one owner with the real document, each as whole as in a browser but for the network. */
import * as Y from 'yjs';
import type { AddStage, DevicesState, JoinRequest, JoinStage, WayIn } from '$lib/devices';
import { contactsDeletedBy } from '$lib/doc/deletions';
import { countContacts, KithDocument } from '$lib/doc/doc';
import { followPhotoIds } from '$lib/doc/photo-ids';
import type { TestWorld } from '../connect/test-world';
import { openExchange } from '../exchange/exchange';
import type { Standing } from '../exchange/standing';
import { directPacking } from '../exchange/test-packing';
import { memoryFolder } from '../files/memory-folder';
import { directGate } from '../gate/gate';
import { MemoryPhotos } from '../photos/test-photos';
import { memoryKeyStore, type KeyStore } from '../trust/key-store';
import { openOwnDevices, type OwnDevices } from './own-devices';
import type { OwnDevicesPorts } from './ports';

export interface OwnerDevice {
	readonly doc: Y.Doc;
	readonly kith: KithDocument;
	readonly store: KeyStore;
	readonly devices: OwnDevices;
	readonly snapshots: string[];
	readonly photos: MemoryPhotos;
	/** Neither snapshots nor values can be kept. */
	isFull: boolean;
	state(): DevicesState;
	addPeople(...names: readonly string[]): void;
	/** Adds people who have these photos, wherever those are kept. */
	addFaces(...photos: readonly string[]): void;
	/** Names of those who are not in the trash, sorted. */
	people(): readonly string[];
	add(way: WayIn): Promise<{ readonly stages: AddStage[]; readonly adding: Awaited<ReturnType<OwnDevices['add']>> }>;
	join(
		request: Omit<JoinRequest, 'name' | 'own'> & Partial<JoinRequest>
	): Promise<{ readonly stages: JoinStage[]; readonly joining: Awaited<ReturnType<OwnDevices['join']>> }>;
	/** The app is closed and opened again. */
	restart(): Promise<void>;
}

/** What a device has from before, in place of what a new one has. */
export interface OwnerParts {
	readonly store?: KeyStore;
	readonly openFolder?: OwnDevicesPorts['openFolder'];
}

export async function ownerDevice(
	world: TestWorld,
	name: string,
	isAlone = false,
	{ store = memoryKeyStore(), openFolder = () => memoryFolder(world.clock) }: OwnerParts = {}
): Promise<OwnerDevice> {
	const { clock, random, air, point } = world;
	const doc = new Y.Doc();
	const kith = new KithDocument(doc, name, clock.now);
	const values = new Map<string, unknown>();
	const standings = new Map<string, Standing>();
	const snapshots: string[] = [];
	const photos = new MemoryPhotos();
	let state: DevicesState | null = null;

	function assertRoom(): void {
		if (device.isFull) throw new Error('full');
	}

	function keep(snapshot: string): void {
		assertRoom();
		snapshots.push(snapshot);
	}

	async function open(): Promise<OwnDevices> {
		const opened = await openOwnDevices({
			store,
			clock,
			random,
			rtc: air.device(name),
			meetingPointOf: ({ meetingPoint }) => (isAlone || meetingPoint.kind === 'none' ? null : point.device()),
			openExchange: () =>
				openExchange({
					doc,
					clock,
					gate: directGate,
					packing: directPacking,
					durable: async () => undefined,
					countContacts: () => countContacts(doc),
					deletes: (update) => contactsDeletedBy(update, doc),
					restore: async (ids) => kith.change(() => ids.forEach((id) => kith.contacts.setDeleted(id, 0))),
					standings: {
						read: async () => new Map(standings),
						write: (device, standing) => void standings.set(device, standing)
					}
				}),
			photos,
			followPhotos: () => followPhotoIds(doc),
			kept: {
				get: async (key) => values.get(key),
				async set(key, value) {
					assertRoom();
					values.set(key, value);
				}
			},
			openFolder,
			joinAddress: 'https://kith.example/settings/devices',
			countContacts: () => countContacts(doc),
			takeSnapshot: async () => keep('merge'),
			setAside: async () => keep('set-aside')
		});
		await opened.watch((now) => (state = now));
		return opened;
	}

	const device: OwnerDevice = {
		doc,
		kith,
		store,
		snapshots,
		photos,
		isFull: false,
		get devices() {
			return devices;
		},
		state() {
			if (!state) throw new Error('not told');
			return state;
		},
		addPeople(...names) {
			kith.change(() => {
				for (const given of names) kith.contacts.add(`${name} ${given}`, { given }, clock.now());
			});
		},
		addFaces(...ids) {
			kith.change(() => {
				for (const photo of ids) kith.contacts.add(`${name} ${photo}`, { given: photo, photo }, clock.now());
			});
		},
		people: () =>
			[...kith.contacts.ids()]
				.filter((id) => kith.contacts.isLive(id))
				.map((id) => kith.contacts.read(id)?.given ?? '')
				.sort(),
		async add(way) {
			const stages: AddStage[] = [];
			return { stages, adding: await world.settled(devices.add(way, name, (stage) => stages.push(stage))) };
		},
		async join(request) {
			const stages: JoinStage[] = [];
			const whole: JoinRequest = { name, own: 'merge', ...request };
			return { stages, joining: await world.settled(devices.join(whole, (stage) => stages.push(stage))) };
		},
		async restart() {
			await world.settled(devices.close());
			devices = await world.settled(open());
		}
	};
	let devices = await open();
	return device;
}
