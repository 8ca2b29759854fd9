import { describe, expect, it } from 'vitest';
import { joined, systemRandom, utf8, type Bytes } from '../trust/bytes';
import { createAgreeingPair, exportPublic } from '../trust/identity';
import { commitmentTo } from './agreement';
import { firstKeyOf, sealFrame } from './frames';
import { enterByCode, enterByLink } from './invitations';
import { memoryPost } from './mailbox';
import { encodeMessage, type GuestMessage } from './messages';
import { byCode, byLink, createWorld, digitsOf, giftsSent, refused } from './test-world';

describe('who else comes', () => {
	it('P13 a stranger who saw the code too late is told that it was used, and hears no more later', async () => {
		const world = await createWorld(undefined, 500);
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		await world.guest(await enterByCode(invitation.code));
		await world.pass(4_000);
		host.confirm();
		await world.pass(3_000);
		expect(host.state().kind).toBe('paired');
		const sent = giftsSent(world);
		const late = await world.guest(await enterByCode(invitation.code), 'Eve');
		await world.pass(2_000);
		expect(late.state()).toEqual(refused('used'));
		await world.pass(6 * 60_000);
		const later = await world.guest(await enterByCode(invitation.code), 'Eve');
		await world.pass(30_000);
		expect(later.state()).toEqual(refused('lost'));
		expect([giftsSent(world), world.phone.view().members.size]).toEqual([sent, 2]);
	});

	it('P13 a stranger with a code that nobody used in time is told that it expired', async () => {
		const world = await createWorld(undefined, 500);
		const invitation = await byLink(world);
		const host = await world.host(invitation);
		await world.pass(5 * 60_000);
		expect(host.state()).toEqual(refused('expired'));
		const late = await world.guest(await enterByLink(invitation.link));
		await world.pass(2_000);
		expect(late.state()).toEqual(refused('expired'));
	});

	it('P13 a link that is too old says so also when nobody is there to answer', async () => {
		const world = await createWorld(undefined, 500);
		const { link } = await byLink(world);
		await world.pass(6 * 60_000);
		const late = await world.guest(await enterByLink(link));
		await world.pass(25_000);
		expect(late.state()).toEqual(refused('expired'));
	});

	it('P14 a third device is told that another is being added, and disturbs nothing', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		const guest = await world.guest(await enterByCode(invitation.code));
		await world.pass(1_000);
		const third = await world.guest(await enterByCode(invitation.code), 'Eve');
		await world.pass(1_000);
		expect(third.state()).toEqual(refused('busy'));
		expect(host.state()).toMatchObject({ kind: 'asking', name: 'Laptop' });
		host.confirm();
		await world.pass(1_000);
		expect([host.state().kind, guest.state().kind]).toEqual(['paired', 'paired']);
		expect(world.phone.view().members.size).toBe(2);
	});

	it('P14 Eve photographs the QR code and is first: Ana’s laptop is told, no digits match, and Eve gets nothing', async () => {
		const world = await createWorld();
		const invitation = await byLink(world);
		const host = await world.host(invitation);
		const eve = await world.guest(await enterByLink(invitation.link), 'Ana’s laptop');
		await world.pass(500);
		const laptop = await world.guest(await enterByLink(invitation.link), 'Ana’s laptop');
		await world.pass(1_000);
		expect(laptop.state()).toEqual(refused('busy'));
		expect(digitsOf(laptop)).toBe('refused');
		host.decline();
		await world.pass(2_000);
		expect(eve.state()).toEqual(refused('declined'));
		expect(giftsSent(world)).toBe(0);
	});

	it('P15 nobody answers for Ana with the photographed code: the key in it is not theirs', async () => {
		const world = await createWorld();
		const invitation = await byLink(world);
		const pair = await createAgreeingPair();
		await world.host({ ...invitation, pair });
		const laptop = await world.guest(await enterByLink(invitation.link));
		await world.pass(25_000);
		expect(laptop.state()).toEqual(refused('wrong-code'));
		expect(await exportPublic(pair.publicKey)).not.toEqual(await exportPublic(invitation.pair.publicKey));
	});

	it('P15 somebody in the middle who knows the typed code shows different digits on the two screens', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		const elsewhere = memoryPost(world.clock);
		const host = await world.host(invitation);
		const laptop = await world.guest(await enterByCode(invitation.code), 'Laptop', elsewhere.open());
		const toLaptop = await world.host({ ...invitation, pair: await createAgreeingPair() }, elsewhere.open());
		const toPhone = await world.guest(await enterByCode(invitation.code), 'Laptop');
		await world.pass(2_000);
		expect([host.state().kind, laptop.state().kind]).toEqual(['asking', 'checking']);
		expect(digitsOf(toLaptop)).toBe(digitsOf(laptop));
		expect(digitsOf(host)).toBe(digitsOf(toPhone));
		expect(digitsOf(host)).not.toBe(digitsOf(laptop));
		host.decline();
		await world.pass(2_000);
		expect(giftsSent(world)).toBe(0);
	});
});

