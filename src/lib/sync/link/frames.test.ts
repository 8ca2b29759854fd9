import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mostSentBytes } from '../channel';
import { Assembler, BadFrame, formatFrame, frameRoom, followingId, type Message } from './frames';
import { mostBytes, type Kind, type Urgency } from './kinds';

const edit = (length: number, kind: Kind = 'document', urgency: Urgency = 'live'): Message => ({
	kind,
	urgency,
	bytes: pattern.slice(0, length)
});
const pattern = Uint8Array.from({ length: 2 ** 21 }, (_, at) => at % 251);

/** Comparing long bytes one by one takes seconds. */
const inShort = (messages: readonly Message[]) =>
	messages.map(({ kind, urgency, bytes }) => {
		const isWhole = Buffer.from(bytes).equals(pattern.subarray(0, bytes.length));
		return `${kind} ${urgency} ${bytes.length}${isWhole ? '' : ' damaged'}`;
	});

function cut(message: Message, id = 0): Uint8Array[] {
	const frames = [formatFrame(message, id, 0)];
	for (let at = frameRoom; at < message.bytes.length; at += frameRoom) frames.push(formatFrame(message, id, at));
	return frames;
}

function take(frames: readonly Uint8Array[], assembler = new Assembler()): Message[] {
	return frames.flatMap((frame) => assembler.take(frame) ?? []);
}

/** A copy with the bytes at `at` replaced. */
function changed(frame: Uint8Array | undefined, at: number, ...bytes: number[]): Uint8Array {
	const copy = (frame ?? new Uint8Array()).slice();
	copy.set(bytes, at);
	return copy;
}

describe('L1: a message', () => {
	test.each([0, 1, frameRoom - 1, frameRoom, frameRoom + 1, 3 * frameRoom, 100_000])(
		'of %i bytes comes whole out of frames that fit the channel',
		(length) => {
			const frames = cut(edit(length));
			expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThanOrEqual(mostSentBytes);
			expect(inShort(take(frames))).toEqual([`document live ${length}`]);
		}
	);

	it('comes whole whatever else is sent between its frames', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.nat(5 * frameRoom), (turns, length) => {
				const assembler = new Assembler();
				const big = edit(length, 'document', 'bulk');
				const bulk = cut(big);
				const received = take(bulk.splice(0, 1), assembler);
				let id = 1;
				for (const isBulk of turns) {
					received.push(...take(isBulk ? bulk.splice(0, 1) : cut(edit(3), id++), assembler));
				}
				received.push(...take(bulk, assembler));
				expect(inShort(received.filter(({ urgency }) => urgency === 'bulk'))).toEqual(inShort([big]));
				expect(received).toHaveLength(id);
				expect(assembler.heldBytes).toBe(0);
			})
		);
	});

	it('may be the one after the last number', () => {
		expect(followingId(2 ** 32 - 1)).toBe(0);
	});
});

describe('L2: a message longer than its urgency may have', () => {
	test.each<[Kind, Urgency]>([
		['receipt', 'control'],
		['document', 'live'],
		['document', 'bulk'],
		['photo', 'photo']
	])('is refused at its first frame, before anything is kept (%s, %s)', (kind, urgency) => {
		const first = formatFrame(edit(2 * frameRoom, kind, urgency), 0, 0);
		const declaring = (length: number) => {
			const frame = first.slice();
			new DataView(frame.buffer).setUint32(7, length);
			return frame;
		};
		const kept = new Assembler();
		expect(kept.take(declaring(Math.max(mostBytes[urgency], frameRoom + 1)))).toBeNull();
		const refusing = new Assembler();
		for (const length of [mostBytes[urgency] + 1, 2 ** 31, 2 ** 32 - 1]) {
			expect(() => refusing.take(declaring(length))).toThrow(BadFrame);
		}
		expect(refusing.heldBytes).toBe(0);
	});
});

describe('L3: kept of what is unfinished', () => {
	it('is no more than has arrived', () => {
		const assembler = new Assembler();
		let arrived = 0;
		for (const frame of cut(edit(mostBytes.live)).slice(0, -1)) {
			assembler.take(frame);
			arrived += frame.length;
			expect(assembler.heldBytes).toBeLessThanOrEqual(arrived);
		}
	});

	it('is one message of each urgency', () => {
		const assembler = new Assembler();
		const big = 2 * frameRoom;
		assembler.take(formatFrame(edit(big), 0, 0));
		assembler.take(formatFrame(edit(big, 'document', 'bulk'), 1, 0));
		assembler.take(formatFrame(edit(big, 'photo', 'photo'), 2, 0));
		expect(() => assembler.take(formatFrame(edit(big), 3, 0))).toThrow(BadFrame);
	});
});

describe('L4: what is no frame that may stand there', () => {
	const [first, second, third] = cut(edit(2.5 * frameRoom));
	const [long, next, later] = cut(edit(5 * frameRoom));
	const short = formatFrame(edit(5), 0, 0);
	const control = formatFrame(edit(5, 'receipt', 'control'), 1, 0);
	const frames = (...list: (Uint8Array | undefined)[]) => list.map((frame) => frame ?? new Uint8Array());

	test.each<[string, readonly Uint8Array[]]>([
		['no bytes', [new Uint8Array(0)]],
		['half a head', [short.slice(0, 10)]],
		['more than a frame has', [new Uint8Array(mostSentBytes + 1)]],
		['an unknown form', [changed(short, 0, 2)]],
		['an unknown kind', [changed(short, 1, 99)]],
		['an unknown urgency', [changed(short, 2, 4)]],
		['a kind in a hurry it may not have', [changed(short, 2, 0)]],
		['a first number that is not the first', [changed(short, 6, 1)]],
		['less than it declares', [short.slice(0, -1)]],
		['more than it declares', [Uint8Array.of(...short, 0)]],
		['a message begun twice', frames(short, short)],
		['a message begun twice, unfinished', frames(first, first)],
		['a frame twice', frames(first, second, second)],
		['a full frame twice', frames(long, next, next)],
		['a frame left out', frames(first, third)],
		['a full frame left out', frames(long, later)],
		['a frame of a message that never began', frames(second)],
		['a frame of a message that is done', frames(first, second, third, third)],
		['a frame of a message of another number', frames(first, changed(second, 6, 1))],
		['a frame of another kind than its message', frames(first, changed(second, 1, 3))],
		['a number left out', frames(short, changed(control, 6, 2))],
		['a frame cut short', frames(first, (second ?? short).slice(0, -1))],
		['a first frame cut short', frames((first ?? short).slice(0, -1))],
		['a last frame too long', frames(first, second, Uint8Array.of(...(third ?? short), 0))]
	])('is refused: %s', (_, bad) => {
		expect(() => take(bad)).toThrow(BadFrame);
	});
});
