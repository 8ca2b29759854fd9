import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.js';
import { useBroker } from './test-broker';
import {
	connectPacket,
	frame,
	openRaw,
	openRawClient,
	openRawWebSocket,
	packet,
	publishPacket,
	subscribePacket,
	topicOf,
	upgradeRequest
} from './test-sockets';

const { clock, held, port, stillMeets } = useBroker();

describe('a client that keeps the broker waiting', () => {
	it('is closed when its CONNECT does not come', async () => {
		const raw = await openRawWebSocket(port());
		raw.socket.write(frame(connectPacket().subarray(0, 4)));
		raw.socket.write(frame('', 9));
		await raw.until(Buffer.from([0x8a, 0]));
		clock.advance(defaultLimits.greetingMs);
		await raw.closed;
		await stillMeets();
	});

	it('is closed when it does not end a packet, however it dribbles', async () => {
		const raw = await openRawClient(port());
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
		const raw = await openRawClient(port());
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
		const deaf = await openRawClient(port());
		deaf.mqtt(subscribePacket(topicOf('a')));
		await deaf.until(Buffer.from([0x90, 3, 0, 1, 0]));
		deaf.socket.pause();
		const loud = await openRawClient(port());
		// As fast as one may, for as long as it takes to fill what systems hold between the two.
		const message = publishPacket(topicOf('a'), Buffer.alloc(defaultLimits.payload));
		while (held().sockets === 2) {
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
		const raw = await openRawClient(port());
		raw.socket.write(Buffer.concat(Array.from({ length: 1000 }, one)));
		await raw.closed;
		await stillMeets();
	});

	it('with bytes is closed', async () => {
		const raw = await openRawClient(port());
		raw.socket.write(
			Buffer.concat(Array.from({ length: 40 }, () => frame(publishPacket(topicOf('a'), Buffer.alloc(16_000)))))
		);
		await raw.closed;
		await stillMeets();
	});

	it('gets no further by cutting packets into single bytes', async () => {
		const raw = await openRawClient(port());
		const bytes = publishPacket(topicOf('a'), 'x'.repeat(1000));
		raw.socket.write(Buffer.concat([...bytes].map((byte) => frame(Buffer.from([byte])))));
		await raw.closed;
		await stillMeets();
	});

	it('with sockets is turned away at the door, and let in again once time has passed', async () => {
		const statuses = new Set<string>();
		for (let i = 0; i <= defaultLimits.connects.burst; i++) {
			const raw = await openRawWebSocket(port());
			statuses.add(raw.received().toString('latin1').slice(9, 12));
			raw.socket.destroy();
		}
		expect([...statuses]).toEqual(['101', '429']);
		clock.advance(60_000);
		await stillMeets();
	});

	it('with sockets that stay has no more than its share', async () => {
		const guests = [];
		for (let i = 0; i < defaultLimits.socketsByAddress; i++) {
			guests.push(await openRawClient(port()));
			clock.advance(1000);
		}
		const one = await openRawWebSocket(port());
		expect(one.received().toString('latin1')).toContain('429');
		for (const { socket } of guests) socket.destroy();
		await expect.poll(() => held().sockets, { timeout: 20_000 }).toBe(0);
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
		const raw = await openRawWebSocket(port());
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
		const raw = openRaw(port());
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
			const raw = openRaw(port());
			await new Promise<void>((settle) => raw.socket.write(whole.subarray(0, cut), () => settle()));
			raw.socket.resetAndDestroy();
		}
		await stillMeets();
	});
});
