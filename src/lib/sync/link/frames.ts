import { mostSentBytes } from '../channel';
import { kinds, mayCarry, mostBytes, urgencies, type Kind, type Urgency } from './kinds';

export interface Message {
	readonly kind: Kind;
	readonly urgency: Urgency;
	readonly bytes: Uint8Array;
}

/** What arrived is no frame that may stand there. The link it came by is closed. */
export class BadFrame extends Error {
	override readonly name = 'BadFrame';
}

/**
 * A frame is a form (0 begins a message, 1 carries on), a kind, an urgency, the message's number, and the message's
 * length or how much of it came before; then as much of the message as is left or fits. So each message has exactly one
 * way to be cut, and no peer can make us keep more than arrived.
 */
const headBytes = 11;
export const frameRoom = mostSentBytes - headBytes;

const begins = 0;
const carriesOn = 1;

/** The frame that carries the message on from `offset`. */
export function formatFrame({ kind, urgency, bytes }: Message, id: number, offset: number): Uint8Array {
	const part = bytes.subarray(offset, offset + frameRoom);
	const frame = new Uint8Array(headBytes + part.length);
	const view = new DataView(frame.buffer);
	view.setUint8(0, offset === 0 ? begins : carriesOn);
	view.setUint8(1, kinds.indexOf(kind));
	view.setUint8(2, urgencies.indexOf(urgency));
	view.setUint32(3, id);
	view.setUint32(7, offset === 0 ? bytes.length : offset);
	frame.set(part, headBytes);
	return frame;
}

interface Head {
	readonly form: number;
	readonly kind: Kind;
	readonly urgency: Urgency;
	readonly id: number;
	/** The length of the whole in a frame that begins, the offset in one that carries on. */
	readonly count: number;
}

function parseHead(frame: Uint8Array): Head {
	if (frame.length < headBytes || frame.length > mostSentBytes) throw new BadFrame('length');
	const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
	const form = view.getUint8(0);
	const kind = kinds[view.getUint8(1)];
	const urgency = urgencies[view.getUint8(2)];
	if (form > carriesOn) throw new BadFrame('form');
	if (!kind || !urgency || !mayCarry(kind, urgency)) throw new BadFrame('kind');
	return { form, kind, urgency, id: view.getUint32(3), count: view.getUint32(7) };
}

interface Unfinished {
	readonly kind: Kind;
	readonly id: number;
	readonly length: number;
	readonly parts: Uint8Array[];
	arrived: number;
}

/** Puts one side's frames together again: one unfinished message of each urgency at a time. */
export class Assembler {
	readonly #unfinished = new Map<Urgency, Unfinished>();
	#nextId = 0;

	/** Bytes kept of messages that are not whole yet. */
	get heldBytes(): number {
		return [...this.#unfinished.values()].reduce((sum, { arrived }) => sum + arrived, 0);
	}

	/** The message that the frame makes whole, if it does. Throws `BadFrame`, after which it is of no more use. */
	take(frame: Uint8Array): Message | null {
		const head = parseHead(frame);
		const { kind, urgency } = head;
		const message = head.form === begins ? this.#begin(head) : this.#carryOn(head);
		const part = frame.subarray(headBytes);
		if (part.length !== Math.min(message.length - message.arrived, frameRoom)) throw new BadFrame('part');
		message.parts.push(part);
		message.arrived += part.length;
		if (message.arrived < message.length) {
			this.#unfinished.set(urgency, message);
			return null;
		}
		this.#unfinished.delete(urgency);
		return { kind, urgency, bytes: joined(message) };
	}

	/** Messages are numbered in the order they begin, so none can begin twice. */
	#begin({ kind, urgency, id, count }: Head): Unfinished {
		if (id !== this.#nextId) throw new BadFrame('number');
		if (this.#unfinished.has(urgency)) throw new BadFrame('unfinished');
		if (count > mostBytes[urgency]) throw new BadFrame('overlong');
		this.#nextId = followingId(id);
		return { kind, id, length: count, parts: [], arrived: 0 };
	}

	#carryOn({ kind, urgency, id, count }: Head): Unfinished {
		const message = this.#unfinished.get(urgency);
		if (message?.id !== id || message.kind !== kind) throw new BadFrame('unknown');
		if (message.arrived !== count) throw new BadFrame('offset');
		return message;
	}
}

/** Numbers are four bytes and begin again after the last. */
export const followingId = (id: number): number => (id + 1) >>> 0;

function joined({ length, parts }: Unfinished): Uint8Array {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
