/** Large messages of the document, made small for the way: names and notes pack to about a quarter. */

import { joined } from '../trust/bytes';

/** Of a message, packed or not; smaller ones gain nothing. */
export const worthPackingBytes = 64 * 1024;

/** What was unpacked is longer than any message may be, or was never packed. */
export class BadPacking extends Error {
	override readonly name = 'BadPacking';
}

export interface Packing {
	pack(bytes: Uint8Array): Promise<Uint8Array>;
	/** Stops at `mostBytes`, however much a few bytes would unpack to. Rejects with `BadPacking`. */
	unpack(bytes: Uint8Array, mostBytes: number): Promise<Uint8Array>;
}

/** By the browser's own DEFLATE (RFC 1951). */
export const browserPacking: Packing = {
	pack: (bytes) => through(new CompressionStream('deflate-raw'), bytes, bytes.byteLength, Infinity),
	async unpack(bytes, mostBytes) {
		try {
			return await through(new DecompressionStream('deflate-raw'), bytes, unpackedAtOnceBytes, mostBytes);
		} catch (error) {
			throw error instanceof BadPacking ? error : new BadPacking('bytes');
		}
	}
};

/** A browser unpacks all that it is given before it gives out any of it: 16 MB of this at the very most. */
const unpackedAtOnceBytes = 16 * 1024;

async function through(
	{ readable, writable }: CompressionStream | DecompressionStream,
	bytes: Uint8Array,
	atOnceBytes: number,
	mostBytes: number
): Promise<Uint8Array> {
	// What goes wrong with it is told to who reads, too.
	feed(writable.getWriter(), bytes as Uint8Array<ArrayBuffer>, atOnceBytes).catch(() => undefined);
	const reader = readable.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
		length += value.byteLength;
		if (length > mostBytes) {
			await reader.cancel();
			throw new BadPacking('overlong');
		}
		chunks.push(value);
	}
	return joined(...chunks);
}

async function feed(
	writer: WritableStreamDefaultWriter<BufferSource>,
	bytes: Uint8Array<ArrayBuffer>,
	atOnceBytes: number
): Promise<void> {
	for (let at = 0; at < bytes.byteLength; at += atOnceBytes)
		await writer.write(bytes.subarray(at, Math.min(at + atOnceBytes, bytes.byteLength)));
	await writer.close();
}
