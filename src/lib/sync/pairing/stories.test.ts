import { describe, expect, it } from 'vitest';
import { systemRandom } from '../trust/bytes';
import { openGuest } from './guest';
import { createScanInvitation, enterByCode, enterByLink, enterByScans } from './invitations';
import {
	byCode,
	byLink,
	createDevice,
	createWorld,
	digitsOf,
	giftsSent,
	isSecretSeen,
	refused,
	type World
} from './test-world';

describe('Ana adds her laptop', () => {
	for (const [way, open] of [
		[
			'a typed code',
			async (world: World) => {
				const invitation = await byCode(world);
				return { invitation, entrance: await enterByCode(` ${invitation.code.toLowerCase()} `) };
			}
		],
		[
			'a link',
			async (world: World) => {
				const invitation = await byLink(world);
				return { invitation, entrance: await enterByLink(invitation.link) };
			}
		],
		[
			'two scans',
			async (world: World) => {
				const [offer, answer] = [systemRandom(80), systemRandom(80)];
				return {
					invitation: await createScanInvitation(offer, answer, world.clock.now()),
					entrance: await enterByScans(offer, answer)
				};
			}
		]
	] as const) {
		it(`P10 by ${way}: both show the same digits, she says yes, and both are in the group`, async () => {
			const world = await createWorld();
			const { invitation, entrance } = await open(world);
			const host = await world.host(invitation);
			const guest = await world.guest(entrance, 'Ana’s \u202elaptop');
			await world.pass(1_000);
			expect(host.state()).toMatchObject({ kind: 'asking', name: 'Ana’s laptop', digits: digitsOf(guest) });
			expect(digitsOf(guest)).toMatch(/^\d{6}$/);
			expect(world.phone.view().members.size).toBe(1);
			await world.pass(30_000);
			expect(guest.state()).toMatchObject({ kind: 'checking' });
			host.confirm();
			await world.pass(1_000);
			const [there, here] = [guest.state(), host.state()];
			if (there.kind !== 'paired' || here.kind !== 'paired') throw new Error(`${there.kind} ${here.kind}`);
			expect(there.digits).toBe(here.digits);
			expect(there.group.view()).toEqual(world.phone.view());
			expect(there.group.secrets()).toEqual(world.phone.secrets());
			expect(world.phone.prover.isMember(here.device)).toBe(true);
			expect(isSecretSeen(world)).toBe(false);
			expect(giftsSent(world)).toBeGreaterThan(0);
		});
	}

	it('P11 with a roster of many parts', async () => {
		const world = await createWorld();
		for (let at = 0; at < 60; at++) await world.phone.rename(world.phone.identity.id, `Phone ${at}`);
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		const guest = await world.guest(await enterByCode(invitation.code));
		await world.pass(1_000);
		host.confirm();
		await world.pass(2_000);
		expect(guest.state().kind).toBe('paired');
		expect(giftsSent(world)).toBeGreaterThan(2);
		expect(Math.max(...world.post.seen.map((frame) => frame.length))).toBeLessThan(16_384);
	});

	it('P11 and may try again with the same laptop when it was lost on the way', async () => {
		let isCut = false;
		const world = await createWorld((_, from) => (isCut && from === 1 ? [] : [10]));
		const first = await byCode(world);
		const host = await world.host(first);
		const self = await createDevice(world.clock);
		const join = async (code: string) => {
			const entrance = await enterByCode(code);
			if (entrance.kind === 'refused') throw new Error(entrance.word);
			return openGuest({
				mailbox: world.post.open(),
				clock: world.clock,
				random: systemRandom,
				...entrance,
				self,
				name: 'L'
			});
		};
		const guest = await join(first.code);
		const settle = async (ms: number, ...all: { settled(): Promise<void> }[]) => {
			for (let passed = 0; passed < ms; passed += 100) {
				await world.pass(100);
				await Promise.all(all.map((each) => each.settled()));
			}
		};
		await settle(1_000, guest);
		isCut = true;
		host.confirm();
		await settle(30_000, guest);
		expect([host.state(), guest.state()]).toEqual([refused('lost'), refused('lost')]);
		expect(await self.store.readGroup()).toBeNull();
		isCut = false;
		const second = await byCode(world);
		const again = await world.host(second);
		const retry = await join(second.code);
		await settle(1_000, retry);
		again.confirm();
		await settle(1_000, retry);
		expect([again.state().kind, retry.state().kind]).toEqual(['paired', 'paired']);
		expect(world.phone.view().members.size).toBe(2);
	});
});

describe('no secret leaves', () => {
	async function meeting(world: World) {
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		const guest = await world.guest(await enterByCode(invitation.code));
		await world.pass(1_000);
		return { invitation, host, guest };
	}

	it('P12 when Ana says no', async () => {
		const world = await createWorld();
		const { host, guest } = await meeting(world);
		host.decline();
		host.confirm();
		await world.pass(2_000);
		expect([host.state(), guest.state()]).toEqual([refused('declined'), refused('declined')]);
		expect([giftsSent(world), world.phone.view().members.size]).toEqual([0, 1]);
	});

	it('P12 when she leaves the screen, on either side', async () => {
		for (const side of ['host', 'guest'] as const) {
			const world = await createWorld();
			const both = await meeting(world);
			both[side].close();
			await world.pass(5_000);
			expect([both.host.state(), both.guest.state()]).toEqual([refused('closed'), refused('closed')]);
			both.host.confirm();
			await world.pass(1_000);
			expect([giftsSent(world), world.phone.view().members.size]).toEqual([0, 1]);
		}
	});

	it('P12 when five minutes pass before she answers', async () => {
		const world = await createWorld(undefined, 500);
		const { host, guest } = await meeting(world);
		await world.pass(5 * 60_000);
		expect([host.state(), guest.state()]).toEqual([refused('expired'), refused('expired')]);
		expect(giftsSent(world)).toBe(0);
	});

	it('P12 when the new device falls silent', async () => {
		let isCut = false;
		const world = await createWorld((_, from) => (isCut && from === 1 ? [] : [10]));
		const { host } = await meeting(world);
		isCut = true;
		await world.pass(25_000);
		expect(host.state()).toEqual(refused('lost'));
		host.confirm();
		await world.pass(1_000);
		expect(giftsSent(world)).toBe(0);
	});
});
