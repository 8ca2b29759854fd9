import { describe, expect, it, test } from 'vitest';
import { mostSentBytes } from '../channel';
import { formatFrame } from './frames';
import { openLink, type Link, type Opening } from './link';
import type { SendFailed } from './sender';
import { createDevices, createPair, initiatorOf, seen } from './test-devices';

type Pair = Awaited<ReturnType<typeof createPair>>;

function linkOf({ link }: Opening): Link {
	if (!link) throw new Error('refused');
	return link;
}

async function createLinks(pair: Pair) {
	const [near, far] = (await pair.open()).map(linkOf);
	if (!near || !far) throw new Error('refused');
	const heard: string[] = [];
	const closed: string[] = [];
	far.watchMessages((kind, bytes) => heard.push(`${kind} ${bytes.length}`));
	near.watchClose((reason) => closed.push(`near ${reason}`));
	far.watchClose((reason) => closed.push(`far ${reason}`));
	return { near, far, heard, closed };
}

const wordOf = (sent: Promise<void>) => sent.catch((error: unknown) => (error as SendFailed).word);
const refusalsOf = (openings: readonly Opening[]) =>
	openings.map(({ refusal }) => (refusal ? `${refusal.by}: ${refusal.word}` : 'linked'));

describe('L8: a link', () => {
	it('carries messages both ways once both have proved who they are', async () => {
		const pair = await createPair();
		const { near, far, heard } = await createLinks(pair);
		expect([near.peerId, far.peerId]).toEqual(['laptop', 'phone']);
		const back: string[] = [];
		near.watchMessages((kind, bytes) => back.push(`${kind} ${String(bytes)}`));
		const sends = [
			near.send('document', new Uint8Array(100_000), 'bulk'),
			near.send('receipt', new Uint8Array(3), 'control'),
			far.send('document', Uint8Array.of(1, 2), 'live')
		];
		await pair.play(1);
		await Promise.all(sends);
		expect(heard.toSorted()).toEqual(['document 100000', 'receipt 3']);
		expect(far.receivedBytes).toBeGreaterThan(100_000);
		expect(back).toEqual(['document 1,2']);
	});

	it('keeps what arrives for its first listener, in order', async () => {
		const pair = await createPair();
		const [near, far] = (await pair.open()).map(linkOf);
		void near?.send('document', Uint8Array.of(1), 'live');
		await pair.play(1);
		const heard: number[] = [];
		const unwatch = far?.watchMessages((_, bytes) => heard.push(bytes[0] ?? 0));
		void near?.send('document', Uint8Array.of(2), 'live');
		await pair.play(1);
		expect(heard).toEqual([1, 2]);
		unwatch?.();
		void near?.send('document', Uint8Array.of(3), 'live');
		await pair.play(1);
		expect(heard).toEqual([1, 2]);
	});

	it('closes when no one listens to more than may wait', async () => {
		const pair = await createPair();
		const [near, far] = (await pair.open()).map(linkOf);
		for (let sent = 0; sent < 2; sent++) {
			void near?.send('document', new Uint8Array(33 * 1024 * 1024), 'bulk').catch(String);
		}
		await pair.play(1);
		const closed: string[] = [];
		far?.watchClose((reason) => closed.push(reason));
		expect(closed).toEqual(['unheard']);
	});

	it('says why it closed: to those who watch, and at once to those who ask later', async () => {
		const pair = await createPair();
		const { near, closed } = await createLinks(pair);
		near.close('removed');
		near.close('twice');
		await pair.play(1);
		expect(closed).toEqual(['near removed', 'far closed']);
		near.watchClose((reason) => closed.push(`late ${reason}`));
		expect(closed.at(-1)).toBe('late removed');
		expect(await wordOf(near.send('receipt', new Uint8Array(1), 'control'))).toBe('closed');
	});

	it('rejects what waits when it is cut, and says how many bytes those are', async () => {
		const pair = await createPair();
		const { near, closed } = await createLinks(pair);
		const sent = wordOf(near.send('document', new Uint8Array(8 * 1024 * 1024), 'bulk'));
		expect(near.waitingBytes).toBeGreaterThan(6 * 1024 * 1024);
		pair.channels.cut();
		expect(await sent).toBe('closed');
		expect(near.waitingBytes).toBe(0);
		expect(closed).toEqual(['near closed', 'far closed']);
	});

	it('closes at a frame that may not stand there, and delivers nothing after it', async () => {
		for (const bad of [
			new Uint8Array(3),
			formatFrame({ kind: 'handshake', urgency: 'control', bytes: Uint8Array.of(3) }, 3, 0)
		]) {
			const pair = await createPair();
			const { near, heard, closed } = await createLinks(pair);
			pair.near.send(bad);
			void near.send('receipt', new Uint8Array(1), 'control').catch(String);
			await pair.play(1);
			expect(closed).toEqual(['far bad-frame', 'near closed']);
			expect(heard).toEqual([]);
		}
	});
});

