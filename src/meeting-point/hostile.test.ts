import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock, virtualClock, type VirtualClock } from '../lib/sync/clock';
import { mqttMeetingPoint } from '../lib/sync/meeting/mqtt-meeting-point';
import type { Socket } from '../lib/sync/meeting/socket';
import { defaultLimits } from './limits.js';
import { serveBroker } from './serve-broker.js';
import {
	connectPacket,
	field,
	frame,
	openRaw,
	openRawClient,
	openRawWebSocket,
	packet,
	publishPacket,
	subscribePacket,
	topicOf,
	unsubscribePacket,
	upgradeRequest,
	type ConnectFields
} from './test-sockets';

let clock: VirtualClock;
let broker: Awaited<ReturnType<typeof serveBroker>>;
beforeEach(async () => {
	clock = virtualClock();
	broker = await serveBroker({ host: '127.0.0.1', port: 0, clock });
});
afterEach(() => broker.close());

/** Whatever was done to the broker: two devices still meet through it, and nothing of the others is left in it. */
async function stillMeets(): Promise<void> {
	const device = () =>
		mqttMeetingPoint({
			openSocket: () => new WebSocket(`ws://127.0.0.1:${broker.port}/`, ['mqtt']) as unknown as Socket,
			clock: systemClock,
			random: () => randomInt(2 ** 32) / 2 ** 32
		});
	const [a, b] = [device(), device()];
	const heard = new Promise<string>((settle) => {
		b.listen(topicOf('e'), (bytes) => settle(new TextDecoder().decode(bytes)));
	});
	await Promise.all([a.open(), b.open()]);
	a.send(topicOf('e'), new TextEncoder().encode('hello'));
	expect(await heard).toBe('hello');
	a.close();
	b.close();
	await expect.poll(() => broker.held()).toMatchObject({ sockets: 0, topics: 0 });
}

const connack = Buffer.from([0x20, 2, 0, 0]);
const refusedSubscription = Buffer.from([0x90, 3, 0, 1, 0x80]);

describe('a client that lies about lengths', () => {
	it.each([
		['a length of five bytes', Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0x7f])],
		['a CONNECT of 256 MB', Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f])],
		['a CONNECT of 5,000 bytes', packet(0x10, Buffer.alloc(5000))],
		['a client id longer than its packet', packet(0x10, field('MQTT'), [4, 2, 0, 60, 0xff, 0xff])],
		['a CONNECT cut short', packet(0x10, [0, 4, 0x4d])],
		['an empty CONNECT', packet(0x10)],
		['no MQTT at all', Buffer.from('GET / HTTP/1.1\r\n\r\n')]
	])('is closed before its CONNECT for %s', async (_, bytes) => {
		const raw = await openRawWebSocket(broker.port);
		raw.mqtt(bytes);
		await raw.closed;
		expect(raw.received().includes(connack)).toBe(false);
		await stillMeets();
	});

	it.each([
		['a message of one byte too many', publishPacket(topicOf('a'), Buffer.alloc(defaultLimits.payload + 1))],
		['the beginning of a large message', Buffer.from([0x30, 0xff, 0xff, 0x03])],
		['a topic longer than its packet', packet(0x30, [0xff, 0xff, 0x61])],
		['a topic of no length', packet(0x30, [0, 0])],
		['an empty PUBLISH', packet(0x30)],
		['an empty SUBSCRIBE', packet(0x82)],
		['a SUBSCRIBE without topics', packet(0x82, [0, 1])],
		['a SUBSCRIBE cut short', packet(0x82, [0, 1, 0, 71, 0x6b])],
		['an UNSUBSCRIBE of nothing', packet(0xa2, [0, 1, 0, 0])],
		['a PINGREQ with a body', packet(0xc0, [1])]
	])('is closed after its CONNECT for %s', async (_, bytes) => {
		const raw = await openRawClient(broker.port);
		raw.mqtt(bytes);
		await raw.closed;
		await stillMeets();
	});
});

