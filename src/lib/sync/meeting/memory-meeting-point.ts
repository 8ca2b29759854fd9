import type { Clock } from '../clock';
import type { Bytes } from './bytes';
import type { ConnectionEvents } from './connection';
import { largestMessage, type MeetingPoint } from './meeting-point';
import { steadyMeetingPoint } from './steady';

/** How a meeting point in memory mistreats messages. Shares are from 0 (the default) to 1, of each delivery. */
export interface Behaviour {
	/** Numbers from 0 up to 1: all chance there is. */
	readonly random: () => number;
	/** Is lost. */
	readonly drop?: number;
	/** Arrives twice. */
	readonly repeat?: number;
	/** Takes from the first to the second, in milliseconds; so messages also arrive out of order. */
	readonly delay?: readonly [number, number];
	/** Is followed by something made up: changed, old, of another topic, or far too large. */
	readonly lie?: number;
	/** Cuts the device off. */
	readonly cut?: number;
}

export interface MemoryMeetingPoint {
	/** One more device's end of it. */
	device(): MeetingPoint;
	/** Cuts everyone off and answers nobody. */
	goDown(): void;
	comeUp(): void;
	behave(behaviour: Behaviour): void;
	/** Topics that are listened to, each counted for each device. */
	readonly listening: number;
}

interface Guest {
	readonly topics: Set<string>;
	readonly events: ConnectionEvents;
	readonly cut: () => void;
}

/** Old messages it remembers to lie with. */
const mostRemembered = 64;

/** A meeting point without a network: what it does wrong, and when, is told and comes out the same each time. */
export function memoryMeetingPoint(clock: Clock, behaviour: Behaviour): MemoryMeetingPoint {
	let ways = behaviour;
	let down = false;
	const guests = new Set<Guest>();
	const heard: { topic: string; bytes: Bytes }[] = [];

	const happens = (share = 0) => share > 0 && ways.random() < share;
	const pick = <T>(list: readonly T[]) => list[Math.floor(ways.random() * list.length)];
	const latency = ([least, most] = ways.delay ?? [0, 0]) => least + ways.random() * (most - least);

	function deliver(guest: Guest, topic: string, bytes: Bytes) {
		clock.after(latency(), () => {
			if (guests.has(guest)) guest.events.heard(topic, bytes.slice());
		});
	}

	function madeUp(topic: string, bytes: Bytes): { topic: string; bytes: Bytes } {
		const changed = bytes.map((byte) => (ways.random() < 0.1 ? byte ^ 0xff : byte));
		const lies = [
			{ topic, bytes: changed },
			{ topic, bytes: bytes.slice(0, Math.floor(ways.random() * bytes.length)) },
			{ topic: `kith/1/${'0'.repeat(64)}`, bytes },
			{ topic, bytes: new Uint8Array(4 * largestMessage) },
			{ topic, bytes: pick(heard)?.bytes ?? bytes }
		];
		return pick(lies) ?? { topic, bytes };
	}

	function pass(topic: string, bytes: Bytes) {
		heard.push({ topic, bytes });
		if (heard.length > mostRemembered) heard.shift();
		for (const guest of [...guests]) {
			if (!guest.topics.has(topic)) continue;
			if (happens(ways.cut)) guest.cut();
			if (!happens(ways.drop)) deliver(guest, topic, bytes);
			if (happens(ways.repeat)) deliver(guest, topic, bytes);
			if (happens(ways.lie)) {
				const lie = madeUp(topic, bytes);
				deliver(guest, lie.topic, lie.bytes);
			}
		}
	}

	function device(): MeetingPoint {
		return steadyMeetingPoint(
			(topics, events) => {
				let over = false;
				const guest: Guest = {
					topics: new Set(topics),
					events,
					cut() {
						if (!guests.delete(guest)) return;
						clock.after(0, () => !over && events.ended('unreachable'));
					}
				};
				clock.after(latency(), () => {
					if (over) return;
					if (down) return events.ended('unreachable');
					guests.add(guest);
					events.opened();
				});
				return {
					listen: (topic) => void guest.topics.add(topic),
					leave: (topic) => void guest.topics.delete(topic),
					send(topic, bytes) {
						if (!guests.has(guest)) return false;
						pass(topic, bytes.slice());
						return true;
					},
					// Who is cut off hears of it at once.
					check: () => undefined,
					end() {
						over = true;
						guests.delete(guest);
					}
				};
			},
			clock,
			() => ways.random()
		);
	}

	return {
		device,
		goDown() {
			down = true;
			for (const guest of [...guests]) guest.cut();
		},
		comeUp: () => void (down = false),
		behave: (next) => void (ways = next),
		get listening() {
			return [...guests].reduce((sum, { topics }) => sum + topics.size, 0);
		}
	};
}
