/** A repeatable source of chance: the same seed gives the same address book on every computer (mulberry32). */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** At least 0, below 1. */
	fraction(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.fraction() * (most - least + 1));
	}

	/** True in `share` of the cases. */
	happens(share: number): boolean {
		return this.fraction() < share;
	}

	one<T>(choices: readonly T[]): T {
		const chosen = choices[Math.floor(this.fraction() * choices.length)];
		if (chosen === undefined) throw new RangeError('Nothing to choose from');
		return chosen;
	}

	/** As words are in a language: the one at rank n about 1/n as often as the first. */
	ranked<T>(choices: readonly T[]): T {
		const rank = Math.floor(Math.exp(this.fraction() * Math.log(choices.length + 1))) - 1;
		return choices[Math.min(rank, choices.length - 1)] ?? this.one(choices);
	}
}
