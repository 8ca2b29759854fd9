import { describe, expect, it } from 'vitest';
import { copied, toBase64Url, type Bytes } from '../trust/bytes';
import { open, seal } from '../trust/envelopes';
import { formatIntroduction, parseIntroduction, type Introduction } from './introduction';
import { placesAt, type Place } from './places';
import type { Rtc, RtcConnection } from './rtc';
import { createWorld, isMesh, noon, pairOf, type TestWorld } from './test-world';

const minute = 60_000;
const session = 'ab'.repeat(16);
const options = { iceServers: [], isRelayOnly: false };

async function placeOf(world: TestWorld): Promise<Place> {
	const { group } = pairOf(world)[0];
	const [place] = await placesAt(noon, group.view(), group.secrets());
	if (!place) throw new Error('no place');
	return place;
}

/** Somebody at the meeting point who hears and says what he likes. */
async function createBystander(world: TestWorld) {
	const place = await placeOf(world);
	const point = world.point.device();
	const heard: Bytes[] = [];
	point.listen(place.topic, (bytes) => heard.push(bytes));
	void point.open();
	await world.play(100);
	let counter = noon - 1_000;
	return {
		heard,
		/** What they say, for who has the secret. */
		async read(): Promise<readonly (Introduction | null)[]> {
			const envelopes = heard.map((bytes) => open(place.secret, place.topic, bytes));
			return (await Promise.all(envelopes)).map(({ body }) => parseIntroduction(body));
		},
		repeat: (bytes: Uint8Array) => point.send(place.topic, bytes),
		async say(from: string, to: string | null, said: Introduction | Bytes, secret = place.secret, ahead = 0) {
			const body = said instanceof Uint8Array ? said : formatIntroduction(said);
			const envelope = { from, to, counter: ++counter + ahead, body };
			point.send(place.topic, await seal(secret, place.topic, envelope, world.random));
			await world.play(3_000);
		}
	};
}

describe('what is said at the meeting point', () => {
	it('C7 is told apart and nothing else is taken', () => {
		const hello: Introduction = { kind: 'hello', session };
		const offer: Introduction = {
			kind: 'offer',
			session,
			to: session,
			generation: 2 ** 41,
			description: copied(Uint8Array.of(1, 2))
		};
		for (const said of [hello, offer, { ...offer, kind: 'answer' } as const]) {
			expect(parseIntroduction(formatIntroduction(said))).toEqual(said);
		}
		const bytes = formatIntroduction(offer);
		for (let length = 0; length < bytes.length - 2; length++) {
			expect(parseIntroduction(bytes.subarray(0, length)), `${length}`).toBeNull();
		}
		expect(parseIntroduction(Uint8Array.of(9, ...formatIntroduction(hello).subarray(1)))).toBeNull();
		expect(parseIntroduction(Uint8Array.of(...formatIntroduction(hello), 0))).toBeNull();
	});

	it('C5 is sealed: the meeting point sees neither names nor addresses nor certificates', async () => {
		const world = await createWorld(2);
		const { heard } = await createBystander(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		await world.play(100);
		expect(heard.length).toBeGreaterThanOrEqual(4);
		const text = heard.map((bytes) => String.fromCharCode(...bytes)).join();
		for (const { group } of world.devices) expect(text).not.toContain(group.identity.id);
	});

	it('C8 does nothing when it is repeated, to all of them, as often as one likes', async () => {
		const world = await createWorld(2);
		const { heard, repeat } = await createBystander(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		const opened = world.air.opened;
		for (let round = 0; round < 5; round++) {
			for (const bytes of heard.slice(0, 10)) repeat(bytes);
			await world.play(5_000);
		}
		expect(world.air.opened).toBe(opened);
		expect(isMesh(world.devices)).toBe(true);
		for (const { given } of world.devices) expect(given).toHaveLength(1);
	});

	it('C8 to an earlier run makes no link to a later one, and keeps it from none', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		const { heard, repeat } = await createBystander(world);
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		const old = heard.slice();
		near.crash();
		far.crash();
		await world.play(1_000);
		near.start();
		await world.play(500);
		for (const bytes of old) repeat(bytes);
		await world.play(2_000);
		far.start();
		for (const bytes of old) repeat(bytes);
		expect(await world.until(() => isMesh(world.devices), minute)).toBeLessThan(2_000);
		for (const bytes of old) repeat(bytes);
		await world.play(minute);
		expect(isMesh(world.devices)).toBe(true);
		expect(world.air.live).toBe(2);
	});

	it('C8 by strangers, by ourselves or to others does nothing', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		const { say } = await createBystander(world);
		near.start();
		await world.play(1_000);
		const [own, member, stranger] = [near.group.identity.id, far.group.identity.id, toBase64Url(world.random(32))];
		await say(stranger, null, { kind: 'hello', session });
		await say(own, null, { kind: 'hello', session });
		await say(member, stranger, { kind: 'hello', session });
		await say(member, null, { kind: 'hello', session }, world.random(32));
		await say(member, null, world.random(200));
		await say(member, own, { kind: 'answer', session, to: session, generation: 1, description: world.random(80) });
		expect(world.air.opened).toBe(0);
		// This one counts: whoever holds the secret could say it, but nobody answers the offer.
		await say(member, null, { kind: 'hello', session });
		expect(world.air.opened).toBe(1);
		await world.play(minute);
		expect(near.given).toEqual([]);
	});

	it('C8 a description that is none opens nothing that stays', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		const { say, read } = await createBystander(world);
		far.start();
		await world.play(1_000);
		const to = (await read())[0]?.session ?? '';
		let generation = 0;
		for (const description of [world.random(80), world.random(0), world.random(4_000)]) {
			await say(near.group.identity.id, far.group.identity.id, {
				kind: 'offer',
				session,
				to,
				generation: ++generation,
				description
			});
		}
		expect(world.air.live).toBe(0);
		near.start();
		expect(await world.until(() => isMesh(world.devices), minute)).not.toBeNull();
	});

	it('C8 a flood is dropped, and devices meet all the same', async () => {
		const world = await createWorld(2);
		const { repeat } = await createBystander(world);
		world.startAll();
		for (let second = 0; second < 5; second++) {
			for (let each = 0; each < 400; each++) repeat(world.random(120));
			await world.play(1_000);
		}
		expect(await world.until(() => isMesh(world.devices), minute)).not.toBeNull();
	});
});

