import { isTopic, topicLength } from './topic.js';

/** Why a socket is closed; said to its owner in the close frame, never logged. */
export class Refusal extends Error {}

/** The packets a client may send, by first byte, flags and all: so QoS 1 and 2, DUP and retained messages are none. */
const connect = 0x10;
const publish = 0x30;
const allowed = new Set([connect, publish, 0x82, 0xa2, 0xc0, 0xe0]);
/** PINGREQ and DISCONNECT have no body. */
const bodiless = new Set([0xc0, 0xe0]);

/**
 * Cuts what a socket sends into whole MQTT packets before any other code reads it: a packet's kind and length are
 * judged as soon as its first bytes are there, so nothing is ever kept that could not be let through.
 * @param {import('./limits.js').Limits} limits
 */
export function createPacketGate(limits) {
	const publishLength = 2 + topicLength + limits.payload;
	let held = Buffer.alloc(0);
	let greeted = false;

	/**
	 * Where the packet at the start of `bytes` ends, or null while that cannot be known.
	 * @param {Buffer} bytes
	 */
	function readHeader(bytes) {
		const [kind] = bytes;
		if (kind === undefined) return null;
		if (!allowed.has(kind)) throw new Refusal('a packet of a kind or with flags not taken here');
		if (greeted === (kind === connect)) throw new Refusal('one CONNECT, and first');
		let length = 0;
		for (let i = 1; i <= 4; i++) {
			const byte = bytes[i];
			if (byte === undefined) return null;
			length += (byte & 0x7f) * 128 ** (i - 1);
			if (length > (kind === publish ? publishLength : bodiless.has(kind) ? 0 : limits.control))
				throw new Refusal('a packet too large');
			if (byte < 0x80) return { kind, body: i + 1, end: i + 1 + length };
		}
		throw new Refusal('a length without end');
	}

	return {
		/** Bytes of a packet that is not whole yet. */
		held: () => held.length,
		/** Whether the CONNECT came. */
		greeted: () => greeted,
		/**
		 * The packets that `chunk` completes. Throws a `Refusal` when the socket is to be closed.
		 * @param {Buffer} chunk at most what one WebSocket message may hold
		 * @returns {Buffer[]}
		 */
		take(chunk) {
			let bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
			const packets = [];
			for (let header = readHeader(bytes); header && header.end <= bytes.length; header = readHeader(bytes)) {
				const packet = bytes.subarray(0, header.end);
				if (header.kind === publish) checkTopic(packet.subarray(header.body));
				greeted = true;
				packets.push(packet);
				bytes = bytes.subarray(header.end);
			}
			// A copy: the rest of a large chunk is not kept alive by a few bytes of it.
			held = Buffer.from(bytes);
			return packets;
		}
	};
}

/** @param {Buffer} body of a PUBLISH of QoS 0: the topic with its length before it, then the message */
function checkTopic(body) {
	if (body.length < 2 + topicLength || body.readUInt16BE(0) !== topicLength)
		throw new Refusal('a topic not taken here');
	if (!isTopic(body.toString('latin1', 2, 2 + topicLength))) throw new Refusal('a topic not taken here');
}
