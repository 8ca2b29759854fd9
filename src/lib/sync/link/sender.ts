import { drainedBelowBytes, type Channel } from '../channel';
import { followingId, formatFrame, frameRoom, type Message } from './frames';
import { mayCarry, mostBytes, urgencies, type Urgency } from './kinds';

const mebibyte = 1024 * 1024;

/** Buffered bytes of the channel at which messages of an urgency wait. Photos leave the others room to overtake them. */
const pausedAt: Readonly<Record<Urgency, number>> = {
	control: mebibyte,
	live: mebibyte,
	bulk: mebibyte,
	photo: drainedBelowBytes
};

/** Bytes that may wait, by urgency: a first sync that waits keeps no edit from being taken. */
export const mostWaiting: Readonly<Record<Urgency, number>> = {
	control: mebibyte / 4,
	live: 16 * mebibyte,
	bulk: 128 * mebibyte,
	photo: 16 * mebibyte
};
/** What a message costs beside its bytes: empty ones count, too. */
const costBytes = 64;

/**
 * A message was not sent. `full`: too much waits already; `too-long`: no message of its kind may be so; `behind`: the
 * link carries the roster only.
 */
export class SendFailed extends Error {
	override readonly name = 'SendFailed';
	constructor(readonly word: 'closed' | 'full' | 'too-long' | 'behind') {
		super(word);
	}
}

interface Waiting {
	readonly message: Message;
	readonly resolve: () => void;
	readonly reject: (error: SendFailed) => void;
	/** Null until the first frame is made: messages are numbered in the order they begin. */
	id: number | null;
	offset: number;
}

/** Messages on their way into a channel: the most urgent first, frame by frame. */
export class Sender {
	readonly #channel: Channel;
	readonly #failed: () => void;
	readonly #queues = new Map<Urgency, Waiting[]>(urgencies.map((urgency) => [urgency, []]));
	readonly #waiting = new Map<Urgency, number>();
	#nextId = 0;
	#isPaused = false;
	#isClosed = false;

	/** `failed` is told once when the channel takes no more. */
	constructor(channel: Channel, failed: () => void) {
		this.#channel = channel;
		this.#failed = failed;
	}

	/** Bytes not handed to the channel yet, with 64 for each message. */
	get waitingBytes(): number {
		return [...this.#waiting.values()].reduce((sum, bytes) => sum + bytes, 0);
	}

	/**
	 * Settles when the channel has it all, which is not yet the other device; rejects with `SendFailed`. The bytes must
	 * not change until then.
	 */
	send(message: Message): Promise<void> {
		const { kind, urgency, bytes } = message;
		const waiting = this.#waiting.get(urgency) ?? 0;
		if (this.#isClosed) return Promise.reject(new SendFailed('closed'));
		if (!mayCarry(kind, urgency) || bytes.length > mostBytes[urgency]) {
			return Promise.reject(new SendFailed('too-long'));
		}
		if (waiting + bytes.length + costBytes > mostWaiting[urgency]) return Promise.reject(new SendFailed('full'));
		return new Promise((resolve, reject) => {
			this.#waiting.set(urgency, waiting + bytes.length + costBytes);
			this.#queues.get(urgency)?.push({ message, resolve, reject, id: null, offset: 0 });
			this.#pump();
		});
	}

	/** Everything that waits is rejected. */
	close(): void {
		this.#isClosed = true;
		for (const queue of this.#queues.values()) {
			for (const { reject } of queue.splice(0)) reject(new SendFailed('closed'));
		}
		this.#waiting.clear();
	}

	#pump(): void {
		while (!this.#isClosed) {
			const queue = urgencies.map((urgency) => this.#queues.get(urgency)).find((queue) => queue?.length);
			const next = queue?.[0];
			if (!queue || !next) return;
			if (this.#channel.bufferedBytes >= pausedAt[next.message.urgency]) {
				this.#pause();
				return;
			}
			if (this.#sendFrame(next)) {
				queue.shift();
				next.resolve();
			}
		}
	}

	/** Whether the message has gone whole. */
	#sendFrame(next: Waiting): boolean {
		const { message } = next;
		if (next.id === null) {
			next.id = this.#nextId;
			this.#nextId = followingId(next.id);
		}
		const offset = next.offset;
		next.offset = Math.min(offset + frameRoom, message.bytes.length);
		const isWhole = next.offset === message.bytes.length;
		try {
			this.#channel.send(formatFrame(message, next.id, offset));
		} catch {
			this.#fail();
			return false;
		}
		const gone = next.offset - offset + (isWhole ? costBytes : 0);
		this.#waiting.set(message.urgency, (this.#waiting.get(message.urgency) ?? 0) - gone);
		return isWhole;
	}

	#pause(): void {
		if (this.#isPaused) return;
		this.#isPaused = true;
		this.#channel.whenDrained().then(
			() => {
				this.#isPaused = false;
				this.#pump();
			},
			() => this.#fail()
		);
	}

	#fail(): void {
		if (this.#isClosed) return;
		this.close();
		this.#failed();
	}
}
