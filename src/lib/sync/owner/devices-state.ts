import type { DeviceId, DevicesState, DeviceView, FolderView, MeetingStatus, NetworkSettings } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import { meetingStatusOf } from '../connect/meeting-status';
import type { NetworkState } from '../connect/network';
import type { DeviceExchange } from '../exchange/exchange';
import type { MeetingState } from '../meeting/meeting-point';
import type { Group } from '../trust/group';
import { formatDeviceId } from '../trust/identity';

export interface Known {
	/** Null while this device has none. */
	readonly group: Group | null;
	readonly links: NetworkState | null;
	readonly exchanges: readonly DeviceExchange[];
	readonly photosToCome: number;
	readonly seen: ReadonlyMap<DeviceId, Instant>;
	readonly network: NetworkSettings;
	/** Null where there is no meeting point. */
	readonly meeting: MeetingState | null;
	readonly isSetAside: boolean;
	readonly folder: FolderView | null;
}

/** What the page is told, of all that is known. */
export function devicesState(known: Known): DevicesState {
	const { group, links, exchanges, network, isSetAside, folder } = known;
	const held = exchanges.flatMap(({ held }) => held);
	const rest = { held, meeting: meetingOf(known), network, isSetAside, folder };
	if (!group) {
		return { isPaired: false, wasRemoved: false, own: null, others: [], removed: [], photosToCome: 0, ...rest };
	}
	const { members, removed } = group.view();
	const wasRemoved = links?.wasRemoved ?? false;
	const own = members.get(group.identity.id) ?? removed.get(group.identity.id);
	const others = wasRemoved ? [] : [...members.values()].filter(({ id }) => id !== group.identity.id);
	return {
		isPaired: others.length > 0,
		wasRemoved,
		own: own ? named(own) : null,
		others: others.map((member) => viewOf(named(member), known)),
		removed: wasRemoved ? [] : [...removed.values()].map(named),
		photosToCome: others.length > 0 ? known.photosToCome : 0,
		...rest,
		folder: wasRemoved ? null : folder
	};
}

/** Not opened yet is no trouble: it is opened when there is something to say. */
const meetingOf = ({ meeting }: Known): MeetingStatus =>
	meeting?.status === 'closed' ? 'connecting' : meetingStatusOf(meeting);

function viewOf(device: ReturnType<typeof named>, { links, exchanges, seen }: Known): DeviceView {
	const exchange = exchanges.find((one) => one.device === device.id);
	return {
		...device,
		link: links?.members.get(device.id)?.link ?? 'away',
		having: exchange?.having ?? { kind: 'unknown' },
		seenAt: seen.get(device.id) ?? null,
		offence: exchange?.offence ?? null
	};
}

const named = ({ id, name }: { readonly id: DeviceId; readonly name: string }) => ({
	id,
	name,
	words: formatDeviceId(id)
});
