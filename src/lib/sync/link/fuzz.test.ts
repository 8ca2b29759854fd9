import { describe, expect, it } from 'vitest';
import { memoryChannels, mostSentBytes } from '../channel';
import { virtualClock } from '../clock';
import { Assembler, BadFrame, formatFrame, frameRoom, type Message } from './frames';
import { Handshake } from './handshake';
import { kinds, mayCarry, mostBytes, urgencies } from './kinds';
import { openLink } from './link';
import { fractionFrom, seededRandom, type Random } from './random';
import { createDevices, initiatorOf, introduce, responderOf, seen } from './test-devices';

const below = (random: Random, limit: number) => Math.floor(fractionFrom(random) * limit);
const oneOf = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)];

/** Changed in one to four ways: bits, bytes, ends. Never the same. */
function mutated(random: Random, bytes: Uint8Array): Uint8Array {
	let changed = bytes.slice();
	for (let left = 1 + below(random, 4); left > 0 || Buffer.from(changed).equals(bytes); left--) {
		const at = below(random, Math.min(changed.length, 400));
		const way = below(random, 6);
		if (way === 0) changed = changed.slice(0, at);
		else if (way === 1) changed = Uint8Array.of(...changed.slice(0, at), ...random(1 + below(random, 20)));
		else if (way === 2) changed = Uint8Array.of(...changed.subarray(0, at), ...changed.subarray(at + 1));
		else if (way === 3) changed[at] = random(1)[0] ?? 0;
		else if (way === 4) changed[at] = oneOf(random, [0, 1, 2, 3, 4, 0x7f, 0x80, 0xff]) ?? 0;
		else changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8));
	}
	return changed;
}

const noise = seededRandom(99)(2 * frameRoom);

/** Frames of a few messages, as one side sends them. */
function conversation(random: Random): Uint8Array[] {
	const frames: Uint8Array[] = [];
	for (let id = 0; id < 6; id++) {
		const urgency = oneOf(random, urgencies) ?? 'live';
		const kind =
			oneOf(
				random,
				kinds.filter((one) => mayCarry(one, urgency))
			) ?? 'document';
		const length =
			below(random, 4) === 0 ? below(random, Math.min(mostBytes[urgency], noise.length)) : below(random, 99);
		const message: Message = { kind, urgency, bytes: noise.subarray(0, length) };
		frames.push(formatFrame(message, id, 0));
		for (let at = frameRoom; at < length; at += frameRoom) frames.push(formatFrame(message, id, at));
	}
	return frames;
}

const inShort = ({ kind, urgency, bytes }: Message) => `${kind} ${urgency} ${Buffer.from(bytes).toString('base64')}`;

/** What comes of the frames, up to the first that is refused. What is no `BadFrame` fails the test. */
function take(frames: readonly Uint8Array[]) {
	const assembler = new Assembler();
	const messages: Message[] = [];
	let arrived = 0;
	for (const frame of frames) {
		arrived += frame.length;
		try {
			const message = assembler.take(frame);
			if (message) messages.push(message);
		} catch (error) {
			if (!(error instanceof BadFrame)) throw error;
			return { messages, isRefused: true };
		}
		if (assembler.heldBytes > arrived) throw new Error('more is kept than arrived');
	}
	return { messages, isRefused: false };
}