describe('a client that asks for more than there is', () => {
	it.each<[string, ConnectFields]>([
		['a session that is kept', { flags: 0 }],
		['a will', { flags: 0x06, rest: [field(topicOf('a')), field('gone')] }],
		['a retained will', { flags: 0x26, rest: [field(topicOf('a')), field('gone')] }],
		['MQTT 3.1', { level: 3 }],
		['a protocol of level 131', { level: 131 }],
		['a reserved flag', { flags: 3 }]
	])('is not greeted with %s', async (_, fields) => {
		const raw = await openRawWebSocket(broker.port);
		raw.mqtt(connectPacket(fields));
		await raw.closed;
		expect(raw.received().includes(connack)).toBe(false);
		await stillMeets();
	});

	it('is told that MQTT 5 is not spoken', async () => {
		const raw = await openRawWebSocket(broker.port);
		raw.mqtt(packet(0x10, field('MQTT'), [5, 2, 0, 60, 0], field('x')));
		await raw.until(Buffer.from([0x20, 2, 0, 1]));
		await raw.closed;
	});

	it.each([
		['a retained message', publishPacket(topicOf('a'), 'x', 0x31)],
		['QoS 1', publishPacket(topicOf('a'), 'x', 0x32)],
		['QoS 2', publishPacket(topicOf('a'), 'x', 0x34)],
		['QoS 3', publishPacket(topicOf('a'), 'x', 0x36)],
		['a repeated message', publishPacket(topicOf('a'), 'x', 0x38)],
		['a message to all', publishPacket('#', 'x')],
		['a message to $SYS', publishPacket('$SYS/broker/load', 'x')],
		['a message to a topic too short', publishPacket(topicOf('a').slice(0, -1), 'x')],
		['a message to a topic in capitals', publishPacket(topicOf('A'), 'x')],
		['a second CONNECT', connectPacket()],
		['a CONNACK', packet(0x20, [0, 0])],
		['a PUBREL', packet(0x62, [0, 1])],
		['an AUTH', packet(0xf0, [0])],
		['a packet of no kind', packet(0x00)],
		['a topic of many levels', subscribePacket('$share/a/kith/1/#')],
		['a SUBSCRIBE with the wrong flags', packet(0x80, [0, 1], field(topicOf('a')), [0])]
	])('is closed for %s', async (_, bytes) => {
		const raw = await openRawClient(broker.port);
		raw.mqtt(bytes);
		await raw.closed;
		await stillMeets();
	});

	it.each(['#', '+/1/x', 'kith/1/#', 'kith/1/+', '$SYS/#', 'x', topicOf('A'), '__proto__'])(
		'is refused to listen to %s',
		async (topic) => {
			const raw = await openRawClient(broker.port);
			raw.mqtt(subscribePacket(topic));
			await raw.until(refusedSubscription);
			raw.socket.destroy();
			await stillMeets();
		}
	);

	it('is refused to listen with QoS 1', async () => {
		const raw = await openRawClient(broker.port);
		raw.mqtt(packet(0x82, [0, 1], field(topicOf('a')), [1]));
		await raw.until(refusedSubscription);
		raw.socket.destroy();
	});

	it('may listen to 32 topics and no more, also after it asked a thousand times', async () => {
		const raw = await openRawClient(broker.port);
		const topics = Array.from({ length: 1000 }, (_, i) => `kith/1/${i.toString(16).padStart(64, '0')}`);
		raw.mqtt(...topics.slice(0, 40).map((topic) => subscribePacket(topic)));
		await raw.until(refusedSubscription);
		await expect.poll(() => broker.held().topics).toBe(32);
		raw.mqtt(...topics.slice(40).map((topic) => subscribePacket(topic)));
		await raw.closed;
		await stillMeets();
	});

	it('has room again for a topic it left', async () => {
		const raw = await openRawClient(broker.port);
		const topics = Array.from({ length: 32 }, (_, i) => `kith/1/${i.toString(16).padStart(64, '0')}`);
		raw.mqtt(subscribePacket(...topics), unsubscribePacket(topics[0] ?? ''));
		await raw.until(Buffer.from([0xb0, 2, 0, 2]));
		raw.mqtt(subscribePacket(topicOf('b')), publishPacket(topicOf('b'), 'room again'));
		await raw.until('room again');
		raw.socket.destroy();
		await stillMeets();
	});

	it('cannot put out another by taking its name', async () => {
		const first = await openRawClient(broker.port);
		first.mqtt(subscribePacket(topicOf('a')));
		await first.until(Buffer.from([0x90, 3, 0, 1, 0]));
		const second = await openRawClient(broker.port);
		second.mqtt(publishPacket(topicOf('a'), 'both are here'));
		await first.until('both are here');
		first.socket.destroy();
		second.socket.destroy();
	});
});

