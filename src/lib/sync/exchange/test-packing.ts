/** The same DEFLATE at once: a browser's takes real time, which virtual time does not wait for. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { BadPacking, type Packing } from './packing';

export const directPacking: Packing = {
	pack: async (bytes) => new Uint8Array(deflateRawSync(bytes)),
	async unpack(bytes, mostBytes) {
		try {
			return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: mostBytes }));
		} catch {
			throw new BadPacking('bytes');
		}
	}
};
