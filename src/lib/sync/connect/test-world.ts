import type { Wire } from '../channel';
import { virtualClock, type Clock } from '../clock';
import { fractionFrom, seededRandom } from '../link/random';
import type { Link } from '../link/link';
import { memoryMeetingPoint, type Behaviour, type MemoryMeetingPoint } from '../meeting/memory-meeting-point';
import type { MeetingPoint } from '../meeting/meeting-point';
import { copied, type RandomBytes } from '../trust/bytes';
import { foundGroup, joinGroup, type Group, type GroupPorts } from '../trust/group';
import { createKeyPairs, identityOf } from '../trust/identity';
import { memoryKeyStore } from '../trust/key-store';
import type { Memory, Remembered } from './introductions';
import { memoryAir, type MemoryAir } from './memory-rtc';
import { openNetwork, type Network, type NetworkOptions } from './network';

/** Noon, so that no test meets midnight unless it wants to. */
export const noon = Date.UTC(2027, 0, 15, 12);

/** Operations of WebCrypto that run: virtual time waits for them. */
let running = 0;
const subtle = Object.getPrototypeOf(crypto.subtle) as Record<string, (...args: unknown[]) => Promise<unknown>>;
for (const name of Object.getOwnPropertyNames(subtle)) {
	const run = subtle[name];
	if (!run || name === 'constructor') continue;
	subtle[name] = function (...args) {
		running++;
		return run.apply(this, args).finally(() => running--);
	};
}

/** Lets go on what needs no virtual time. */
export async function settle(): Promise<void> {
	do await new Promise(setImmediate);
	while (running > 0);
}

export const memoryOf = (kept: { remembered: Remembered | null } = { remembered: null }): Memory => ({
	read: async () => kept.remembered,
	write: async (remembered) => void (kept.remembered = remembered)
});

/** One device, which may be started, and started again, any number of times. */
export interface TestDevice {
	readonly name: string;
	readonly group: Group;
	readonly network: Network;
	readonly meetingPoint: MeetingPoint;
	/** Open links that were given out, by the device they lead to. */
	links(): readonly Link[];
	/** Links ever given out. */
	readonly given: readonly Link[];
	readonly seen: ReadonlyMap<string, number>;
	readonly kept: { remembered: Remembered | null };
	start(changes?: Partial<NetworkOptions>): void;
	/** The app ends without a word. */
	crash(): void;
	stop(): void;
}

export interface TestWorld {
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly air: MemoryAir;
	readonly point: MemoryMeetingPoint;
	/** Sorted: each has a lower id than the next. */
	readonly devices: readonly TestDevice[];
	/** What is asked of the clock and has not happened. */
	pending(): number;
	play(ms: number): Promise<void>;
	/** Waits for what goes on, for at most so long; the milliseconds it took, or null. */
	until(holds: () => boolean, ms: number): Promise<number | null>;
	settled<T>(promise: Promise<T>): Promise<T>;
	startAll(): void;
}

export interface WorldOptions {
	readonly seed?: number;
	readonly startMs?: number;
	readonly behaviour?: Omit<Behaviour, 'random'>;
	readonly wire?: Wire;
}

export async function createPorts(now: () => number): Promise<GroupPorts> {
	const identity = await identityOf(await createKeyPairs());
	return { identity, store: memoryKeyStore(), random: (length) => crypto.getRandomValues(new Uint8Array(length)), now };
}

/** Devices that are one group already. */
export async function createGroups(count: number, now: () => number): Promise<Group[]> {
	const first = await foundGroup(await createPorts(now), 'Device 0');
	const groups = [first];
	while (groups.length < count) {
		const ports = await createPorts(now);
		groups.push(await joinGroup(ports, await first.admit(ports.identity.publicKeys, `Device ${groups.length}`)));
	}
	for (const group of groups) await group.merge(first.entries());
	return groups.sort((one, other) => (one.identity.id < other.identity.id ? -1 : 1));
}

