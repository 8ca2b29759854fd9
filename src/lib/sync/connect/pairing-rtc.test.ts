import { describe, expect, it } from 'vitest';
import { openGuest, type GuestOutcome } from '../pairing/guest';
import { openHost } from '../pairing/host';
import { createCodeInvitation, enterByCode } from '../pairing/invitations';
import type { Group } from '../trust/group';
import { mailboxAt } from './mailboxes';
import { memoryAir } from './memory-rtc';
import { openNetwork, type Network } from './network';
import { answerScan, offerScan, type ScanAnswer, type ScanOffer } from './pairing-rtc';
import { createPorts, createWorld, memoryOf, pairOf, type TestWorld } from './test-world';

const rtcOptions = () => ({ iceServers: [], isRelayOnly: false });

function portsOf({ air, clock }: TestWorld, name: string) {
	return { rtc: air.device(name), rtcOptions: rtcOptions(), clock };
}

async function scanBoth(world: TestWorld): Promise<readonly [ScanOffer, ScanAnswer]> {
	const offer = await world.settled(offerScan(portsOf(world, 'device 0')));
	if (offer.kind === 'refused') throw new Error(offer.word);
	const answer = await world.settled(answerScan(portsOf(world, 'tablet'), offer.scan));
	if (answer.kind === 'refused') throw new Error(answer.word);
	return [offer, answer];
}

function networkOf({ air, clock, random }: TestWorld, name: string, group: Group): Network {
	return openNetwork({
		group,
		meetingPoint: null,
		rtc: air.device(name),
		rtcOptions,
		clock,
		random,
		memory: memoryOf(),
		onLink: () => undefined,
		seen: () => undefined
	});
}

describe('two devices side by side', () => {
	it('C18 scan each other, pair, and are linked by that very connection, without any meeting point', async () => {
		const world = await createWorld(1);
		const { clock, random } = world;
		const phone = world.devices[0]?.group;
		if (!phone) throw new Error('no phone');
		const home = networkOf(world, 'device 0', phone);
		const [offer, answer] = await scanBoth(world);
		expect(offer.scan).toMatch(/^kith:[\w-]{80,180}$/);
		expect(answer.scan.length).toBeLessThan(180);
		await world.play(50_000);
		const [here, there] = await world.settled(Promise.all([offer.take(answer.scan), answer.met]));
		if (here.kind !== 'met' || there.kind !== 'met') throw new Error('not met');
		const host = await world.settled(openHost({ ...here.way, group: phone, mailbox: here.mailbox, clock, random }));
		const self = await createPorts(clock.now);
		const entrance = { ...there.way, name: 'Tablet', self, mailbox: there.mailbox, clock, random };
		const guest = await world.settled(openGuest(entrance));
		host.watch(({ kind }) => kind === 'asking' && host.confirm());
		const outcome: GuestOutcome = await world.settled(guest.outcome);
		if (outcome.kind !== 'paired') throw new Error(outcome.word);
		expect(here.connection.fingerprints()).not.toBeNull();
		const away = networkOf(world, 'tablet', outcome.group);
		const [one, other] = await world.settled(
			Promise.all([home.adopt(here.connection, true), away.adopt(there.connection, false)])
		);
		expect(one.link).toMatchObject({ peerId: outcome.group.identity.id, isBehind: false });
		expect(other.link).toMatchObject({ peerId: phone.identity.id });
		await world.settled(phone.rename(phone.identity.id, 'Old phone'));
		await world.play(200);
		expect(outcome.group.view().members.get(phone.identity.id)?.name).toBe('Old phone');
		expect(home.state()).toMatchObject({ meeting: 'none' });
		expect([...home.state().members.values()]).toEqual([{ link: 'connected', trouble: null }]);
		await world.play(60_000);
		expect(world.air.live).toBe(2);
		home.close();
		away.close();
		await world.play(300_000);
		expect(world.air.live).toBe(0);
	});

	it('C18 say so when what was scanned is something else, and may scan again', async () => {
		const world = await createWorld(1);
		const [offer, answer] = await scanBoth(world);
		for (const text of ['', 'WIFI:S:x;;', 'kith:???', offer.scan]) {
			expect(await offer.take(text)).toMatchObject({ kind: 'refused', word: 'not-kith' });
		}
		expect(await offer.take('kith:AAAA')).toMatchObject({ kind: 'refused', word: 'version' });
		expect(await answerScan(portsOf(world, 'tablet'), answer.scan)).toMatchObject({ word: 'not-kith' });
		expect(await world.settled(offer.take(` ${answer.scan}\n`))).toMatchObject({ kind: 'met' });
		expect(await offer.take(answer.scan)).toMatchObject({ kind: 'refused', word: 'closed' });
		offer.close();
		await world.play(100);
		expect(world.air.live).toBe(0);
	});

	it('C18 say so when there is no path between them, or one left', async () => {
		const world = await createWorld(1);
		world.air.setPath('device 0', 'tablet', false);
		const [offer, answer] = await scanBoth(world);
		const [here, there] = await world.settled(Promise.all([offer.take(answer.scan), answer.met]));
		expect([here, there]).toEqual([
			{ kind: 'refused', word: 'no-path' },
			{ kind: 'refused', word: 'no-path' }
		]);
		const [again, left] = await scanBoth(world);
		again.close();
		left.close();
		expect(await left.met).toMatchObject({ word: 'no-path' });
		expect(world.air.live).toBe(0);
	});
});

describe('two devices that know a code', () => {
	it('C18 pair over a topic of the meeting point, though each hears itself there', async () => {
		const world = await createWorld(1);
		const { clock, random, point, devices } = world;
		const phone = devices[0]?.group;
		if (!phone) throw new Error('no phone');
		const invitation = await createCodeInvitation(random, clock.now());
		const entrance = await enterByCode(invitation.code);
		if (entrance.kind === 'refused') throw new Error(entrance.word);
		const [near, far] = [point.device(), point.device()];
		await world.settled(Promise.all([near.open(), far.open()]));
		const [mailbox, other] = [mailboxAt(near, invitation.meeting), mailboxAt(far, entrance.meeting)];
		const host = await world.settled(openHost({ ...invitation, group: phone, mailbox, clock, random }));
		const self = await createPorts(clock.now);
		const guest = await world.settled(openGuest({ ...entrance, name: 'Tablet', self, mailbox: other, clock, random }));
		host.watch(({ kind }) => kind === 'asking' && host.confirm());
		expect(await world.settled(guest.outcome)).toMatchObject({ kind: 'paired' });
		expect(phone.view().members.size).toBe(2);
	});
});

describe('the air of these tests', () => {
	it('C1 counts what is open', async () => {
		const world = await createWorld(2);
		const [near] = pairOf(world);
		const air = memoryAir(world.clock, world.random);
		const connection = await air.device(near.name).open(rtcOptions());
		expect([air.opened, air.live]).toEqual([1, 1]);
		connection.close();
		expect([air.opened, air.live]).toEqual([1, 0]);
	});
});
