#!/usr/bin/env node
/**
 * How many pairs of devices the meeting point introduces a second on this computer, beside how many the same sockets
 * could do with a server that only sends back what it gets. Broker, echo and clients each have a process of their own,
 * one after the other, so that none measures another's work.
 *
 * An introduction is what two devices do that wake up: both connect, both subscribe, one says hello, the other answers,
 * both leave. The echo does as many round trips over as many sockets: connect, three messages there and back, leave.
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { WebSocket, WebSocketServer } from 'ws';
import { defaultLimits } from './limits.js';
import { serveBroker } from './serve-broker.js';

const pairs = 4000;
const atOnce = 100;
const message = Buffer.alloc(200, 7);

/**
 * An MQTT packet of up to 16,383 bytes, of parts that are bytes or texts with their length before them.
 * @param {number} first kind and flags
 * @param {(string | Buffer | number[])[]} parts
 */
function packet(first, ...parts) {
	const body = Buffer.concat(
		parts.map((part) =>
			typeof part === 'string'
				? Buffer.concat([Buffer.from([part.length >> 8, part.length & 0xff]), Buffer.from(part)])
				: Buffer.from(part)
		)
	);
	const { length } = body;
	return Buffer.concat([
		Buffer.from(length < 128 ? [first, length] : [first, (length % 128) | 128, length >> 7]),
		body
	]);
}
/** All devices have one address here. */
const limits = {
	...defaultLimits,
	socketsByAddress: Infinity,
	connects: { burst: Infinity, perSecond: Infinity }
};

/** @returns {Promise<number>} the port */
function serveEcho() {
	const server = createServer();
	const sockets = new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: () => 'mqtt' });
	sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
	return new Promise((settle) => {
		server.listen(0, '127.0.0.1', () => settle(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
	});
}

/**
 * A socket and what arrives on it, one after the other.
 * @param {number} port
 */
async function open(port) {
	const socket = new WebSocket(`ws://127.0.0.1:${port}/`, ['mqtt'], { perMessageDeflate: false });
	/** @type {Buffer[]} */
	const arrived = [];
	/** @type {((data: Buffer) => void) | undefined} */
	let waiting;
	socket.on('message', (/** @type {Buffer} */ data) => {
		if (!waiting) return arrived.push(data);
		waiting(data);
		waiting = undefined;
	});
	await new Promise((settle, fail) => {
		socket.once('open', settle);
		socket.once('error', fail);
		socket.once('close', () => fail(new Error('a socket was closed')));
	});
	/** @returns {Promise<Buffer>} */
	const next = () =>
		new Promise((settle) => (arrived[0] ? settle(/** @type {Buffer} */ (arrived.shift())) : (waiting = settle)));
	return { socket, next, say: (/** @type {Buffer} */ bytes) => socket.send(bytes) };
}

/**
 * @param {number} port
 * @param {number} number
 */
async function introduce(port, number) {
	const topic = `kith/1/${number.toString(16).padStart(64, '0')}`;
	const devices = await Promise.all([open(port), open(port)]);
	const [a, b] = devices;
	await Promise.all(
		devices.map(async ({ say, next }) => {
			say(packet(0x10, 'MQTT', [4, 2, 0, 60], 'x'));
			await next();
			say(packet(0x82, [0, 1], topic, [0]));
			await next();
		})
	);
	const hello = packet(0x30, topic, message);
	a.say(hello);
	await Promise.all([a.next(), b.next()]);
	b.say(hello);
	await Promise.all([a.next(), b.next()]);
	for (const { socket } of devices) socket.terminate();
}

/** @param {number} port */
async function echo(port) {
	const devices = await Promise.all([open(port), open(port)]);
	await Promise.all(
		devices.map(async ({ say, next }) => {
			for (let i = 0; i < 3; i++) {
				say(message);
				await next();
			}
		})
	);
	for (const { socket } of devices) socket.terminate();
}

/**
 * Pairs a second, `atOnce` of them at a time.
 * @param {(number: number) => Promise<void>} meet
 */
async function measure(meet) {
	let started = 0;
	const begin = performance.now();
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			while (started < pairs) await meet(started++);
		})
	);
	return pairs / ((performance.now() - begin) / 1000);
}

/**
 * Starts this file again as a server of its own.
 * @param {'broker' | 'echo'} kind
 * @param {(port: number) => Promise<number>} run
 */
async function against(kind, run) {
	const child = fork(fileURLToPath(import.meta.url), [kind]);
	/** @type {number} */
	const port = await new Promise((settle, fail) => {
		child.once('message', (port) => settle(Number(port)));
		child.once('exit', () => fail(new Error(`${kind} ended`)));
	});
	try {
		return await run(port);
	} finally {
		child.kill();
	}
}

const [kind] = process.argv.slice(2);
if (kind === 'echo') process.send?.(await serveEcho());
else if (kind === 'broker') process.send?.((await serveBroker({ host: '127.0.0.1', port: 0, limits })).port);
else {
	const echoed = await against('echo', (port) => measure(() => echo(port)));
	const introduced = await against('broker', (port) => measure((number) => introduce(port, number)));
	console.log(
		`${Math.round(introduced)} pairs of devices introduced a second; a bare echo does ${Math.round(echoed)} (${(introduced / echoed).toFixed(2)} of it)`
	);
}
