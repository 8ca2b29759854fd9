/** The present moment, for what is told relative to it. */
export class Now {
	current = $state(Date.now());

	/** Moves on every so many ms, until the answer is called. */
	follow(everyMs: number): () => void {
		const timer = setInterval(() => (this.current = Date.now()), everyMs);
		return () => clearInterval(timer);
	}
}
