import { mostSentBytes } from '../channel';
import { pageDrainedBytes } from './rtc-messages';

export interface PageChannelEvents {
	opened(): void;
	arrived(bytes: ArrayBuffer): void;
	/** So many bytes of all that were sent have left. */
	left(bytes: number): void;
	closed(): void;
}

/** Bytes that leave before it is said again while sending goes on. */
const toldEachBytes = 64 * 1024;

/** A data channel, watched for what the worker needs to know of it. */
export class PageChannel {
	readonly #channel: RTCDataChannel;
	readonly #events: PageChannelEvents;
	#sent = 0;
	#told = 0;

	constructor(channel: RTCDataChannel, events: PageChannelEvents) {
		this.#channel = channel;
		this.#events = events;
		channel.binaryType = 'arraybuffer';
		channel.bufferedAmountLowThreshold = 0;
		channel.addEventListener('open', () => events.opened());
		channel.addEventListener('close', () => events.closed());
		channel.addEventListener('bufferedamountlow', () => this.#drained());
		channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (data instanceof ArrayBuffer && data.byteLength <= mostSentBytes) events.arrived(data);
			else events.closed();
		});
	}

	get isOpen(): boolean {
		return this.#channel.readyState === 'open';
	}

	send(bytes: ArrayBuffer): void {
		try {
			this.#channel.send(bytes);
		} catch {
			this.#events.closed();
			return;
		}
		this.#sent += bytes.byteLength;
		// The event comes when it falls to the threshold: the high one tells who waits for room, zero tells the rest.
		if (this.#channel.bufferedAmount > pageDrainedBytes) this.#channel.bufferedAmountLowThreshold = pageDrainedBytes;
		if (this.#sent - this.#channel.bufferedAmount - this.#told >= toldEachBytes) this.#tell();
	}

	/** Settles when all that was sent has left and the other side knows. */
	close(): Promise<void> {
		if (this.#channel.readyState === 'closed') return Promise.resolve();
		return new Promise((resolve) => {
			this.#channel.addEventListener('close', () => resolve());
			this.#channel.close();
		});
	}

	#drained(): void {
		this.#channel.bufferedAmountLowThreshold = 0;
		this.#tell();
	}

	#tell(): void {
		const left = this.#sent - this.#channel.bufferedAmount;
		if (left === this.#told) return;
		this.#told = left;
		this.#events.left(left);
	}
}