describe('a client that keeps the broker waiting', () => {
	it('is closed when its CONNECT does not come', async () => {
		const raw = await openRawWebSocket(broker.port);
		raw.socket.write(frame(connectPacket().subarray(0, 4)));
		raw.socket.write(frame('', 9));
		await raw.until(Buffer.from([0x8a, 0]));
		clock.advance(defaultLimits.greetingMs);
		await raw.closed;
		await stillMeets();
	});

	it('is closed when it does not end a packet, however it dribbles', async () => {
		const raw = await openRawClient(broker.port);
		const bytes = publishPacket(topicOf('a'), 'x'.repeat(100));
		for (let i = 0; i < 10; i++) {
			raw.mqtt(bytes.subarray(i, i + 1));
			raw.socket.write(frame(String(i), 9));
			await raw.until(Buffer.from([0x8a, 1, 48 + i]));
			clock.advance(defaultLimits.packetMs / 10);
		}
		await raw.closed;
		await stillMeets();
	});

	it('is closed when it is silent, and pings of the WebSocket are no life', async () => {
		const raw = await openRawClient(broker.port);
		clock.advance(defaultLimits.idleMs - 1000);
		raw.mqtt(packet(0xc0));
		await raw.until(Buffer.from([0xd0, 0]));
		clock.advance(defaultLimits.idleMs - 1000);
		raw.socket.write(frame('alive', 9));
		await raw.until('alive');
		clock.advance(1000);
		await raw.closed;
		await stillMeets();
	});

	it('is closed when it does not read what it asked to hear', async () => {
		const deaf = await openRawClient(broker.port);
		deaf.mqtt(subscribePacket(topicOf('a')));
		await deaf.until(Buffer.from([0x90, 3, 0, 1, 0]));
		deaf.socket.pause();
		const loud = await openRawClient(broker.port);
		// As fast as one may, for as long as it takes to fill what systems hold between the two.
		const message = publishPacket(topicOf('a'), Buffer.alloc(defaultLimits.payload));
		while (broker.held().sockets === 2) {
			clock.advance(1000);
			loud.mqtt(message, packet(0xc0));
			await new Promise((settle) => setImmediate(settle));
		}
		deaf.socket.destroy();
		loud.socket.destroy();
		await stillMeets();
	});
});

