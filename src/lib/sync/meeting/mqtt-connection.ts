import type { Clock } from '../clock';
import type { Connection, ConnectionEvents } from './connection';
import { createPacketReader } from './frames';
import type { Trouble } from './meeting-point';
import {
	connectPacket,
	disconnectPacket,
	pingPacket,
	publishPacket,
	readIncoming,
	subscribePacket,
	unsubscribePacket,
	type Credentials,
	type Incoming
} from './packets';
import type { OpenSocket, Socket } from './socket';

/** From the first try to the first topics listened to, in milliseconds. */
const patience = 15_000;
/** How often life is asked for, and how long the answer may take. Many proxies cut what is silent for a minute. */
const pingEvery = 45_000;
const pongWithin = 10_000;
/** Packets taken within a window of time: some hundred times what the owner's devices have to say to each other. */
const mostPackets = 500;
const packetWindow = 10_000;
/** Bytes that may wait to be sent: beyond, the network does not take them and a message is better lost. */
const mostWaiting = 256 * 1024;

export interface MqttServer {
	readonly openSocket: OpenSocket;
	readonly credentials: Credentials;
}

/** One connection to an MQTT broker over a WebSocket, under a name of no meaning. */
export function connectMqtt(
	{ openSocket, credentials }: MqttServer,
	clientId: string,
	topics: readonly string[],
	clock: Clock,
	events: ConnectionEvents
): Connection {
	let phase: 'greeting' | 'subscribing' | 'open' | 'over' = 'greeting';
	let socket: Socket | undefined;
	let packetId = 0;
	let stopTimer = clock.after(patience, () => fail('unreachable'));
	let stopPinging = () => {};
	const flood = createFloodGauge(clock);
	const read = createPacketReader();
	const nextId = () => (packetId = (packetId % 65_535) + 1);

	try {
		socket = openSocket();
		socket.binaryType = 'arraybuffer';
		socket.onopen = () => {
			if (phase === 'greeting') socket?.send(connectPacket(clientId, (2 * pingEvery) / 1000, credentials));
		};
		socket.onmessage = ({ data }) => take(data);
		socket.onclose = () => fail('unreachable');
		socket.onerror = () => fail('unreachable');
	} catch {
		stopTimer();
		stopTimer = clock.after(0, () => fail('unreachable'));
	}

	function release() {
		phase = 'over';
		stopTimer();
		stopPinging();
		if (!socket) return;
		socket.onopen = socket.onmessage = socket.onclose = null;
		// Node's sockets throw an error that nobody hears, and one closed before it was open has one to tell.
		socket.onerror = () => undefined;
		socket.close();
	}

	function fail(why: Trouble) {
		if (phase === 'over') return;
		release();
		events.ended(why);
	}

	function take(data: unknown) {
		const packets = data instanceof ArrayBuffer ? read(new Uint8Array(data)) : null;
		if (packets === null) return fail('protocol');
		// A byte at a time is a flood as well.
		if (flood.isOver(Math.max(1, packets.length))) return fail('flood');
		for (const packet of packets) {
			if (phase === 'over') return;
			const incoming = readIncoming(packet);
			if (incoming === null) return fail('protocol');
			answer(incoming);
		}
	}

	function answer(incoming: Incoming) {
		if (phase === 'greeting') {
			if (incoming.kind !== 'connack') return fail('protocol');
			if (incoming.code !== 0) return fail(incoming.code === 4 || incoming.code === 5 ? 'password' : 'protocol');
			if (topics.length === 0) return opened();
			phase = 'subscribing';
			return socket?.send(subscribePacket(nextId(), topics));
		}
		if (incoming.kind === 'connack') return fail('protocol');
		if (incoming.kind === 'suback') {
			if (incoming.refused) return fail('topics');
			if (phase === 'subscribing') opened();
		}
		if (incoming.kind === 'message') {
			// What was retained is old, and none of our devices asks for that: somebody replays.
			if (!incoming.retained) events.heard(incoming.topic, incoming.bytes);
		}
		if (incoming.kind === 'pingresp') stopTimer();
	}

	function opened() {
		phase = 'open';
		stopTimer();
		stopPinging = clock.after(pingEvery, ping);
		events.opened();
	}

	function ping() {
		stopTimer();
		stopPinging();
		socket?.send(pingPacket());
		stopTimer = clock.after(pongWithin, () => fail('unreachable'));
		stopPinging = clock.after(pingEvery, ping);
	}

	return {
		listen: (topic) => socket?.send(subscribePacket(nextId(), [topic])),
		leave: (topic) => socket?.send(unsubscribePacket(nextId(), [topic])),
		send(topic, bytes) {
			if (!socket || phase !== 'open' || socket.bufferedAmount > mostWaiting) return false;
			socket.send(publishPacket(topic, bytes));
			return true;
		},
		check() {
			if (phase === 'open') ping();
		},
		end() {
			if (phase === 'open') socket?.send(disconnectPacket());
			release();
		}
	};
}

function createFloodGauge(clock: Clock) {
	let since = clock.now();
	let count = 0;
	return {
		/** Counts `more`. */
		isOver(more: number): boolean {
			const now = clock.now();
			// Also when the clock was set back.
			if (Math.abs(now - since) >= packetWindow) {
				since = now;
				count = 0;
			}
			count += more;
			return count > mostPackets;
		}
	};
}
