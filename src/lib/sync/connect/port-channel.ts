import { ChannelClosed, drainedBelowBytes, mostSentBytes, type Channel } from '../channel';
import { Inbox } from './inbox';

interface Waiter {
	readonly resolve: () => void;
	readonly reject: (error: Error) => void;
}

/** The worker's end of a data channel that lives in the page. What was posted counts as buffered until it has left. */
export class PortChannel implements Channel {
	readonly #post: (bytes: ArrayBuffer) => void;
	readonly #askToClose: () => void;
	readonly #inbox = new Inbox();
	readonly #closeListeners = new Set<() => void>();
	#waiters: Waiter[] = [];
	#state: 'new' | 'open' | 'closed' = 'new';
	#sent = 0;
	#left = 0;

	constructor(post: (bytes: ArrayBuffer) => void, askToClose: () => void) {
		this.#post = post;
		this.#askToClose = askToClose;
	}

	get bufferedBytes(): number {
		return this.#sent - this.#left;
	}

	send(bytes: Uint8Array): void {
		if (this.#state !== 'open') throw new ChannelClosed();
		if (bytes.length > mostSentBytes) throw new RangeError(`${bytes.length} bytes at once`);
		this.#sent += bytes.length;
		this.#post(bytes.slice().buffer);
	}

	whenDrained(): Promise<void> {
		if (this.#state !== 'open') return Promise.reject(new ChannelClosed());
		if (this.bufferedBytes < drainedBelowBytes) return Promise.resolve();
		return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
	}

	watchMessages(listener: (bytes: Uint8Array) => void): () => void {
		return this.#inbox.watch(listener);
	}

	watchClose(listener: () => void): () => void {
		if (this.#state === 'closed') listener();
		else this.#closeListeners.add(listener);
		return () => void this.#closeListeners.delete(listener);
	}

	close(): void {
		if (this.#state === 'closed') return;
		this.#askToClose();
		this.end();
	}

	opened(): void {
		if (this.#state === 'new') this.#state = 'open';
	}

	arrive(bytes: ArrayBuffer): void {
		if (this.#state !== 'closed' && !this.#inbox.take(new Uint8Array(bytes))) this.close();
	}

	/** So many bytes of all that were sent. */
	hasLeft(bytes: number): void {
		this.#left = Math.max(this.#left, Math.min(bytes, this.#sent));
		if (this.bufferedBytes < drainedBelowBytes) for (const { resolve } of this.#waiters.splice(0)) resolve();
	}

	end(): void {
		if (this.#state === 'closed') return;
		this.#state = 'closed';
		this.#inbox.end();
		for (const { reject } of this.#waiters.splice(0)) reject(new ChannelClosed());
		for (const listener of [...this.#closeListeners]) listener();
		this.#closeListeners.clear();
	}
}
