import type { Touched } from '$lib/doc/doc';

/** Contacts and interactions that come at once: who edits by hand touches fewer. */
const muchAtOnce = 100;
/** Much is told once nothing has come for so long, */
const quietMs = 250;
/** or so long after it began. */
const mostMs = 5_000;

/**
 * Tells changes as they are made; where another device or tab sends much, as in a first exchange, once it has come: to
 * tell each part would take longer than to take it in.
 */
export class Gathering {
	#waiting: Touched | null = null;
	#isOpen = false;
	#cameAt = -Infinity;

	constructor(
		private readonly tell: (touched: Touched) => void,
		private readonly pause: (ms: number) => Promise<void>,
		private readonly now: () => number = () => performance.now()
	) {}

	/** More is being gathered. */
	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** What is made here is told at once, with all that came before it. */
	take(touched: Touched): void {
		this.#waiting = this.#waiting ? together(this.#waiting, touched) : touched;
		this.#cameAt = this.now();
		if (touched.isOwn) return this.#tell();
		if (this.#isOpen) return;
		if (touched.contacts.size + touched.interactions.length > muchAtOnce) void this.#gather();
		else this.#tell();
	}

	async #gather(): Promise<void> {
		this.#isOpen = true;
		const start = this.now();
		do await this.pause(quietMs);
		while (this.now() - this.#cameAt < quietMs && this.now() - start < mostMs);
		this.#isOpen = false;
		this.#tell();
	}

	#tell(): void {
		const touched = this.#waiting;
		this.#waiting = null;
		if (touched) this.tell(touched);
	}
}

const together = (one: Touched, other: Touched): Touched => ({
	contacts: new Set([...one.contacts, ...other.contacts]),
	interactions: [...one.interactions, ...other.interactions],
	reminders: new Set([...one.reminders, ...other.reminders]),
	settings: one.settings || other.settings,
	isOwn: one.isOwn || other.isOwn
});
