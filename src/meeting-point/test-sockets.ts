/** Sockets for tests that break the rules: bytes as they are, over a real connection. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export const topicOf = (digit: string) => `kith/1/${digit.repeat(64)}`;

const text = (value: string | Buffer) => {
	const bytes = Buffer.from(value);
	return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
};

/** An MQTT packet, its length written as it should be. */
export function packet(first: number, ...body: (Buffer | number[])[]): Buffer {
	const whole = Buffer.concat(body.map((part) => Buffer.from(part)));
	const length: number[] = [];
	let rest = whole.length;
	do {
		length.push((rest % 128) + (rest > 127 ? 128 : 0));
		rest = Math.floor(rest / 128);
	} while (rest > 0);
	return Buffer.concat([Buffer.from([first, ...length]), whole]);
}

export interface ConnectFields {
	readonly level?: number;
	readonly flags?: number;
	readonly id?: string;
	readonly keepAlive?: number;
	readonly rest?: readonly Buffer[];
}

export const connectPacket = ({ level = 4, flags = 2, id = 'x', keepAlive = 60, rest = [] }: ConnectFields = {}) =>
	packet(0x10, text(level === 3 ? 'MQIsdp' : 'MQTT'), [level, flags, 0, keepAlive], text(id), ...rest);
export const subscribePacket = (...topics: string[]) =>
	packet(0x82, [0, 1], ...topics.flatMap((topic) => [text(topic), [0]]));
export const unsubscribePacket = (...topics: string[]) => packet(0xa2, [0, 2], ...topics.map(text));
export const publishPacket = (topic: string, payload: string | Buffer, first = 0x30) =>
	packet(first, text(topic), Buffer.from(payload));
export const field = text;

/** A WebSocket frame as a client sends it, masked; `opcode` 2 is binary, 1 text, 9 ping. */
export function frame(payload: Buffer | string, opcode = 2, { fin = true, mask = true } = {}): Buffer {
	const body = Buffer.from(payload);
	const masked = mask ? 0x80 : 0;
	const head =
		body.length < 126
			? [masked | body.length]
			: body.length < 65536
				? [masked | 126, body.length >> 8, body.length & 0xff]
				: [masked | 127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (body.length >>> shift) & 0xff)];
	const key = randomBytes(4);
	return Buffer.concat([
		Buffer.from([(fin ? 0x80 : 0) | opcode, ...head]),
		...(mask ? [key, Buffer.from(body.map((byte, i) => byte ^ (key[i % 4] ?? 0)))] : [body])
	]);
}

export interface RawSocket {
	readonly socket: Socket;
	/** Everything received so far. */
	received(): Buffer;
	/** Sends MQTT packets, each in a binary frame of its own. */
	mqtt(...packets: Buffer[]): void;
	/** Once it was ended by the other side. */
	readonly closed: Promise<void>;
	/** Once `bytes` arrived. */
	until(bytes: Buffer | string): Promise<void>;
}

export function openRaw(port: number): RawSocket {
	let all = Buffer.alloc(0);
	const waiting = new Set<() => void>();
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	socket.on('data', (chunk) => {
		all = Buffer.concat([all, chunk]);
		for (const look of [...waiting]) look();
	});
	const closed = new Promise<void>((settle) => socket.once('close', () => settle()));
	return {
		socket,
		received: () => all,
		mqtt: (...packets) => packets.forEach((one) => socket.write(frame(one))),
		closed,
		until: (bytes) =>
			new Promise((settle) => {
				const look = () => {
					if (!all.includes(bytes)) return;
					waiting.delete(look);
					settle();
				};
				waiting.add(look);
				look();
			})
	};
}

export const upgradeRequest = (headers: Record<string, string> = {}, path = '/') =>
	[
		`GET ${path} HTTP/1.1`,
		...Object.entries({
			Host: 'kith.example',
			Upgrade: 'websocket',
			Connection: 'Upgrade',
			'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
			'Sec-WebSocket-Version': '13',
			'Sec-WebSocket-Protocol': 'mqtt',
			...headers
		}).map(([name, value]) => `${name}: ${value}`),
		'',
		''
	].join('\r\n');

/** A socket that is a WebSocket already, and what comes after is up to the test. */
export async function openRawWebSocket(port: number, headers: Record<string, string> = {}): Promise<RawSocket> {
	const raw = openRaw(port);
	raw.socket.write(upgradeRequest(headers));
	await raw.until('\r\n\r\n');
	return raw;
}

/** The status of the answer to an upgrade. */
export async function upgradeStatus(port: number, headers: Record<string, string> = {}, path = '/'): Promise<number> {
	const raw = openRaw(port);
	raw.socket.write(upgradeRequest(headers, path));
	await raw.until('\r\n\r\n');
	raw.socket.destroy();
	return Number(/^HTTP\/1\.1 (\d+)/.exec(raw.received().toString('latin1'))?.[1]);
}

/** A socket that the broker has greeted. */
export async function openRawClient(port: number): Promise<RawSocket> {
	const raw = await openRawWebSocket(port);
	raw.mqtt(connectPacket());
	await raw.until(Buffer.from([0x20, 2, 0, 0]));
	return raw;
}
