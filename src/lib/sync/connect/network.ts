import type { MeetingStatus } from '$lib/devices';
import type { Trouble } from './attempt';
import { openLink, type Link, type Opening } from '../link/link';
import type { MeetingPoint, MeetingState } from '../meeting/meeting-point';
import type { RandomBytes } from '../trust/bytes';
import type { Clock } from '../clock';
import type { Group } from '../trust/group';
import type { DeviceId } from '../trust/identity';
import { createSession, type Introduction } from './introduction';
import { Introductions, type Memory } from './introductions';
import { Peer, type MemberLink, type PeerPorts } from './peer';
import type { Rtc, RtcConnection, RtcOptions } from './rtc';
import { meetingStatusOf } from './meeting-status';

export interface NetworkOptions {
	readonly group: Group;
	/** Null: devices are introduced by scanning alone. It stays its owner's to close. */
	readonly meetingPoint: MeetingPoint | null;
	readonly rtc: Rtc;
	/** Asked for each connection. */
	readonly rtcOptions: () => RtcOptions;
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly memory: Memory;
	/**
	 * A link to a member that holds the same newest secret. Whoever wants to hear its messages watches it before this
	 * returns; those of kind `roster` are not for it. A newer link to the same device replaces the older.
	 */
	readonly onLink: (link: Link) => void;
	/** Linked at this moment: told when a link opens, each minute after, and when it closes. */
	readonly seen: (device: DeviceId, at: number) => void;
}

export interface MemberState {
	readonly link: MemberLink;
	/** Why the newest attempt failed, until there is a link. */
	readonly trouble: Trouble | null;
}

export interface NetworkState {
	/** Another device removed this one. The network has stopped for good. */
	readonly wasRemoved: boolean;
	readonly meeting: MeetingStatus;
	readonly members: ReadonlyMap<DeviceId, MemberState>;
}

export interface Network {
	state(): NetworkState;
	/** Told at once, and at each change. */
	watch(listener: (state: NetworkState) => void): () => void;
	/** The app is online, visible or shown again: whoever is away is called at once. */
	wake(): void;
	/** The device is offline: nobody is called until `wake`. Links stay until they are dead. */
	sleep(): void;
	/** Makes a link of a connection that pairing made. `initiator` is true on exactly one side. */
	adopt(connection: RtcConnection, initiator: boolean): Promise<Opening>;
	/** Closes all links. */
	close(): void;
}

/** Finds the other devices of the group and keeps one link to each. */
export const openNetwork = (options: NetworkOptions): Network => new MeshOfLinks(options);

class MeshOfLinks implements Network {
	readonly #options: NetworkOptions;
	readonly #peers = new Map<DeviceId, Peer>();
	readonly #watchers = new Set<(state: NetworkState) => void>();
	readonly #session: string;
	readonly #introductions: Introductions | null;
	readonly #stopFollowing: () => void;
	#meeting: MeetingState | null = null;
	#told = '';
	#isOver = false;

	constructor(options: NetworkOptions) {
		const { group, meetingPoint } = options;
		this.#options = options;
		this.#session = createSession(options.random);
		this.#introductions =
			meetingPoint &&
			new Introductions({
				...options,
				meetingPoint,
				session: this.#session,
				heard: (from, said, epoch) => this.#peers.get(from)?.heard(said, epoch),
				watchMeeting: (state) => this.#meet(state),
				isAnyoneAway: () => [...this.#peers.values()].some(({ state }) => state !== 'connected')
			});
		this.#stopFollowing = group.watch(() => this.#follow());
		this.#follow();
	}

	state(): NetworkState {
		const { group } = this.#options;
		return {
			wasRemoved: !group.view().members.has(group.identity.id),
			meeting: meetingStatusOf(this.#meeting),
			members: new Map([...this.#peers].map(([id, { state: link, trouble }]) => [id, { link, trouble }]))
		};
	}

	watch(listener: (state: NetworkState) => void): () => void {
		this.#watchers.add(listener);
		listener(this.state());
		return () => void this.#watchers.delete(listener);
	}

	wake(): void {
		if (this.#isOver) return;
		this.#introductions?.wake();
		for (const peer of this.#peers.values()) peer.atOnce();
	}

	sleep(): void {
		this.#introductions?.sleep();
		for (const peer of this.#peers.values()) peer.pause();
	}

	async adopt(connection: RtcConnection, initiator: boolean): Promise<Opening> {
		const fingerprints = connection.fingerprints();
		if (this.#isOver || !fingerprints) {
			connection.close();
			return { link: null, refusal: { word: 'closed', by: 'us' } };
		}
		const { group, clock, random } = this.#options;
		const { channel } = connection;
		const opening = await openLink({ channel, prover: group.prover, initiator, fingerprints, clock, random });
		if (!opening.link) return opening;
		const peer = this.#peers.get(opening.link.peerId);
		if (peer) peer.hold(opening.link);
		else opening.link.close('stopped');
		return opening;
	}

	close(): void {
		if (this.#isOver) return;
		this.#stop('stopped');
		this.#watchers.clear();
	}

	/** The group as it is now: who came, who was removed, which secrets there are. */
	#follow(): void {
		if (this.#isOver) return;
		const { group } = this.#options;
		const { members } = group.view();
		const own = group.identity.id;
		if (!members.has(own)) return this.#stop('removed');
		let isGrown = false;
		for (const [id, peer] of this.#peers) {
			if (members.has(id)) continue;
			this.#peers.delete(id);
			peer.remove();
		}
		for (const id of members.keys()) {
			if (id === own || this.#peers.has(id)) continue;
			this.#peers.set(id, new Peer(id, this.#portsOfPeer()));
			isGrown = true;
		}
		for (const peer of [...this.#peers.values()]) peer.follow();
		this.#introductions?.refresh();
		if (isGrown) this.#introductions?.occasion('itself');
		this.#changed();
	}

	#portsOfPeer(): PeerPorts {
		const { group, rtc, rtcOptions, clock, random, onLink, seen } = this.#options;
		return {
			group,
			session: this.#session,
			rtc,
			rtcOptions,
			prover: group.prover,
			clock,
			random,
			onLink,
			canSay: () => this.#introductions?.isOpen ?? false,
			say: async (to, said: Introduction, epoch) => (await this.#introductions?.say(to, said, epoch)) ?? false,
			seen: (device) => seen(device, clock.now()),
			changed: () => this.#changed(),
			missed: () => this.#introductions?.occasion('itself')
		};
	}

	#meet(state: MeetingState): void {
		const wasOpen = this.#meeting?.status === 'open';
		this.#meeting = state;
		if (state.status === 'open' && !wasOpen) for (const peer of this.#peers.values()) peer.atOnce();
		this.#changed();
	}

	#stop(reason: string): void {
		this.#isOver = true;
		this.#stopFollowing();
		this.#introductions?.stop();
		for (const peer of this.#peers.values()) peer.stop(reason);
		this.#peers.clear();
		this.#changed();
	}

	#changed(): void {
		const state = this.state();
		const told = JSON.stringify([state.wasRemoved, state.meeting, [...state.members]]);
		if (told === this.#told) return;
		this.#told = told;
		for (const watcher of [...this.#watchers]) watcher(state);
	}
}
