import { memoryChannels } from '../channel';
import { virtualClock } from '../clock';
import { Handshake, type Fingerprints, type Step } from './handshake';
import { formatRefusal, parseRefusal } from './handshake-messages';
import { openLink, type LinkOptions } from './link';
import { createMemoryGroup, type MemoryProver } from './memory-prover';
import { seededRandom } from './random';

const certificates = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
const [first = new Uint8Array(), second = new Uint8Array(), third = new Uint8Array()] = certificates;
/** Of the initiator, the responder, and of both towards someone in between. */
export const seen = {
	byInitiator: { own: first, peer: second },
	byResponder: { own: second, peer: first },
	initiatorToMiddle: { own: first, peer: third },
	responderToMiddle: { own: second, peer: third }
} satisfies Record<string, Fingerprints>;

export async function createDevices() {
	const group = await createMemoryGroup();
	return { group, phone: await group.add('phone'), laptop: await group.add('laptop') };
}

export const initiatorOf = (prover: MemoryProver, nonce = 1, fingerprints: Fingerprints = seen.byInitiator) =>
	new Handshake(prover, true, fingerprints, seededRandom(nonce)(32));
export const responderOf = (prover: MemoryProver, nonce = 2, fingerprints: Fingerprints = seen.byResponder) =>
	new Handshake(prover, false, fingerprints, seededRandom(nonce)(32));

/** What becomes of a message on its way: the messages that arrive instead. */
export type Tamper = (bytes: Uint8Array, from: 'initiator' | 'responder', place: number) => readonly Uint8Array[];
const passOn: Tamper = (bytes) => [bytes];

/** How each side ended: `accepted`, a word of its own, `told` one by the peer, or `waiting`, which times out. */
export async function introduce(initiator: Handshake, responder: Handshake, tamper: Tamper = passOn) {
	const recorded: Uint8Array[] = [];
	const sides = [createSide('initiator', initiator), createSide('responder', responder)] as const;
	const follow = (at: number, { send, accepted, refused }: Step) => {
		const [side, peer] = at === 0 ? [sides[0], sides[1]] : [sides[1], sides[0]];
		const said = refused?.by === 'us' ? formatRefusal(refused.word) : send;
		if (accepted) side.outcome = 'accepted';
		if (refused) side.outcome = refused.by === 'us' ? refused.word : `told ${refused.word}`;
		if (!said) return;
		recorded.push(said);
		peer.inbox.push(...tamper(said, side.name, side.said++));
	};
	for (const [at, { handshake }] of sides.entries()) follow(at, await handshake.begin());
	for (let at = 0, idle = 0; idle < 2; at = 1 - at) {
		const side = at === 0 ? sides[0] : sides[1];
		const bytes = side.outcome === 'waiting' ? side.inbox.shift() : undefined;
		idle = bytes ? 0 : idle + 1;
		if (!bytes) continue;
		const word = parseRefusal(bytes);
		follow(at, word ? { refused: { word, by: 'peer' } } : await side.handshake.receive(bytes));
	}
	return { initiator: sides[0].outcome, responder: sides[1].outcome, recorded };
}

const createSide = (name: 'initiator' | 'responder', handshake: Handshake) => ({
	name,
	handshake,
	inbox: [] as Uint8Array[],
	outcome: 'waiting',
	said: 0
});

/** Two devices at the ends of a channel on virtual time, which is not slowed before they are linked. */
export async function createPair() {
	const devices = await createDevices();
	const clock = virtualClock();
	const channels = memoryChannels(clock);
	const [near, far] = channels.ends;
	const shared = { clock, random: seededRandom(5) };
	const nearOptions: LinkOptions = {
		...shared,
		channel: near,
		prover: devices.phone,
		initiator: true,
		fingerprints: seen.byInitiator
	};
	const farOptions: LinkOptions = {
		...shared,
		channel: far,
		prover: devices.laptop,
		initiator: false,
		fingerprints: seen.byResponder
	};
	/** Lets happen what needs no time to pass until it has settled. */
	async function settled<T>(promise: Promise<T>): Promise<T> {
		let isSettled = false;
		const done = promise.finally(() => (isSettled = true));
		while (!isSettled) {
			clock.advance(0);
			await new Promise(setImmediate);
		}
		return done;
	}
	const open = async () => settled(Promise.all([openLink(nearOptions), openLink(farOptions)]));
	const play = (ms: number) => clock.play(ms, () => new Promise(setImmediate));
	return { ...devices, clock, channels, near, far, nearOptions, farOptions, open, play, settled };
}
