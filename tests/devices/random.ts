/** Repeatable chance (mulberry32): the same seed gives the same run. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** 0 ≤ x < 1 */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	/** 0 ≤ n < `end`, whole */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	is(probability: number): boolean {
		return this.next() < probability;
	}

	/** Undefined when there is nothing to pick from. */
	pick<T>(items: readonly T[]): T | undefined {
		return items[this.below(items.length)];
	}

	shuffled<T>(items: readonly T[]): T[] {
		const left = [...items];
		const shuffled: T[] = [];
		while (left.length) shuffled.push(...left.splice(this.below(left.length), 1));
		return shuffled;
	}
}
