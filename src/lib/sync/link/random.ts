/** Bytes nobody can foretell. */
export type Random = (length: number) => Uint8Array;

export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Bytes that are the same for the same seed: for what must be played again. Mulberry32. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const nextByte = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
	};
	return (length) => Uint8Array.from({ length }, nextByte);
}

/** From 0 up to, but never, 1. */
export function fractionFrom(random: Random): number {
	const bytes = random(4);
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}
