/** Its checksum (CRC-32) makes `gunzip` reject bytes that were damaged. */
export function gzip(bytes: Uint8Array): Promise<Uint8Array> {
	return through(new CompressionStream('gzip'), bytes);
}

export function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
	return through(new DecompressionStream('gzip'), bytes);
}

async function through(transform: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
	const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