describe('L9: life', () => {
	it('is shown by a beat every 5 s, so that an idle link stays', async () => {
		const pair = await createPair();
		const { closed } = await createLinks(pair);
		pair.channels.tune({ latencyMs: 2_000 });
		await pair.play(120_000);
		expect(closed).toEqual([]);
	});

	it('is over 11 s after the other side fell silent, on both sides', async () => {
		const pair = await createPair();
		const { near, closed } = await createLinks(pair);
		const told: number[] = [];
		near.watchClose(() => told.push(pair.clock.now()));
		await pair.play(7_000);
		pair.channels.silence();
		await pair.play(30_000);
		expect(closed.toSorted()).toEqual(['far dead', 'near dead']);
		expect(told[0]).toBeGreaterThan(11_000);
		expect(told[0]).toBeLessThanOrEqual(7_000 + 11_000);
	});

	it('is shown by whatever arrives: a link too slow for a beat to come through stays', async () => {
		const pair = await createPair();
		const { near, closed, heard } = await createLinks(pair);
		pair.channels.tune({ bytesPerSecond: mostSentBytes / 10 });
		const sent = near.send('document', new Uint8Array(mostSentBytes * 20), 'bulk');
		await pair.play(190_000);
		expect(heard).toEqual([]);
		await pair.play(20_000);
		await sent;
		expect(closed).toEqual([]);
		expect(heard).toEqual([`document ${mostSentBytes * 20}`]);
	});
});

describe('L11: before both have proved who they are', () => {
	it('nothing but the introduction is taken', async () => {
		for (const frame of [
			formatFrame({ kind: 'document', urgency: 'live', bytes: new Uint8Array(5) }, 0, 0),
			formatFrame({ kind: 'document', urgency: 'bulk', bytes: new Uint8Array(50_000_000) }, 0, 0),
			formatFrame({ kind: 'heartbeat', urgency: 'control', bytes: new Uint8Array(0) }, 0, 0),
			formatFrame({ kind: 'handshake', urgency: 'control', bytes: new Uint8Array(16_374) }, 0, 0),
			Uint8Array.of(1)
		]) {
			const pair = await createPair();
			pair.near.send(frame);
			const opening = await pair.settled(openLink(pair.farOptions));
			expect(refusalsOf([opening])).toEqual(['us: bad-frame']);
			expect(() => pair.far.send(new Uint8Array(1))).toThrow();
		}
	});

	it('no more words are kept than an introduction has, however long one is thought about', async () => {
		const pair = await createPair();
		const prover = { ...pair.laptop, epochs: [0], sign: () => new Promise<never>(() => undefined) };
		const opened = openLink({ ...pair.farOptions, prover });
		let isOver = false;
		void opened.then(() => (isOver = true));
		const { send: hello = new Uint8Array() } = await initiatorOf(pair.phone).begin();
		for (let id = 0; id < 5; id++) {
			expect(isOver).toBe(false);
			pair.near.send(formatFrame({ kind: 'handshake', urgency: 'control', bytes: hello }, id, 0));
			await pair.play(0);
		}
		expect(refusalsOf([await opened])).toEqual(['us: bad-frame']);
	});

	it('10 s are given to it', async () => {
		const pair = await createPair();
		const opened = openLink(pair.farOptions);
		let isOver = false;
		void opened.then(() => (isOver = true));
		await pair.play(9_999);
		expect(isOver).toBe(false);
		await pair.play(1);
		expect(refusalsOf([await opened])).toEqual(['us: timeout']);
		expect(() => pair.far.send(new Uint8Array(1))).toThrow();
	});

	it('a channel that closes, or has closed, is told as such', async () => {
		const pair = await createPair();
		const opened = openLink(pair.farOptions);
		pair.channels.cut();
		expect(refusalsOf([await opened, await openLink(pair.nearOptions)])).toEqual(['us: closed', 'us: closed']);
	});

	it('each side learns why, and the channel closes', async () => {
		const pair = await createPair();
		pair.group.remove('phone');
		expect(refusalsOf(await pair.open())).toEqual(['peer: removed', 'us: removed']);
		expect(() => pair.near.send(new Uint8Array(1))).toThrow();
		expect(() => pair.far.send(new Uint8Array(1))).toThrow();
	});
});

