/** Where a session stands, and the promise of how it ends. */
export class Stage<State, Outcome extends State> {
	readonly outcome: Promise<Outcome>;
	readonly #listeners = new Set<(state: State) => void>();
	#settle: (outcome: Outcome) => void = () => undefined;
	#hasEnded = false;

	constructor(private current: State) {
		this.outcome = new Promise((resolve) => (this.#settle = resolve));
	}

	get state(): State {
		return this.current;
	}

	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	/** Without effect once it has ended. */
	move(state: State): void {
		if (this.#hasEnded) return;
		this.current = state;
		for (const listener of [...this.#listeners]) listener(state);
	}

	end(outcome: Outcome): void {
		if (this.#hasEnded) return;
		this.move(outcome);
		this.#hasEnded = true;
		this.#settle(outcome);
	}

	watch(listener: (state: State) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}
}