describe('L15: among 20,000 conversations of which', () => {
	it('a frame is changed anywhere, each is refused or gives messages that may stand there, and keeps no more than came', () => {
		const random = seededRandom(1);
		let refused = 0;
		for (let round = 0; round < 10_000; round++) {
			const frames = conversation(random);
			const at = below(random, frames.length);
			frames[at] = mutated(random, frames[at] ?? new Uint8Array());
			const { messages, isRefused } = take(frames);
			if (isRefused) refused++;
			for (const { kind, urgency, bytes } of messages) {
				if (!mayCarry(kind, urgency) || bytes.length > mostBytes[urgency]) throw new Error(`round ${round}`);
			}
		}
		expect(refused).toBeGreaterThan(5_000);
	});

	it('a frame is repeated, cut or lengthened, each is refused; where one is left out or late, none is delivered wrong', () => {
		const random = seededRandom(2);
		const refused = [0, 0, 0, 0, 0];
		for (let round = 0; round < 10_000; round++) {
			const frames = conversation(random);
			const sent = take(frames).messages.map(inShort);
			const at = below(random, frames.length - 1);
			const frame = frames[at] ?? new Uint8Array();
			const way = round % 5;
			if (way === 0) frames.splice(at, 0, frame);
			else if (way === 1) frames.splice(at, 1);
			else if (way === 2) frames[at] = frame.slice(0, below(random, frame.length));
			else if (way === 3) frames[at] = Uint8Array.of(...frame, ...random(1 + below(random, 30)));
			else frames.splice(at, 2, frames[at + 1] ?? frame, frame);
			const { messages, isRefused } = take(frames);
			if (isRefused) refused[way] = (refused[way] ?? 0) + 1;
			for (const message of messages.map(inShort)) {
				const place = sent.indexOf(message);
				if (place < 0) throw new Error(`round ${round}: ${message}`);
				sent.splice(place, 1);
			}
			// A frame that is late may only have let one of another message go first.
			if (!isRefused && sent.length !== (way === 1 ? 1 : 0)) throw new Error(`round ${round}: ${sent.join()}`);
		}
		expect([refused[0], refused[2], refused[3]]).toEqual([2_000, 2_000, 2_000]);
		expect(Math.min(...refused)).toBeGreaterThan(1_500);
	});
});

describe('L15: among introductions', () => {
	it('with a hello or a proof changed on its way, none of 2,000 is accepted by either side', async () => {
		const { phone, laptop } = await createDevices();
		const random = seededRandom(3);
		for (let round = 0; round < 2_000; round++) {
			const [from, place] = [oneOf(random, ['initiator', 'responder']), below(random, 2)];
			const { initiator, responder } = await introduce(
				initiatorOf(phone, 2 * round),
				responderOf(laptop, 2 * round + 1),
				(bytes, side, at) => [side === from && at === place ? mutated(random, bytes) : bytes]
			);
			expect([initiator, responder], `round ${round}`).not.toContain('accepted');
		}
	});

	it('of a member’s words recorded, mixed, changed and made up, none of 4,000 is accepted', async () => {
		const { phone, laptop } = await createDevices();
		const random = seededRandom(4);
		const { recorded } = await introduce(initiatorOf(phone, 1), responderOf(laptop, 2));
		for (let round = 0; round < 4_000; round++) {
			const victim = new Handshake(laptop, round % 2 === 0, seen.byResponder, seededRandom(1000 + round)(32));
			await victim.begin();
			for (let said = 0; said < 4; said++) {
				const bytes = oneOf(random, recorded) ?? new Uint8Array();
				const way = below(random, 4);
				const word = way === 0 ? mutated(random, bytes) : way === 1 ? random(below(random, 600)) : bytes;
				expect((await victim.receive(word)).accepted, `round ${round}`).toBeUndefined();
			}
		}
	});

	it('over a channel, 4,000 bursts of frames end in a refusal and a closed channel, and nothing is delivered', async () => {
		const { phone, laptop } = await createDevices();
		const random = seededRandom(5);
		const { recorded } = await introduce(initiatorOf(phone, 1), responderOf(laptop, 2));
		for (let round = 0; round < 4_000; round++) {
			const clock = virtualClock();
			const [far, channel] = memoryChannels(clock).ends;
			let answered = 0;
			far.watchMessages((bytes) => (answered += bytes.length));
			for (let id = 0; id < 6; id++) {
				const bytes = oneOf(random, recorded) ?? new Uint8Array();
				const frame = formatFrame({ kind: 'handshake', urgency: 'control', bytes }, id, 0);
				far.send((below(random, 3) === 0 ? mutated(random, frame) : frame).subarray(0, mostSentBytes));
			}
			const fingerprints = seen.byResponder;
			const opened = openLink({ channel, prover: laptop, initiator: false, fingerprints, clock, random });
			clock.advance(0);
			const { link, refusal } = await opened;
			expect(link).toBeNull();
			expect(refusal?.word, `round ${round}`).toBeDefined();
			expect(() => channel.send(new Uint8Array(1))).toThrow();
			clock.advance(20_000);
			expect(answered).toBeLessThan(500);
		}
	});
});