describe('L13: someone in between', () => {
	test('who passes everything on, over channels of its own, gets no link', async () => {
		const [left, right] = [await createPair(), await createPair()];
		const { phone, laptop } = await createDevices();
		left.far.watchMessages((bytes) => right.near.send(bytes));
		right.near.watchMessages((bytes) => left.far.send(bytes));
		const shared = { clock: left.clock, random: left.nearOptions.random };
		const near = openLink({
			...shared,
			channel: left.near,
			prover: phone,
			initiator: true,
			fingerprints: seen.initiatorToMiddle
		});
		const far = openLink({
			...shared,
			channel: right.far,
			prover: laptop,
			initiator: false,
			fingerprints: seen.responderToMiddle
		});
		const both = Promise.all([near, far]);
		const openings = await left.settled(right.settled(both));
		expect(openings.map(({ link }) => link)).toEqual([null, null]);
		expect(refusalsOf(openings).join()).toContain('us: bad-proof');
	});
});

describe('L14: a link of devices of different epochs', () => {
	it('carries the roster, and neither sends nor takes anything else', async () => {
		const pair = await createPair();
		pair.phone.learn(await pair.group.rotate(1));
		const { near, far, heard, closed } = await createLinks(pair);
		expect([near.isBehind, far.isBehind]).toEqual([true, true]);
		await near.send('roster', new Uint8Array(5), 'control');
		expect(await wordOf(near.send('document', new Uint8Array(5), 'live'))).toBe('behind');
		await pair.play(20_000);
		expect(heard).toEqual(['roster 5']);
		expect(closed).toEqual([]);
	});

	it('closes when the other side sends more', async () => {
		const pair = await createPair();
		pair.phone.learn(await pair.group.rotate(1));
		const { heard, closed } = await createLinks(pair);
		pair.near.send(formatFrame({ kind: 'document', urgency: 'live', bytes: new Uint8Array(5) }, 3, 0));
		await pair.play(1);
		expect(heard).toEqual([]);
		expect(closed).toEqual(['far bad-frame', 'near closed']);
	});
});

it('L16: nothing but the roster is given out while a hold lasts; what waited comes in its order then', async () => {
	const pair = await createPair();
	const { near, far, heard } = await createLinks(pair);
	let release = () => {};
	far.holdUntil(new Promise<void>((settle) => (release = settle)));
	far.holdUntil(Promise.reject(new Error('one that failed')));
	await near.send('document', new Uint8Array(5), 'live');
	await near.send('roster', new Uint8Array(6), 'live');
	await near.send('document', new Uint8Array(7), 'live');
	await pair.play(1_000);
	expect(heard).toEqual(['roster 6']);
	release();
	await pair.play(1);
	expect(heard).toEqual(['roster 6', 'document 5', 'document 7']);
});
