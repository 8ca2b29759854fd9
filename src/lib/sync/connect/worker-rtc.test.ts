import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChannelClosed, drainedBelowBytes, mostSentBytes } from '../channel';
import { chromiumPlainAnswer, chromiumPlainOffer } from '../pairing/test-descriptions';
import { servePageRtc } from './page-rtc';
import { RtcFailed, type RtcConnection, type RtcOptions } from './rtc';
import { TestPeerConnection } from './test-peer';
import { workerRtc } from './worker-rtc';

const options: RtcOptions = { iceServers: [], isRelayOnly: false };
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function createPage() {
	const { port1, port2 } = new MessageChannel();
	const peers: TestPeerConnection[] = [];
	const Peer = class extends TestPeerConnection {
		constructor(configuration: RTCConfiguration) {
			super(configuration);
			if (configuration.iceServers?.some(({ urls }) => urls === 'bad')) throw new SyntaxError('bad');
			peers.push(this);
		}
	};
	const stop = servePageRtc(port2, Peer as unknown as typeof RTCPeerConnection);
	closing.push(stop, () => port1.close());
	return { rtc: workerRtc(port1), peers, stop };
}

async function connect() {
	const page = createPage();
	const connection = await page.rtc.open(options);
	await connection.offer();
	const [peer] = page.peers;
	const channel = peer?.channels[0];
	if (!peer || !channel) throw new Error('no connection');
	peer.connect();
	await vi.waitFor(() => expect(stateOf(connection)).toBe('connected'));
	closing.push(() => connection.close());
	return { ...page, connection, peer, channel };
}

function stateOf(connection: RtcConnection): string {
	let state = '';
	connection.watchState((told) => (state = told))();
	return state;
}
const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true));

describe('a connection of the page, seen from the worker', () => {
	it('C1 has the descriptions and the certificates that were set', async () => {
		const { rtc } = createPage();
		const connection = await rtc.open(options);
		expect(await connection.offer()).toEqual({ type: 'offer', sdp: chromiumPlainOffer });
		expect(connection.fingerprints()).toBeNull();
		await connection.accept({ type: 'answer', sdp: chromiumPlainAnswer });
		expect(connection.fingerprints()?.peer).toHaveLength(32);
		await expect(connection.accept({ type: 'answer', sdp: 'x' })).rejects.toThrow(RtcFailed);
		connection.close();
	});

	it('C1 uses the owner’s servers, through relays alone where they want that', async () => {
		const { rtc, peers } = createPage();
		const server = { urls: 'turn:turn.example', username: 'ana', credential: 'secret' };
		const connection = await rtc.open({ iceServers: [server], isRelayOnly: true });
		await connection.offer();
		expect(peers[0]?.configuration).toEqual({ iceServers: [server], iceTransportPolicy: 'relay' });
		connection.close();
	});

	it('C1 fails where a server’s address is none', async () => {
		const { rtc } = createPage();
		const connection = await rtc.open({ iceServers: [{ urls: 'bad' }], isRelayOnly: false });
		await expect(connection.offer()).rejects.toThrow(RtcFailed);
		await until(() => stateOf(connection) === 'closed');
	});

	it('C3 counts what was posted as buffered until it has left, to the last byte', async () => {
		const { connection, channel } = await connect();
		const part = new Uint8Array(mostSentBytes);
		for (let sent = 0; sent < 2 * drainedBelowBytes; sent += part.length) connection.channel.send(part);
		expect(connection.channel.bufferedBytes).toBe(2 * drainedBelowBytes);
		const drained = connection.channel.whenDrained();
		await until(() => channel.bufferedAmount === 2 * drainedBelowBytes);
		channel.drain(drainedBelowBytes);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(connection.channel.bufferedBytes).toBe(2 * drainedBelowBytes);
		channel.drain(drainedBelowBytes / 2);
		await drained;
		expect(connection.channel.bufferedBytes).toBe(drainedBelowBytes / 2);
		channel.drain(drainedBelowBytes);
		await until(() => connection.channel.bufferedBytes === 0);
		expect(() => connection.channel.send(new Uint8Array(mostSentBytes + 1))).toThrow(RangeError);
	});

	it('C4 ends with the page, with the browser’s word and with a channel of the other side', async () => {
		for (const end of [
			({ stop }: Awaited<ReturnType<typeof connect>>) => stop(),
			({ peer }: Awaited<ReturnType<typeof connect>>) => peer.become('failed'),
			({ peer }: Awaited<ReturnType<typeof connect>>) => peer.channels[1]?.become('closed')
		]) {
			const connected = await connect();
			const waiting = connected.connection.accept({ type: 'answer', sdp: 'x' }).catch((error: unknown) => error);
			end(connected);
			await until(() => stateOf(connected.connection) === 'closed');
			expect(() => connected.connection.channel.send(Uint8Array.of(1))).toThrow(ChannelClosed);
			await expect(connected.connection.channel.whenDrained()).rejects.toThrow(ChannelClosed);
			expect(await waiting).toBeInstanceOf(RtcFailed);
			await until(() => connected.peer.connectionState === 'closed');
		}
	});

	it('C4 goes on looking for a path until the worker has had enough', async () => {
		const { rtc, peers } = createPage();
		const connection = await rtc.open(options);
		await connection.offer();
		peers[0]?.become('failed');
		await connection.accept({ type: 'answer', sdp: chromiumPlainAnswer });
		peers[0]?.connect();
		await until(() => stateOf(connection) === 'connected');
		connection.close();
		await until(() => peers[0]?.connectionState === 'closed');
	});

	it('C4 is closed by what no device of ours sends: text, too much at once, a flood nobody listens to', async () => {
		for (const data of ['text', new ArrayBuffer(mostSentBytes + 1)]) {
			const { connection, channel } = await connect();
			channel.receive(data);
			await until(() => stateOf(connection) === 'closed');
		}
		const { connection, peer } = await connect();
		for (let each = 0; each < 70; each++) peer.channels[1]?.receive(new ArrayBuffer(mostSentBytes));
		await until(() => stateOf(connection) === 'closed');
	});
});
