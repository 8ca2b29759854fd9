/** A stream of numbers that is the same for the same seed (mulberry32): the sample is alike on every device. */
export class Seeded {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 up to, but not including, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	shuffled<T>(items: readonly T[]): readonly T[] {
		return items
			.map((item) => ({ item, at: this.next() }))
			.sort((a, b) => a.at - b.at)
			.map(({ item }) => item);
	}
}
