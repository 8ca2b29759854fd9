import { ChannelClosed, type Channel } from '../channel';

type Stop = () => void;

/** A channel that may be watched before it is there. */
export class LateChannel implements Channel {
	readonly #messageListeners = new Map<(bytes: Uint8Array) => void, Stop>();
	readonly #closeListeners = new Set<() => void>();
	#real: Channel | null = null;
	#isClosed = false;

	get bufferedBytes(): number {
		return this.#real?.bufferedBytes ?? 0;
	}

	send(bytes: Uint8Array): void {
		if (!this.#real || this.#isClosed) throw new ChannelClosed();
		this.#real.send(bytes);
	}

	whenDrained(): Promise<void> {
		return this.#real && !this.#isClosed ? this.#real.whenDrained() : Promise.reject(new ChannelClosed());
	}

	watchMessages(listener: (bytes: Uint8Array) => void): Stop {
		this.#messageListeners.set(listener, this.#real?.watchMessages(listener) ?? (() => undefined));
		return () => {
			this.#messageListeners.get(listener)?.();
			this.#messageListeners.delete(listener);
		};
	}

	watchClose(listener: () => void): Stop {
		if (this.#isClosed) listener();
		else this.#closeListeners.add(listener);
		return () => void this.#closeListeners.delete(listener);
	}

	close(): void {
		if (this.#isClosed) return;
		this.#real?.close();
		this.end();
	}

	/** Closes it here alone. */
	end(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		for (const stop of this.#messageListeners.values()) stop();
		for (const listener of [...this.#closeListeners]) listener();
		this.#closeListeners.clear();
	}

	become(real: Channel): void {
		if (this.#isClosed) return real.close();
		this.#real = real;
		real.watchClose(() => this.end());
		for (const listener of this.#messageListeners.keys()) {
			this.#messageListeners.set(listener, real.watchMessages(listener));
		}
	}
}
