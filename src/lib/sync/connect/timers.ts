import type { Clock } from '../clock';

/** What one part of the app asked of the clock, so that all of it can be called off at once. */
export class Timers {
	readonly #pending = new Set<() => void>();
	#isOver = false;

	constructor(readonly clock: Clock) {}

	/** Nothing after the end. */
	after(ms: number, run: () => void): () => void {
		if (this.#isOver) return () => undefined;
		const callOff = this.clock.after(ms, () => {
			this.#pending.delete(forget);
			run();
		});
		const forget = () => {
			this.#pending.delete(forget);
			callOff();
		};
		this.#pending.add(forget);
		return forget;
	}

	/** Runs each `ms` until called off. */
	each(ms: number, run: () => void): () => void {
		let forget = () => {};
		const wait = () => {
			forget = this.after(ms, () => {
				wait();
				run();
			});
		};
		wait();
		return () => forget();
	}

	end(): void {
		this.#isOver = true;
		for (const forget of [...this.#pending]) forget();
	}
}