describe('a mailbox', () => {
	it('P16 that knows no code cannot end anything or make the host answer', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		for (let at = 0; at < 200; at++) world.post.invent(systemRandom(at));
		const key = await firstKeyOf({ topic: invitation.meeting.topic, secret: systemRandom(32) });
		const head = { direction: 'to-host', level: 'first', session: 'x'.repeat(16), counter: 1 } as const;
		const hello = encodeMessage({ kind: 'hello', commitment: systemRandom(32) });
		world.post.invent(await sealFrame(key, invitation.meeting.topic, head, hello, systemRandom));
		await world.pass(1_000);
		expect(host.state()).toEqual({ kind: 'open' });
		expect(world.post.seen).toHaveLength(0);
	});

	it('P6 cannot get a second answer to anything by repeating it', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		const guest = await world.guest(await enterByCode(invitation.code));
		await world.pass(1_000);
		host.confirm();
		await world.pass(2_000);
		expect([host.state().kind, guest.state().kind]).toEqual(['paired', 'paired']);
		const seen = [...world.post.seen];
		for (const frame of seen) world.post.invent(frame);
		await world.pass(2_000);
		expect(world.post.seen).toHaveLength(seen.length);
	});

	it('P9 cannot reveal another key than the one it was bound to before it saw the host’s', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		const host = await world.host(invitation);
		const key = await firstKeyOf(invitation.meeting);
		const [bound, other] = [systemRandom(32), systemRandom(32)];
		const ephemeral = await exportPublic((await createAgreeingPair()).publicKey);
		const commitment = await commitmentTo(ephemeral, bound);
		let counter = 0;
		const say = async (message: GuestMessage) => {
			const head = { direction: 'to-host', level: 'first', session: 'x'.repeat(16), counter: ++counter } as const;
			world.post.invent(await sealFrame(key, invitation.meeting.topic, head, encodeMessage(message), systemRandom));
			await world.pass(200);
		};
		await say({ kind: 'hello', commitment });
		await say({ kind: 'reveal', key: ephemeral, nonce: other });
		expect(world.post.seen).toHaveLength(1);
		await say({ kind: 'reveal', key: ephemeral, nonce: bound });
		expect(world.post.seen).toHaveLength(2);
		expect(host.state()).toEqual({ kind: 'meeting' });
	});

	it('P16 cannot make a host answer strangers without end', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		await world.host(invitation);
		const key = await firstKeyOf(invitation.meeting);
		for (let at = 0; at < 60; at++) {
			const head = {
				direction: 'to-host',
				level: 'first',
				session: String.fromCharCode(at).repeat(16),
				counter: 1
			} as const;
			const hello = encodeMessage({ kind: 'hello', commitment: systemRandom(32) });
			world.post.invent(await sealFrame(key, invitation.meeting.topic, head, hello, systemRandom));
			await world.pass(100);
		}
		expect(world.post.seen.length).toBeLessThanOrEqual(34);
	});

	it('P17 of another version is said so on the new device, and the code stays good', async () => {
		const world = await createWorld();
		const invitation = await byCode(world);
		const { topic } = invitation.meeting;
		const key = await firstKeyOf(invitation.meeting);
		/** As a later version of the app would begin. */
		const newer = async (direction: 0 | 1, session: Uint8Array) => {
			const head = joined(new Uint8Array([9, direction, 0]), session, new Uint8Array([0, 0, 0, 9]));
			const how = { name: 'AES-GCM', iv: systemRandom(12), additionalData: joined(utf8(topic), head) };
			const sealed = await crypto.subtle.encrypt(how, key, new Uint8Array([1]));
			world.post.invent(joined(head, how.iv, new Uint8Array(sealed)));
		};
		const host = await world.host(invitation);
		await newer(0, new Uint8Array(16));
		await world.pass(200);
		expect(host.state()).toEqual({ kind: 'open' });
		expect(world.post.seen).toHaveLength(1);
		const alone = { send: world.post.open().send, receive: world.post.open().receive };
		host.close();
		await world.pass(200);
		const sent: Bytes[] = [];
		const guest = await world.guest(await enterByCode(invitation.code), 'L', {
			send: (bytes) => void sent.push(bytes),
			receive: alone.receive
		});
		await world.pass(200);
		const session = sent[0]?.subarray(3, 19);
		if (!session) throw new Error('nothing sent');
		await newer(1, session);
		await world.pass(200);
		expect(guest.state()).toEqual(refused('version'));
	});

	it('P18 that falls silent at any moment never leaves a new device that believes it is in while the other does not', async () => {
		const endings = new Set<string>();
		for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
			let count = 0;
			const world = await createWorld(() => (++count > at ? [] : [10]));
			const invitation = await byCode(world);
			const host = await world.host(invitation);
			const guest = await world.guest(await enterByCode(invitation.code));
			await world.pass(800);
			host.confirm();
			await world.pass(90_000);
			if (host.state().kind === 'open') await world.pass(5 * 60_000);
			const [here, there] = [host.state(), guest.state()];
			expect([here.kind, there.kind]).not.toEqual(['refused', 'paired']);
			expect([here.kind, there.kind].every((kind) => kind === 'paired' || kind === 'refused')).toBe(true);
			const kept = await world.stores.at(-1)?.readGroup();
			expect(kept === null).toBe(there.kind === 'refused');
			if (kept) expect(world.phone.view().members.size).toBe(2);
			endings.add(`${here.kind} ${there.kind}`);
		}
		expect(endings).toEqual(new Set(['refused refused', 'paired refused', 'paired paired']));
	});
});
