import { expect, it } from 'vitest';
import { systemRandom, type Bytes } from '../trust/bytes';
import { createAgreeingPair, createKeyPairs, exportPublic, identityOf, signWith } from '../trust/identity';
import { agreeOn, commitmentTo, readyWords, type Agreement } from './agreement';
import { firstKeyOf, openFrame, readFrame, sealFrame } from './frames';
import { parseGift } from './gift-bytes';
import { parseMessage, encodeMessage, type GuestMessage, type HostMessage, type Message } from './messages';
import { proveSecrets } from './proof';
import { byCode, createWorld, refused } from './test-world';

/** A new device that keeps to the protocol as far as a test wants it to. */
async function createHostile() {
	const world = await createWorld();
	const invitation = await byCode(world);
	const host = await world.host(invitation);
	const { topic } = invitation.meeting;
	const firstKey = await firstKeyOf(invitation.meeting);
	const identity = await identityOf(await createKeyPairs());
	const pair = await createAgreeingPair();
	const [key, nonce, session] = [await exportPublic(pair.publicKey), systemRandom(32), 's'.repeat(16)];
	const commitment = await commitmentTo(key, nonce);
	let agreement: Agreement | null = null;
	let counter = 0;

	/** Says it, and gives the host's newest word. */
	async function say(message: GuestMessage): Promise<Message | null> {
		const isAgreed = agreement !== null && message.kind !== 'reveal';
		const head = { direction: 'to-host', level: isAgreed ? 'agreed' : 'first', session, counter: ++counter } as const;
		const sealing = isAgreed && agreement ? agreement.toHost : firstKey;
		world.post.invent(await sealFrame(sealing, topic, head, encodeMessage(message), systemRandom));
		await world.pass(100);
		return newest();
	}

	async function newest(): Promise<Message | null> {
		const frame = readFrame(world.post.seen.at(-1) ?? new Uint8Array(0));
		const opener = frame?.level === 'first' ? firstKey : agreement?.toGuest;
		const plain = frame && opener && (await openFrame(opener, topic, frame));
		return plain ? parseMessage(plain) : null;
	}

	const welcome = await say({ kind: 'hello', commitment });
	if (welcome?.kind !== 'welcome') throw new Error('no welcome');
	const opening = {
		session,
		commitment,
		hostKey: welcome.key,
		hostNonce: welcome.nonce,
		guestKey: key,
		guestNonce: nonce
	};
	const agreed = await agreeOn(invitation.meeting, opening, pair.privateKey, welcome.key);
	if (!agreed) throw new Error('not agreed');
	agreement = agreed;
	await say({ kind: 'reveal', key, nonce });
	const ready = async (transcript: Bytes): Promise<GuestMessage> => ({
		kind: 'ready',
		keys: identity.publicKeys,
		name: 'Laptop',
		signature: await signWith(identity, readyWords(transcript))
	});
	return { world, host, identity, say, newest, ready, transcript: agreed.transcript };
}

it('P10 the owner is not asked about keys that did not sign this very meeting', async () => {
	const { host, say, ready, transcript } = await createHostile();
	await say(await ready(systemRandom(32)));
	expect(host.state()).toEqual({ kind: 'meeting' });
	await say(await ready(transcript));
	expect(host.state()).toMatchObject({ kind: 'asking', name: 'Laptop' });
});

it('P10 nothing is handed over before the owner’s yes, whatever the new device asks for', async () => {
	const { world, host, say, ready, transcript } = await createHostile();
	await say(await ready(transcript));
	for (let part = 0; part < 3; part++) expect(await say({ kind: 'want', part })).toEqual({ kind: 'waiting' });
	await say({ kind: 'done', proof: systemRandom(32) });
	expect(host.state().kind).toBe('asking');
	expect(world.phone.view().members.size).toBe(1);
});

it('P8 a device that cannot show that it opened the secrets is not taken for paired', async () => {
	const { world, host, identity, say, newest, ready, transcript } = await createHostile();
	await say(await ready(transcript));
	host.confirm();
	host.confirm();
	await world.pass(100);
	const given = (await newest()) as (HostMessage & { kind: 'part' }) | null;
	expect(given).toMatchObject({ kind: 'part', part: 0, count: 1 });
	expect(await say({ kind: 'want', part: 900 })).toEqual({ kind: 'waiting' });
	for (const proof of [systemRandom(32), await proveSecrets(new Map([['x', systemRandom(32)]]), transcript)]) {
		await say({ kind: 'done', proof });
		expect(host.state().kind).toBe('giving');
	}
	const gift = given && (await parseGift(given.bytes, identity.agree.privateKey, transcript));
	if (!gift) throw new Error('no gift');
	expect(await say({ kind: 'done', proof: await proveSecrets(gift.secrets, transcript) })).toEqual({ kind: 'thanks' });
	expect(host.state()).toMatchObject({ kind: 'paired', device: identity.id });
});

it('P18 a device that asks on and on without proving itself is given up after a minute', async () => {
	const { world, host, say, ready, transcript } = await createHostile();
	await say(await ready(transcript));
	host.confirm();
	for (let passed = 0; passed < 70_000; passed += 5_000) {
		await say({ kind: 'want', part: 0 });
		await world.pass(4_900);
	}
	expect(host.state()).toEqual(refused('lost'));
});
