/** Which of a device's tabs is on the network. */

/** What is used of the browser's locks. */
export type Locks = Pick<LockManager, 'request'>;

export interface LeadEvents {
	/** This tab leads from now on. */
	readonly led: () => void;
	/** Another tab took the lead, or this one gave it up. */
	readonly lost: () => void;
}

/** The lead, which one tab has: it is waited for, and can be taken from a tab that does not answer. */
export class Lead {
	readonly #locks: Locks;
	readonly #name: string;
	readonly #events: LeadEvents;
	#waiting: AbortController | null = null;
	#release: (() => void) | null = null;

	constructor(locks: Locks, name: string, events: LeadEvents) {
		this.#locks = locks;
		this.#name = name;
		this.#events = events;
	}

	get isHeld(): boolean {
		return this.#release !== null;
	}

	/** Waits until it is this tab's turn. */
	wait(): void {
		if (this.#release || this.#waiting) return;
		const waiting = new AbortController();
		this.#waiting = waiting;
		void this.#hold({ signal: waiting.signal });
	}

	/** Takes it from whoever has it; settles once it is this tab's. */
	take(): Promise<void> {
		if (this.#release) return Promise.resolve();
		this.#stopWaiting();
		return new Promise((settle) => void this.#hold({ steal: true }, settle));
	}

	/** Leaves it to the others, or stops waiting. */
	leave(): void {
		this.#stopWaiting();
		this.#release?.();
	}

	async #hold(options: LockOptions, held = () => {}): Promise<void> {
		let isOwn = false;
		const untilLeft = () =>
			new Promise<void>((settle) => {
				isOwn = true;
				this.#waiting = null;
				this.#release = settle;
				this.#events.led();
				held();
			});
		// Rejects when it was stolen, or waiting for it was given up.
		await this.#locks.request(this.#name, options, untilLeft).catch(() => undefined);
		if (!isOwn) return;
		this.#release = null;
		this.#events.lost();
	}

	#stopWaiting(): void {
		this.#waiting?.abort();
		this.#waiting = null;
	}
}
