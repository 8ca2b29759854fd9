import type { Bytes } from './bytes';
import { largestMessage } from './meeting-point';

export interface Packet {
	/** Kind and flags. */
	readonly first: number;
	readonly body: Bytes;
}

/** A message, its topic and their lengths; anything longer was not meant for us. */
const largestBody = largestMessage + 256;

/**
 * Cuts a stream of bytes into MQTT packets. It keeps at most one incomplete packet, and gives null once for bytes that
 * are no packets or one too large; what follows cannot be read any more.
 */
export function createPacketReader(): (chunk: Bytes) => Packet[] | null {
	let held: Bytes = new Uint8Array();
	return (chunk) => {
		let bytes = joined(held, chunk);
		const packets: Packet[] = [];
		for (;;) {
			const header = readHeader(bytes);
			if (header === null) return null;
			if (header === 'incomplete' || header.end > bytes.length) break;
			packets.push({ first: bytes[0] ?? 0, body: bytes.subarray(header.start, header.end) });
			bytes = bytes.subarray(header.end);
		}
		held = bytes.slice();
		return packets;
	};
}

function joined(a: Bytes, b: Bytes): Bytes {
	if (a.length === 0) return b;
	const both = new Uint8Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}

function readHeader(bytes: Bytes): { start: number; end: number } | 'incomplete' | null {
	let length = 0;
	for (let i = 1; i <= 4; i++) {
		const byte = bytes[i];
		if (byte === undefined) return 'incomplete';
		length += (byte & 0x7f) * 128 ** (i - 1);
		if (length > largestBody) return null;
		if (byte < 0x80) return { start: i + 1, end: i + 1 + length };
	}
	return null;
}
