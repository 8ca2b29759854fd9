/** Large messages of the document, made small for the way: names and notes pack to about a quarter. */

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
export const browserPacking: Packing = { pack, unpack };

async function pack(bytes: Uint8Array): Promise<Uint8Array> {
	const packed = through(new CompressionStream('deflate-raw'), bytes);
	return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function unpack(bytes: Uint8Array, mostBytes: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = through(new DecompressionStream('deflate-raw'), bytes).getReader();
	try {
		for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
			length += value.byteLength;
			if (length > mostBytes) throw new BadPacking('overlong');
			chunks.push(value);
		}
	} catch (error) {
		await reader.cancel().catch(() => undefined);
		throw error instanceof BadPacking ? error : new BadPacking('bytes');
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.byteLength;
	}
	return whole;
}

const through = (
	transform: CompressionStream | DecompressionStream,
	bytes: Uint8Array
): ReadableStream<Uint8Array<ArrayBuffer>> =>
	new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
