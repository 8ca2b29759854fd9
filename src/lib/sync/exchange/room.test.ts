import { readFileSync } from 'node:fs';
import { WebrtcConn, WebrtcProvider, type SignalingConn } from 'y-webrtc';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { isPending } from '$lib/updates/soundness';
import { LinkPeer } from './link-peer';
import { openRoom, type Way } from './room';
import { stepOf, updateIn } from './steps';

let rooms = 0;
const ignore = () => undefined;
const nameOf = () => `test ${rooms++}`;
const listenersOf = (doc: Y.Doc) => [...doc._observers.values()].reduce((sum, listeners) => sum + listeners.size, 0);

/** A room, and what it sends on a way. */
async function openAlone(doc = new Y.Doc()) {
	const room = await openRoom(doc, nameOf(), ignore);
	const sent: Uint8Array[] = [];
	const way = room.join('far', (message) => void sent.push(message));
	return { doc, room, way, sent, steps: () => sent.map(stepOf) };
}

/** Two rooms whose ways end in each other. */
async function openTwo(doc = new Y.Doc(), other = new Y.Doc()) {
	const [near, far] = [await openRoom(doc, nameOf(), ignore), await openRoom(other, nameOf(), ignore)];
	const queue: (() => void)[] = [];
	const sent: string[] = [];
	const ways: { near?: Way; far?: Way } = {};
	ways.near = near.join('far', (message) => {
		sent.push(`near ${stepOf(message)}`);
		queue.push(() => ways.far?.deliver(message));
	});
	ways.far = far.join('near', (message) => {
		sent.push(`far ${stepOf(message)}`);
		queue.push(() => ways.near?.deliver(message));
	});
	const play = () => {
		for (let next = queue.shift(); next; next = queue.shift()) next();
	};
	return { near, far, nearWay: ways.near, farWay: ways.far, sent, play };
}

describe('E1: what is used of y-webrtc', () => {
	it('is of the version it was read in', () => {
		const { version } = JSON.parse(readFileSync('node_modules/y-webrtc/package.json', 'utf8')) as { version: string };
		expect(version).toBe('10.3.0');
	});

	it('is a provider that has its room once its key is there, and none before', async () => {
		const provider = new WebrtcProvider(nameOf(), new Y.Doc(), { signaling: [] });
		expect(provider.room).toBeNull();
		provider.disconnect();
		await provider.key;
		const { room } = provider;
		expect([room?.bcconnected, room?.webrtcConns.size, room?.synced]).toEqual([false, 0, false]);
		expect([typeof room?.mux, typeof room?._docUpdateHandler, typeof room?._bcSubscriber]).toEqual(
			Array(3).fill('function')
		);
		provider.awareness.destroy();
		provider.destroy();
	});

	it('is a connection that makes its peer of what the provider was given, asks when told it is connected, and leaves', async () => {
		const sent: Uint8Array[] = [];
		const peerOpts = { send: (message: Uint8Array) => void sent.push(message) };
		const provider = new WebrtcProvider(nameOf(), new Y.Doc(), { signaling: [], peerOpts });
		provider.disconnect();
		provider.awareness.destroy();
		await provider.key;
		const { room } = provider;
		if (!room) throw new Error('no room');
		const conn = new WebrtcConn({ send: () => undefined } as unknown as SignalingConn, false, 'far', room);
		room.webrtcConns.set('far', conn);
		const peer: unknown = conn.peer;
		if (!(peer instanceof LinkPeer)) throw new Error('not ours');
		expect(sent).toEqual([]);
		peer.connect();
		peer.connect();
		expect(sent.map(stepOf)).toEqual(['question', 'question']);
		conn.destroy();
		expect(room.webrtcConns.size).toBe(0);
		provider.destroy();
	});
});

