/** What is sent of the document over one link: small messages at once, large ones packed, behind everything urgent. */
import type { Link } from '../link/link';
import { worthPackingBytes, type Packing } from './packing';
import { stepOf } from './steps';

export interface OutboxHost {
	readonly packing: Packing;
	/** The channel does not have it, and never will. */
	missed(message: Uint8Array, error: unknown): void;
	/** How much waits or was sent is another number now. */
	changed(): void;
}

export class Outbox {
	readonly #link: Link;
	readonly #host: OutboxHost;
	readonly #sends = new Set<Promise<unknown>>();
	#sentBytes = 0;
	#sendingBytes = 0;
	/** Large messages on their way, and what keeps others behind it. */
	#inOrder = 0;
	/** Ends with the packing of the newest: they keep their order. */
	#packing: Promise<unknown> = Promise.resolve();

	constructor(link: Link, host: OutboxHost) {
		this.#link = link;
		this.#host = host;
	}

	get isEmpty(): boolean {
		return this.#sends.size === 0;
	}

	/** Not with the channel yet. */
	get waitingBytes(): number {
		return Math.min(this.#sendingBytes, this.#link.waitingBytes);
	}

	/** Of messages that are not sent whole, too. */
	get sentBytes(): number {
		return this.#sentBytes + this.#sendingBytes - this.waitingBytes;
	}

	/**
	 * Settles with whether the channel has it. What is made while a large message is on its way builds on it, and stays
	 * behind it; a question builds on nothing.
	 */
	send(message: Uint8Array): Promise<boolean> {
		const isLarge = message.byteLength > worthPackingBytes;
		const isBehind = this.#inOrder > 0 && stepOf(message) !== 'question';
		if (isLarge || isBehind) return this.#sendInOrder(message, isLarge);
		return this.#note(this.#hand(message, message, 'document', 'live'));
	}

	/** Keeps what is sent meanwhile in the order of sending. */
	keepOrder<T>(sending: () => Promise<T>): Promise<T> {
		this.#inOrder++;
		return this.#note(sending().finally(() => this.#inOrder--));
	}

	/** Settles once the channel has what was sent before. */
	async settled(): Promise<void> {
		await Promise.allSettled(this.#sends);
	}

	#sendInOrder(message: Uint8Array, isLarge: boolean): Promise<boolean> {
		const packed = this.#packing.then(() => (isLarge ? this.#host.packing.pack(message) : message));
		this.#packing = packed.catch(() => undefined);
		return this.keepOrder(() =>
			packed.then(
				(bytes) => this.#hand(message, bytes, isLarge ? 'packed' : 'document', 'bulk'),
				(error: unknown) => this.#miss(message, error)
			)
		);
	}

	async #hand(
		message: Uint8Array,
		bytes: Uint8Array,
		kind: 'document' | 'packed',
		urgency: 'live' | 'bulk'
	): Promise<boolean> {
		this.#sendingBytes += bytes.byteLength;
		this.#host.changed();
		try {
			await this.#link.send(kind, bytes, urgency);
			this.#sentBytes += bytes.byteLength;
			return true;
		} catch (error) {
			return this.#miss(message, error);
		} finally {
			this.#sendingBytes -= bytes.byteLength;
			this.#host.changed();
		}
	}

	#miss(message: Uint8Array, error: unknown): false {
		this.#host.missed(message, error);
		return false;
	}

	#note<T>(sending: Promise<T>): Promise<T> {
		const noted = sending.finally(() => {
			this.#sends.delete(noted);
			this.#host.changed();
		});
		this.#sends.add(noted);
		return noted;
	}
}