describe('a client that floods', () => {
	it.each([
		['messages', () => frame(publishPacket(topicOf('a'), 'x'))],
		['pings of MQTT', () => frame(packet(0xc0))],
		['pings of the WebSocket', () => frame('', 9)],
		['pongs nobody asked for', () => frame('', 10)],
		['empty frames', () => frame('')],
		['subscriptions', () => frame(subscribePacket(topicOf('a')))]
	])('with %s is closed', async (_, one) => {
		const raw = await openRawClient(broker.port);
		raw.socket.write(Buffer.concat(Array.from({ length: 1000 }, one)));
		await raw.closed;
		await stillMeets();
	});

	it('with bytes is closed', async () => {
		const raw = await openRawClient(broker.port);
		raw.socket.write(
			Buffer.concat(Array.from({ length: 40 }, () => frame(publishPacket(topicOf('a'), Buffer.alloc(16_000)))))
		);
		await raw.closed;
		await stillMeets();
	});

	it('gets no further by cutting packets into single bytes', async () => {
		const raw = await openRawClient(broker.port);
		const bytes = publishPacket(topicOf('a'), 'x'.repeat(1000));
		raw.socket.write(Buffer.concat([...bytes].map((byte) => frame(Buffer.from([byte])))));
		await raw.closed;
		await stillMeets();
	});

	it('with sockets is turned away at the door, and let in again once time has passed', async () => {
		const statuses = new Set<string>();
		for (let i = 0; i <= defaultLimits.connects.burst; i++) {
			const raw = await openRawWebSocket(broker.port);
			statuses.add(raw.received().toString('latin1').slice(9, 12));
			raw.socket.destroy();
		}
		expect([...statuses]).toEqual(['101', '429']);
		clock.advance(60_000);
		await stillMeets();
	});

	it('with sockets that stay has no more than its share', async () => {
		const held = [];
		for (let i = 0; i < defaultLimits.socketsByAddress; i++) {
			held.push(await openRawClient(broker.port));
			clock.advance(1000);
		}
		const one = await openRawWebSocket(broker.port);
		expect(one.received().toString('latin1')).toContain('429');
		for (const { socket } of held) socket.destroy();
		await expect.poll(() => broker.held().sockets).toBe(0);
		await stillMeets();
	});
});

describe('a client that breaks the WebSocket', () => {
	it.each([
		['text', frame('hello', 1)],
		['a frame that is not masked', frame(connectPacket(), 2, { mask: false })],
		['a frame of 64 kB', frame(Buffer.alloc(65_000))],
		['the beginning of a frame of 2^62 bytes', Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0])],
		['a reserved opcode', frame('x', 3)],
		['reserved bits', Buffer.concat([Buffer.from([0xf2]), frame('x').subarray(1)])],
		['a ping of 200 bytes', frame(Buffer.alloc(200), 9)],
		['a message without end', Buffer.concat(Array.from({ length: 50 }, () => frame('x', 0, { fin: false })))],
		[
			'a message of too many parts',
			Buffer.concat([frame('x', 2, { fin: false }), ...Array.from({ length: 50 }, () => frame('x', 0, { fin: false }))])
		],
		['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) & 0xff))]
	])('is closed for %s', async (_, bytes) => {
		const raw = await openRawWebSocket(broker.port);
		raw.socket.write(bytes);
		await raw.closed;
		await stillMeets();
	});

	it.each([
		['no key', { 'Sec-WebSocket-Key': '' }],
		['an old version', { 'Sec-WebSocket-Version': '7' }],
		['no protocol', { 'Sec-WebSocket-Protocol': 'chat' }],
		['another upgrade', { Upgrade: 'h2c' }],
		['headers of 20 kB', { Cookie: 'x'.repeat(20_000) }]
	])('is refused an upgrade with %s', async (_, headers) => {
		const raw = openRaw(broker.port);
		raw.socket.write(upgradeRequest(headers));
		await raw.closed;
		expect(raw.received().toString('latin1')).toMatch(/^HTTP\/1\.1 4\d\d/);
		await stillMeets();
	});

	it('may vanish at any moment', async () => {
		const whole = Buffer.concat([
			Buffer.from(upgradeRequest()),
			...[connectPacket(), subscribePacket(topicOf('a')), publishPacket(topicOf('a'), 'x')].map((one) => frame(one))
		]);
		for (let cut = 0; cut <= whole.length; cut += 11) {
			clock.advance(1000);
			const raw = openRaw(broker.port);
			await new Promise<void>((settle) => raw.socket.write(whole.subarray(0, cut), () => settle()));
			raw.socket.resetAndDestroy();
		}
		await stillMeets();
	});
});
