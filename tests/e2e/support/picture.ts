import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
export const red: Colour = [200, 30, 30];
export const green: Colour = [30, 160, 60];
export const blue: Colour = [40, 60, 200];

/** A PNG of upright stripes of equal width. */
export function stripes(width: number, height: number, colours: readonly Colour[]): Buffer {
	const line = Buffer.alloc(1 + width * 3);
	for (let x = 0; x < width; x++) line.set(colours[Math.floor((x * colours.length) / width)] ?? red, 1 + x * 3);
	const size = Buffer.alloc(13);
	size.writeUInt32BE(width, 0);
	size.writeUInt32BE(height, 4);
	// Eight bits a channel, three channels.
	size.set([8, 2, 0, 0, 0], 8);
	const lines = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
