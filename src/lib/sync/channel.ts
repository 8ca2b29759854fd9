import type { Clock } from './clock';

/** The most bytes one `send` may have: what every browser passes on whole. */
export const mostSentBytes = 16 * 1024;
/** Bytes below which a channel has drained. */
export const drainedBelowBytes = 256 * 1024;

/** The channel is closed, or was closed while something waited on it. */
export class ChannelClosed extends Error {
	override readonly name = 'ChannelClosed';
}

/** An ordered, reliable way to one other device, as a WebRTC data channel is. What was handed over may still be lost. */
export interface Channel {
	/** At most `mostSentBytes`. Throws `ChannelClosed`. The bytes may be reused afterwards. */
	send(bytes: Uint8Array): void;
	/** Bytes handed over that have not left yet. */
	readonly bufferedBytes: number;
	/** Settles when fewer than `drainedBelowBytes` are buffered; rejects with `ChannelClosed`. */
	whenDrained(): Promise<void>;
	/** What arrives before the first listener waits for it. A listener may keep the bytes. */
	watchMessages(listener: (bytes: Uint8Array) => void): () => void;
	/** Told once, whoever closed it; at once when it has closed already. */
	watchClose(listener: () => void): () => void;
	/** What was sent before may still arrive; nothing is received any more. */
	close(): void;
}

/** Two ends in one process. */
export interface MemoryChannels {
	readonly ends: readonly [Channel, Channel];
	/** Closes both ends at once; what was on its way is lost. */
	cut(): void;
	/** From now on nothing leaves or arrives, and neither end is told: the other device fell asleep. */
	silence(): void;
	/** From now on the network is another one. */
	tune(wire: Wire): void;
}

export interface Wire {
	/** From leaving one end to arriving at the other. */
	readonly latencyMs?: number;
	/** In each direction; without it what is sent leaves at once. */
	readonly bytesPerSecond?: number;
}

export function memoryChannels(clock: Clock, { latencyMs = 0, bytesPerSecond = Infinity }: Wire = {}): MemoryChannels {
	const wire = { clock, latencyMs, bytesPerSecond, isDead: false };
	const [one, other] = [new MemoryEnd(wire), new MemoryEnd(wire)];
	one.far = other;
	other.far = one;
	return {
		ends: [one, other],
		cut() {
			wire.isDead = true;
			one.end();
			other.end();
		},
		silence() {
			wire.isDead = true;
		},
		tune: (changes) => void Object.assign(wire, changes)
	};
}

/** Bytes, or that the end they come from was closed. */
type Parcel = Uint8Array | 'closed';
const sizeOf = (parcel: Parcel) => (parcel === 'closed' ? 0 : parcel.length);

class MemoryEnd implements Channel {
	far: MemoryEnd | null = null;
	readonly #wire: Required<Wire> & { readonly clock: Clock; readonly isDead: boolean };
	readonly #messageListeners = new Set<(bytes: Uint8Array) => void>();
	readonly #closeListeners = new Set<() => void>();
	/** Timers of a real clock may fire out of order; what they move is always the first. */
	readonly #leaving: Parcel[] = [];
	readonly #flying: Parcel[] = [];
	readonly #unheard: Uint8Array[] = [];
	#drained: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
	#buffered = 0;
	#busyUntil = 0;
	#isClosed = false;

	constructor(wire: Required<Wire> & { readonly clock: Clock; readonly isDead: boolean }) {
		this.#wire = wire;
	}

	get bufferedBytes(): number {
		return this.#buffered;
	}

	send(bytes: Uint8Array): void {
		if (this.#isClosed) throw new ChannelClosed();
		if (bytes.length > mostSentBytes) throw new RangeError(`${bytes.length} bytes at once`);
		this.#put(bytes.slice());
	}

	whenDrained(): Promise<void> {
		if (this.#isClosed) return Promise.reject(new ChannelClosed());
		if (this.#buffered < drainedBelowBytes) return Promise.resolve();
		return new Promise((resolve, reject) => this.#drained.push({ resolve, reject }));
	}

	watchMessages(listener: (bytes: Uint8Array) => void): () => void {
		this.#messageListeners.add(listener);
		if (this.#unheard.length > 0) this.#wire.clock.after(0, () => this.#hear());
		return () => void this.#messageListeners.delete(listener);
	}

	watchClose(listener: () => void): () => void {
		if (this.#isClosed) listener();
		else this.#closeListeners.add(listener);
		return () => void this.#closeListeners.delete(listener);
	}

	close(): void {
		if (this.#isClosed) return;
		this.#put('closed');
		this.end();
	}

	end(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		for (const { reject } of this.#drained.splice(0)) reject(new ChannelClosed());
		for (const listener of [...this.#closeListeners]) listener();
		this.#closeListeners.clear();
	}

	#put(parcel: Parcel): void {
		const { clock, bytesPerSecond } = this.#wire;
		this.#buffered += sizeOf(parcel);
		this.#leaving.push(parcel);
		this.#busyUntil = Math.max(clock.now(), this.#busyUntil) + (sizeOf(parcel) / bytesPerSecond) * 1000;
		clock.after(this.#busyUntil - clock.now(), () => this.#leave());
	}

	#leave(): void {
		if (this.#wire.isDead) return;
		const parcel = this.#leaving.shift() ?? 'closed';
		this.#buffered -= sizeOf(parcel);
		if (this.#buffered < drainedBelowBytes) for (const { resolve } of this.#drained.splice(0)) resolve();
		this.#flying.push(parcel);
		this.#wire.clock.after(this.#wire.latencyMs, () => this.#land());
	}

	#land(): void {
		const parcel = this.#flying.shift();
		if (parcel && !this.#wire.isDead) this.far?.arrive(parcel);
	}

	arrive(parcel: Parcel): void {
		if (this.#isClosed) return;
		if (parcel === 'closed') {
			this.#hear();
			this.end();
			return;
		}
		this.#unheard.push(parcel);
		this.#hear();
	}

	#hear(): void {
		while (this.#messageListeners.size > 0 && !this.#isClosed) {
			const bytes = this.#unheard.shift();
			if (!bytes) return;
			for (const listener of [...this.#messageListeners]) listener(bytes);
		}
	}
}
