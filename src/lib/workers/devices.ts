/** The owner's devices in the document's thread: the rooms of `sync`, with what this browser has for them. */
import type { NetworkSettings } from '$lib/devices';
import { contactsDeletedBy } from '$lib/doc/deletions';
import { countContacts } from '$lib/doc/doc';
import { followPhotoIds } from '$lib/doc/photo-ids';
import type { Device } from '$lib/storage/device';
import { Photos } from '$lib/storage/photos';
import { openDeviceKeys, type DeviceKeys } from '$lib/storage/device-keys';
import { readDocumentName, setDocumentAside } from '$lib/storage/rescue';
import { systemClock } from '$lib/sync/clock';
import { workerRtc } from '$lib/sync/connect/worker-rtc';
import { directoryFolder } from '$lib/sync/files/directory-folder';
import { openExchange } from '$lib/sync/exchange/exchange';
import { browserPacking } from '$lib/sync/exchange/packing';
import type { Standing, Standings } from '$lib/sync/exchange/standing';
import type { Gate } from '$lib/sync/gate/gate';
import { parseMeetingAddress, type MeetingAddress } from '$lib/sync/meeting/address';
import type { MeetingPoint } from '$lib/sync/meeting/meeting-point';
import { mqttMeetingPoint } from '$lib/sync/meeting/mqtt-meeting-point';
import { openOwnDevices } from '$lib/sync/owner/own-devices';
import { openTabDevices } from '$lib/sync/tabs/tab-devices';
import { systemRandom } from '$lib/sync/trust/bytes';
import { connectGate } from './connect-gate';
import { devicesChannel, type DevicesWish } from './devices-wish';
import type { OpenedDocument } from './document';
import { exposeDevices } from './expose-devices';
import { newId } from './new-id';
import type { ThreadKind } from './thread';

/** What stays while this thread runs, whichever tab leads. */
interface Lasting {
	readonly store: DeviceKeys;
	readonly gate: Gate;
	readonly photos: Photos;
}

export function startDevices(wish: DevicesWish, opening: Promise<OpenedDocument>): void {
	const lasting: Lasting = {
		store: openDeviceKeys(),
		gate: connectGate(() => besideThis('gate'), systemClock),
		photos: new Photos()
	};
	const devices = openTabDevices({
		locks: navigator.locks,
		channel: new BroadcastChannel(devicesChannel),
		clock: systemClock,
		newId,
		open: async () => openDevicesOf(await opening, wish, lasting)
	});
	exposeDevices(devices, wish.devices);
	wish.devices.start();
}

/** Another thread of the same script. */
const besideThis = (kind: ThreadKind): Worker =>
	new Worker(self.location.href, { type: 'module', name: `kith-${kind}` });

async function openDevicesOf(opened: OpenedDocument, wish: DevicesWish, { store, gate, photos }: Lasting) {
	const { device, name, log, kith } = opened;
	// Another tab set this document aside: nothing of it may reach the devices it was set aside for.
	if ((await readDocumentName(device)) !== name) throw new Error('this document was set aside');
	let current = log;
	const count = () => countContacts(current.doc);
	return openOwnDevices({
		store,
		clock: systemClock,
		random: systemRandom,
		rtc: workerRtc(wish.rtc),
		meetingPointOf: (settings) => meetingPointOf(settings, wish),
		openExchange: () =>
			openExchange({
				doc: current.doc,
				clock: systemClock,
				gate,
				packing: browserPacking,
				durable: () => current.settled(),
				countContacts: count,
				deletes: (update) => contactsDeletedBy(update, current.doc),
				restore: (ids) => kith.restore('contact', ids),
				standings: standingsIn(device)
			}),
		photos,
		openFolder: directoryFolder,
		followPhotos: () => followPhotoIds(current.doc),
		kept: device,
		joinAddress: wish.joinAddress,
		countContacts: count,
		takeSnapshot: () => log.takeSnapshot('pairing', count()),
		async setAside() {
			current = await setDocumentAside(device, log, { takenAt: systemClock.now(), contacts: count() });
		}
	});
}

function meetingPointOf({ meetingPoint }: NetworkSettings, { meetingPoint: own }: DevicesWish): MeetingPoint | null {
	const address: MeetingAddress | null =
		meetingPoint.kind === 'own'
			? { url: own, credentials: {} }
			: meetingPoint.kind === 'other'
				? parseMeetingAddress(meetingPoint.address)
				: null;
	if (!address) return null;
	return mqttMeetingPoint({
		openSocket: () => new WebSocket(address.url, 'mqtt'),
		credentials: address.credentials,
		clock: systemClock,
		random: Math.random
	});
}

/** What is known of each device, among this device's own values. */
function standingsIn(device: Device): Standings {
	const key = 'standings';
	let known = new Map<string, Standing>();
	return {
		async read() {
			known = new Map((await device.get(key)) as typeof known | undefined);
			return known;
		},
		write(id, standing) {
			known = new Map(known).set(id, standing);
			device.set(key, known).catch((reason: unknown) => {
				console.info('What a device has could not be kept:', String(reason));
			});
		}
	};
}