describe('E2: a room', () => {
	it('says nothing to other tabs, neither while it is open nor as it opens and closes', async () => {
		const name = nameOf();
		const tab = new BroadcastChannel(name);
		const heard: unknown[] = [];
		tab.onmessage = ({ data }: { data: unknown }) => void heard.push(data);
		const doc = new Y.Doc();
		const room = await openRoom(doc, name, ignore);
		doc.getMap('a').set('b', 1);
		await room.close();
		await new Promise((resolve) => setTimeout(resolve, 30));
		tab.close();
		expect(heard).toEqual([]);
	});

	it('has no timer, no listener on the document beside its own, and leaves none', async () => {
		const handles = () => process.getActiveResourcesInfo().filter((one) => /Timeout|Message/.test(one)).length;
		const doc = new Y.Doc();
		const [before, listeners, exits] = [handles(), listenersOf(doc), process.listenerCount('exit')];
		const { room, way } = await openAlone(doc);
		expect([handles(), listenersOf(doc)]).toEqual([before, listeners + 2]);
		way.ask();
		await room.close();
		expect([handles(), listenersOf(doc), process.listenerCount('exit')]).toEqual([before, listeners, exits]);
		doc.getMap('a').set('b', 1);
		expect(doc.getMap('a').get('b')).toBe(1);
		await openRoom(doc, nameOf(), ignore).then((again) => again.close());
	});

	it('sends edits as they are made, and nothing of presence', async () => {
		const { doc, room, way, steps } = await openAlone();
		doc.getMap('a').set('b', 1);
		way.ask();
		expect(steps()).toEqual(['edit', 'question']);
		way.leave();
		doc.getMap('a').set('b', 2);
		expect(steps()).toHaveLength(2);
		await room.close();
	});

	it('brings two documents together, and applies with an origin that can be told', async () => {
		const [doc, other] = [new Y.Doc(), new Y.Doc()];
		doc.getMap('a').set('here', 1);
		other.getMap('a').set('there', 1);
		const { near, far, nearWay, farWay, play } = await openTwo(doc, other);
		const origins: unknown[] = [];
		doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
		nearWay.ask();
		farWay.ask();
		play();
		expect(doc.getMap('a').toJSON()).toEqual({ here: 1, there: 1 });
		expect(other.getMap('a').toJSON()).toEqual({ here: 1, there: 1 });
		expect(origins).toEqual([near.origin]);
		await near.close();
		await far.close();
	});
});

describe('E3: what another device sent', () => {
	it('is not sent back to it, while what the app makes of it is', async () => {
		const [doc, other] = [new Y.Doc(), new Y.Doc()];
		const { near, far, sent, play } = await openTwo(doc, other);
		other.getMap('a').observe((event) => {
			if (event.keysChanged.has('asked')) other.getMap('a').set('answered', 1);
		});
		doc.getMap('a').set('asked', 1);
		play();
		expect(sent).toEqual(['near edit', 'far edit']);
		expect(doc.getMap('a').toJSON()).toEqual({ asked: 1, answered: 1 });
		await near.close();
		await far.close();
	});

	it('is passed on to a third one, unless it is large', async () => {
		const [doc, other] = [new Y.Doc(), new Y.Doc()];
		const { near, far, play } = await openTwo(doc, other);
		const third: Uint8Array[] = [];
		far.join('third', (message) => void third.push(message));
		doc.getMap('a').set('small', 'a'.repeat(1_000));
		doc.getMap('a').set('large', 'a'.repeat(100_000));
		play();
		expect(third.map((message) => updateIn(message).byteLength > 65_536)).toEqual([false]);
		other.getMap('a').set('own', 'a'.repeat(100_000));
		expect(third).toHaveLength(2);
		await near.close();
		await far.close();
	});
});

it('E4 an answer holds nothing that waits for a lost record here', async () => {
	const source = new Y.Doc();
	const updates: Uint8Array[] = [];
	source.on('update', (update: Uint8Array) => updates.push(update));
	for (const key of ['a', 'b', 'c']) source.getMap('a').set(key, 1);
	const damaged = new Y.Doc();
	for (const at of [0, 2]) Y.applyUpdate(damaged, updates[at] ?? new Uint8Array());
	expect(isPending(damaged)).toBe(true);
	const { near, far, nearWay, sent, play } = await openTwo(new Y.Doc(), damaged);
	nearWay.ask();
	play();
	expect(sent).toEqual(['near question', 'far answer']);
	await near.close();
	await far.close();
	expect(isPending(damaged)).toBe(true);
	const { room, way, sent: answered } = await openAlone(damaged);
	const question = Uint8Array.of(0, 0, 1, 0);
	way.deliver(question);
	const fresh = new Y.Doc();
	Y.applyUpdate(fresh, updateIn(answered[0] ?? new Uint8Array()));
	expect([isPending(fresh), fresh.getMap('a').toJSON()]).toEqual([false, { a: 1 }]);
	await room.close();
});
