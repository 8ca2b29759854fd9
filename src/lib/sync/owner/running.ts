import type { DeviceId } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import { openNetwork, type Network } from '../connect/network';
import type { RtcOptions } from '../connect/rtc';
import type { DeviceExchange, Exchange } from '../exchange/exchange';
import type { MeetingPoint } from '../meeting/meeting-point';
import { openPhotoExchange, type PhotoExchange } from '../photos/photo-exchange';
import type { Group } from '../trust/group';
import { memoryIn } from './kept';
import { OwnFiles } from './own-files';
import type { OwnDevicesPorts } from './ports';

/** What runs while this device has a group. */
export interface Running {
	readonly group: Group;
	readonly network: Network;
	readonly exchange: Exchange;
	readonly photos: PhotoExchange;
	readonly files: OwnFiles;
	exchanges(): readonly DeviceExchange[];
	stop(): Promise<void>;
}

export interface RunningOptions extends Pick<
	OwnDevicesPorts,
	'clock' | 'random' | 'rtc' | 'kept' | 'openExchange' | 'openFolder' | 'photos' | 'followPhotos'
> {
	readonly group: Group;
	readonly meetingPoint: MeetingPoint | null;
	readonly rtcOptions: () => RtcOptions;
	/** Whether what the device brings is its first; asked once a link. */
	readonly isFirst: (device: DeviceId) => boolean;
	readonly seen: (device: DeviceId, at: Instant) => void;
	readonly changed: () => void;
}

/** Finds the other devices of the group, and exchanges the document and then photos with each that is linked. */
export async function run(options: RunningOptions): Promise<Running> {
	const { group, kept, isFirst, changed } = options;
	const exchange = await options.openExchange();
	let exchanges: readonly DeviceExchange[] = [];
	const named = options.followPhotos();
	const photos = openPhotoExchange({
		photos: options.photos,
		named,
		clock: options.clock,
		changed
	});
	const network = openNetwork({
		...options,
		memory: memoryIn(kept),
		onLink(link) {
			exchange.join(link, { isFirst: isFirst(link.peerId) });
			photos.join(link);
		}
	});
	const stops = [
		network.watch(changed),
		group.watch(() => {
			for (const device of group.view().removed.keys()) {
				exchange.forget(device);
				photos.forget(device);
			}
			changed();
		}),
		exchange.watch((devices) => {
			exchanges = devices;
			changed();
		})
	];
	const files = new OwnFiles({ ...options, exchange });
	await files.start();
	network.wake();
	return {
		group,
		network,
		exchange,
		photos,
		files,
		exchanges: () => exchanges,
		async stop() {
			for (const stop of stops) stop();
			photos.close();
			named.close();
			network.close();
			await files.stop();
			await exchange.close();
		}
	};
}
