import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.js';
import { useBroker } from './test-broker';
import {
	connectPacket,
	field,
	openRawClient,
	openRawWebSocket,
	packet,
	publishPacket,
	subscribePacket,
	topicOf,
	unsubscribePacket,
	type ConnectFields
} from './test-sockets';

const { held, port, stillMeets } = useBroker();
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
		const raw = await openRawWebSocket(port());
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
		const raw = await openRawClient(port());
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
		const raw = await openRawWebSocket(port());
		raw.mqtt(connectPacket(fields));
		await raw.closed;
		expect(raw.received().includes(connack)).toBe(false);
		await stillMeets();
	});

	it('is told that MQTT 5 is not spoken', async () => {
		const raw = await openRawWebSocket(port());
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
		const raw = await openRawClient(port());
		raw.mqtt(bytes);
		await raw.closed;
		await stillMeets();
	});

	it.each(['#', '+/1/x', 'kith/1/#', 'kith/1/+', '$SYS/#', 'x', topicOf('A'), '__proto__'])(
		'is refused to listen to %s',
		async (topic) => {
			const raw = await openRawClient(port());
			raw.mqtt(subscribePacket(topic));
			await raw.until(refusedSubscription);
			raw.socket.destroy();
			await stillMeets();
		}
	);

	it('is refused to listen with QoS 1', async () => {
		const raw = await openRawClient(port());
		raw.mqtt(packet(0x82, [0, 1], field(topicOf('a')), [1]));
		await raw.until(refusedSubscription);
		raw.socket.destroy();
	});

	it('may listen to 32 topics and no more, also after it asked a thousand times', async () => {
		const raw = await openRawClient(port());
		const topics = Array.from({ length: 1000 }, (_, i) => `kith/1/${i.toString(16).padStart(64, '0')}`);
		raw.mqtt(...topics.slice(0, 40).map((topic) => subscribePacket(topic)));
		await raw.until(refusedSubscription);
		await expect.poll(() => held().topics, { timeout: 20_000 }).toBe(32);
		raw.mqtt(...topics.slice(40).map((topic) => subscribePacket(topic)));
		await raw.closed;
		await stillMeets();
	});

	it('has room again for a topic it left', async () => {
		const raw = await openRawClient(port());
		const topics = Array.from({ length: 32 }, (_, i) => `kith/1/${i.toString(16).padStart(64, '0')}`);
		raw.mqtt(subscribePacket(...topics), unsubscribePacket(topics[0] ?? ''));
		await raw.until(Buffer.from([0xb0, 2, 0, 2]));
		raw.mqtt(subscribePacket(topicOf('b')), publishPacket(topicOf('b'), 'room again'));
		await raw.until('room again');
		raw.socket.destroy();
		await stillMeets();
	});

	it('cannot put out another by taking its name', async () => {
		const first = await openRawClient(port());
		first.mqtt(subscribePacket(topicOf('a')));
		await first.until(Buffer.from([0x90, 3, 0, 1, 0]));
		const second = await openRawClient(port());
		second.mqtt(publishPacket(topicOf('a'), 'both are here'));
		await first.until('both are here');
		first.socket.destroy();
		second.socket.destroy();
	});
});