describe('a removed device that goes on talking in a member’s name', () => {
	it('C8 keeps nobody apart, and is offered nothing', async () => {
		const world = await createWorld(3);
		const [near, far] = pairOf(world);
		const { say, read } = await createBystander(world);
		const lost = world.devices[2]?.group.identity.id ?? '';
		world.startAll();
		await world.until(() => isMesh(world.devices), minute);
		await world.settled(near.group.remove(lost));
		await world.play(1_000);
		const lie = () => say(far.group.identity.id, null, { kind: 'hello', session }, undefined, 2 ** 47);
		const before = [world.air.opened, (await read()).length];
		for (let round = 0; round < 3; round++) await lie();
		expect([world.air.opened, (await read()).length]).toEqual([before[0], (before[1] ?? 0) + 3]);
		near.stop();
		far.stop();
		await world.play(1_000);
		near.start();
		await lie();
		far.start();
		expect(await world.until(() => isMesh([near, far]), minute)).toBeLessThan(2_000);
	});
});

/** As when somebody stands between: each side sees another certificate than the other one has. */
const between = (rtc: Rtc, changed: Bytes): Rtc => ({
	async open(asked) {
		const connection = await rtc.open(asked);
		return Object.assign(Object.create(connection) as RtcConnection, {
			fingerprints: () => {
				const seen = connection.fingerprints();
				return seen && { own: seen.own, peer: changed };
			},
			offer: () => connection.offer(),
			answer: (offer: Parameters<RtcConnection['answer']>[0]) => connection.answer(offer),
			accept: (answer: Parameters<RtcConnection['accept']>[0]) => connection.accept(answer),
			watchState: (listener: Parameters<RtcConnection['watchState']>[0]) => connection.watchState(listener),
			close: () => connection.close(),
			channel: connection.channel,
			pairingChannel: connection.pairingChannel
		});
	}
});

describe('a connection with somebody between', () => {
	it('C13 becomes no link, and the owner is told why', async () => {
		const world = await createWorld(2);
		const [near, far] = pairOf(world);
		near.start({ rtc: between(world.air.device(near.name), world.random(32)) });
		far.start();
		await world.play(minute);
		expect([near.given, far.given]).toEqual([[], []]);
		const refusals = [near, far].map((device, at) => {
			const other = at === 0 ? far : near;
			return device.network.state().members.get(other.group.identity.id)?.trouble?.refusal?.word;
		});
		expect(refusals).toEqual(['bad-proof', 'bad-proof']);
	});

	it('C13 given by pairing is refused as well, and one that is not connected, too', async () => {
		const world = await createWorld(2);
		const [near] = pairOf(world);
		near.start({ meetingPoint: null });
		const connection = await world.air.device(near.name).open(options);
		expect(await near.network.adopt(connection, true)).toMatchObject({ link: null });
		expect(world.air.live).toBe(0);
	});
});
