type Listener = (bytes: Uint8Array) => void;

/** Bytes that wait for a first listener: nobody listens to a channel that is not used. */
const mostUnheardBytes = 1024 * 1024;
/** Empty messages count, too. */
const costOf = (bytes: Uint8Array) => bytes.length + 64;

/** What arrives on a channel: it waits for the first listener, and comes in order. */
export class Inbox {
	readonly #listeners = new Set<Listener>();
	#unheard: Uint8Array[] = [];
	#unheardBytes = 0;

	/** False when more waits than anyone could mean. */
	take(bytes: Uint8Array): boolean {
		this.#unheard.push(bytes);
		this.#unheardBytes += costOf(bytes);
		this.#hear();
		return this.#unheardBytes <= mostUnheardBytes;
	}

	watch(listener: Listener): () => void {
		this.#listeners.add(listener);
		queueMicrotask(() => this.#hear());
		return () => void this.#listeners.delete(listener);
	}

	end(): void {
		this.#listeners.clear();
		this.#unheard = [];
		this.#unheardBytes = 0;
	}

	#hear(): void {
		while (this.#listeners.size > 0) {
			const bytes = this.#unheard.shift();
			if (!bytes) return;
			this.#unheardBytes -= costOf(bytes);
			for (const listener of [...this.#listeners]) listener(bytes);
		}
	}
}
