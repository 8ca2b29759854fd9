import type { Touched } from '$lib/doc/doc';

/** A telling that took less leaves time enough. */
const shortMs = 4;
/** So many times as long as the last telling took, what comes is gathered: telling takes a tenth of the time at most. */
const restFactor = 9;
/** After one that took longer, and of so much at once, telling waits until nothing has come for `quietMs`, for at most `mostMs`. */
const longMs = 50;
const muchAtOnce = 500;
const quietMs = 250;
const mostMs = 5_000;

/**
 * Tells changes as they are made; where those of others come thick and fast, as in a first exchange with another
 * device, together.
 */
export class Gathering {
	#waiting: Touched | null = null;
	#isResting = false;
	#cameAt = -Infinity;

	constructor(
		private readonly tell: (touched: Touched) => void,
		private readonly pause: (ms: number) => Promise<void>,
		private readonly now: () => number = () => performance.now()
	) {}

	/** More is being gathered, or would be. */
	get isOpen(): boolean {
		return this.#isResting;
	}

	/** What is made here is told at once, with all that came before it. */
	take(touched: Touched): void {
		this.#waiting = this.#waiting ? together(this.#waiting, touched) : touched;
		this.#cameAt = this.now();
		if (touched.isOwn) this.#tell();
		else if (this.#isResting) return;
		else if (touched.contacts.size + touched.interactions.length > muchAtOnce) void this.#rest(longMs);
		else this.#tell();
	}

	#tell(): void {
		const touched = this.#waiting;
		if (!touched) return;
		this.#waiting = null;
		const start = this.now();
		this.tell(touched);
		const tookMs = this.now() - start;
		if (!touched.isOwn && tookMs >= shortMs && !this.#isResting) void this.#rest(tookMs);
	}

	async #rest(tookMs: number): Promise<void> {
		this.#isResting = true;
		const start = this.now();
		await this.pause(restFactor * tookMs);
		if (tookMs >= longMs)
			while (this.now() - this.#cameAt < quietMs && this.now() - start < mostMs) await this.pause(quietMs);
		this.#isResting = false;
		this.#tell();
	}
}

const together = (one: Touched, other: Touched): Touched => ({
	contacts: new Set([...one.contacts, ...other.contacts]),
	interactions: [...one.interactions, ...other.interactions],
	reminders: new Set([...one.reminders, ...other.reminders]),
	settings: one.settings || other.settings,
	isOwn: one.isOwn || other.isOwn
});