export async function createWorld(count: number, options: WorldOptions = {}): Promise<TestWorld> {
	const { seed = 1, startMs = noon, behaviour = {}, wire = { latencyMs: 20 } } = options;
	const time = virtualClock(startMs);
	let pending = 0;
	const clock: Clock = {
		now: time.now,
		after(ms, run) {
			pending++;
			let isPending = true;
			const callOff = time.after(ms, () => {
				isPending = false;
				pending--;
				run();
			});
			return () => {
				if (isPending) pending--;
				isPending = false;
				callOff();
			};
		}
	};
	const seeded = seededRandom(seed);
	const random: RandomBytes = (length) => copied(seeded(length));
	const air = memoryAir(clock, random, wire);
	const point = memoryMeetingPoint(clock, { delay: [10, 40], ...behaviour, random: () => fractionFrom(random) });
	const groups = await createGroups(count, clock.now);
	const devices = groups.map((group, at) => createDevice(`device ${at}`, group, { clock, random, air, point }));
	const play = (ms: number) => time.play(ms, settle);
	return {
		clock,
		random,
		air,
		point,
		devices,
		pending: () => pending,
		play,
		async until(holds, ms) {
			const since = clock.now();
			while (clock.now() - since < ms) {
				await settle();
				if (holds()) return clock.now() - since;
				await play(50);
			}
			return holds() ? ms : null;
		},
		async settled(promise) {
			let isSettled = false;
			const done = promise.finally(() => (isSettled = true));
			while (!isSettled) await play(10);
			return done;
		},
		startAll: () => devices.forEach((device) => device.start())
	};
}

type Surroundings = Pick<TestWorld, 'clock' | 'random' | 'air' | 'point'>;

function createDevice(name: string, group: Group, { clock, random, air, point }: Surroundings): TestDevice {
	const given: Link[] = [];
	const open = new Set<Link>();
	const seen = new Map<string, number>();
	const kept: { remembered: Remembered | null } = { remembered: null };
	let running: { readonly network: Network; readonly meetingPoint: MeetingPoint } | null = null;
	const parts = () => {
		if (!running) throw new Error(`${name} is not started`);
		return running;
	};
	return {
		name,
		group,
		given,
		seen,
		kept,
		get network() {
			return parts().network;
		},
		get meetingPoint() {
			return parts().meetingPoint;
		},
		links: () => [...open],
		start(changes = {}) {
			const meetingPoint = point.device();
			const network = openNetwork({
				group,
				meetingPoint,
				rtc: air.device(name),
				rtcOptions: () => ({ iceServers: [], isRelayOnly: false }),
				clock,
				random,
				memory: memoryOf(kept),
				onLink(link) {
					given.push(link);
					open.add(link);
					link.watchClose(() => open.delete(link));
				},
				seen: (id, at) => void seen.set(id, at),
				...changes
			});
			running = { network, meetingPoint };
		},
		crash() {
			air.silence(name);
			this.stop();
		},
		stop() {
			running?.network.close();
			running?.meetingPoint.close();
			running = null;
		}
	};
}

/** Exactly one open link for each pair, the same at both ends, and each device says so. */
export function isMesh(devices: readonly TestDevice[]): boolean {
	return devices.every((device) => {
		const others = devices.filter((each) => each !== device).map(({ group }) => group.identity.id);
		const peers = device.links().map(({ peerId }) => peerId);
		const { members } = device.network.state();
		return (
			peers.length === others.length &&
			others.every((id) => peers.includes(id) && members.get(id)?.link === 'connected')
		);
	});
}

/** The two at these places. */
export function pairOf({ devices }: TestWorld, one = 0, other = 1): readonly [TestDevice, TestDevice] {
	const [near, far] = [devices[one], devices[other]];
	if (!near || !far) throw new Error('no such devices');
	return [near, far];
}
