import type { Channel } from '../channel';
import type { Clock } from '../clock';
import { Assembler, BadFrame, type Message } from './frames';
import type { Fingerprints, Refusal } from './handshake';
import { Greeting } from './greeting';
import { startHeartbeat, type Heartbeat } from './heartbeat';
import type { Kind, OwnKind, Urgency } from './kinds';
import type { Prover } from './prover';
import type { Random } from './random';
import { Sender, SendFailed } from './sender';

export type LinkKind = Exclude<Kind, OwnKind>;
export type MessageListener = (kind: LinkKind, bytes: Uint8Array) => void;

/** A way to a device that has proved to be one of the owner's. */
export interface Link {
	readonly peerId: string;
	/** The newest epoch whose secret both proved to hold. */
	readonly epoch: number;
	/**
	 * Whether one of the two holds a newer one. Who was removed may still be trusted by the device that has not heard of
	 * it: such a link carries the roster and nothing else. Once both are of one epoch, a new link is opened.
	 */
	readonly isBehind: boolean;
	/** Settles when the channel has it all, which is not yet the other device; else rejects with `SendFailed`. */
	send(kind: LinkKind, bytes: Uint8Array, urgency: Urgency): Promise<void>;
	/** What arrives before the first listener waits for it. A listener may keep the bytes. */
	watchMessages(listener: MessageListener): () => void;
	/** Nothing but messages of kind `roster` is given out before this has settled: what was said behind one waits for it. */
	holdUntil(settled: Promise<unknown>): void;
	/**
	 * Told once, at once when it has closed already: `closed` by the other side or the network, `dead` after 11 s of
	 * silence, `bad-frame`, `unheard` when too much arrived that no one listened to, or what `close` was given.
	 */
	watchClose(listener: (reason: string) => void): () => void;
	close(reason: string): void;
	/** Bytes that were sent and the channel does not have yet. */
	readonly waitingBytes: number;
	/** Bytes that have arrived, of messages that are not whole yet, too. */
	readonly receivedBytes: number;
}

export type Opening =
	{ readonly link: Link; readonly refusal: null } | { readonly link: null; readonly refusal: Refusal };

export interface LinkOptions {
	/** Open, and listened to by no one else. It is closed by whatever goes wrong. */
	readonly channel: Channel;
	readonly prover: Prover;
	/** True on exactly one of the two sides. */
	readonly initiator: boolean;
	readonly fingerprints: Fingerprints;
	readonly clock: Clock;
	readonly random: Random;
}

/** Never rejects. */
export function openLink(options: LinkOptions): Promise<Opening> {
	return new Promise((resolve) => new ChannelLink(options, resolve).open());
}

/** Bytes that wait for a first listener. */
const mostUnheardBytes = 65 * 1024 * 1024;
/** Empty messages count, too. */
const costOf = ({ bytes }: Message) => bytes.length + 64;

class ChannelLink implements Link {
	peerId = '';
	receivedBytes = 0;
	epoch = 0;
	isBehind = false;
	readonly #channel: Channel;
	readonly #clock: Clock;
	readonly #sender: Sender;
	readonly #assembler = new Assembler();
	readonly #messageListeners = new Set<MessageListener>();
	readonly #closeListeners = new Set<(reason: string) => void>();
	readonly #greeting: Greeting;
	#heartbeat: Heartbeat | null = null;
	#isBeating = false;
	#unheard: Message[] = [];
	#unheardBytes = 0;
	/** So many wait to settle before more than the roster is heard. */
	#holds = 0;
	#closedBy: string | null = null;

	constructor(options: LinkOptions, resolve: (opening: Opening) => void) {
		this.#channel = options.channel;
		this.#clock = options.clock;
		this.#sender = new Sender(options.channel, () => this.close('closed'));
		this.#greeting = new Greeting(options, {
			send: (bytes) => void this.#send('handshake', bytes),
			accept: ({ peerId, epoch, isBehind }) => {
				this.peerId = peerId;
				this.epoch = epoch;
				this.isBehind = isBehind;
				this.#heartbeat = startHeartbeat(
					options.clock,
					() => this.#beat(),
					() => this.close('dead')
				);
				resolve({ link: this, refusal: null });
			},
			refuse: (refusal) => {
				this.close(refusal.word);
				resolve({ link: null, refusal });
			}
		});
	}

	open(): void {
		this.#channel.watchMessages((bytes) => this.#take(bytes));
		this.#channel.watchClose(() => this.close('closed'));
		if (this.#closedBy === null) this.#greeting.begin();
	}

	get waitingBytes(): number {
		return this.#sender.waitingBytes;
	}

	send(kind: LinkKind, bytes: Uint8Array, urgency: Urgency): Promise<void> {
		if (this.isBehind && kind !== 'roster') return Promise.reject(new SendFailed('behind'));
		return this.#sender.send({ kind, urgency, bytes });
	}

	watchMessages(listener: MessageListener): () => void {
		this.#messageListeners.add(listener);
		if (this.#unheard.length > 0) this.#clock.after(0, () => this.#hear());
		return () => void this.#messageListeners.delete(listener);
	}

	holdUntil(settled: Promise<unknown>): void {
		const release = () => {
			this.#holds--;
			this.#hear();
		};
		this.#holds++;
		settled.then(release, release);
	}

	watchClose(listener: (reason: string) => void): () => void {
		if (this.#closedBy === null) this.#closeListeners.add(listener);
		else listener(this.#closedBy);
		return () => void this.#closeListeners.delete(listener);
	}

	close(reason: string): void {
		if (this.#closedBy !== null) return;
		this.#closedBy = reason;
		this.#heartbeat?.stop();
		this.#sender.close();
		this.#channel.close();
		this.#unheard = [];
		this.#greeting.end('closed');
		for (const listener of [...this.#closeListeners]) listener(reason);
		this.#closeListeners.clear();
	}

	#take(frame: Uint8Array): void {
		if (this.#closedBy !== null) return;
		try {
			this.#heartbeat?.heard();
			this.receivedBytes += frame.length;
			const message = this.#assembler.take(frame);
			if (this.#greeting.isOver) this.#receive(message);
			else this.#greeting.receive(message);
		} catch (error) {
			if (!(error instanceof BadFrame)) throw error;
			this.#greeting.end('bad-frame');
			this.close('bad-frame');
		}
	}

	#receive(message: Message | null): void {
		if (!message || message.kind === 'heartbeat') return;
		if (message.kind === 'handshake') throw new BadFrame('handshake');
		if (this.isBehind && message.kind !== 'roster') throw new BadFrame('behind');
		this.#unheard.push(message);
		this.#unheardBytes += costOf(message);
		this.#hear();
		if (this.#unheardBytes > mostUnheardBytes) this.close('unheard');
	}

	#hear(): void {
		while (this.#messageListeners.size > 0 && this.#closedBy === null) {
			const message = this.#nextUnheard();
			if (!message || message.kind === 'handshake' || message.kind === 'heartbeat') return;
			this.#unheardBytes -= costOf(message);
			for (const listener of [...this.#messageListeners]) listener(message.kind, message.bytes);
		}
	}

	#nextUnheard(): Message | undefined {
		if (this.#holds === 0) return this.#unheard.shift();
		const at = this.#unheard.findIndex(({ kind }) => kind === 'roster');
		return at < 0 ? undefined : this.#unheard.splice(at, 1)[0];
	}

	/** A beat that still waits for room is enough. */
	#beat(): void {
		if (this.#isBeating) return;
		this.#isBeating = true;
		void this.#send('heartbeat', new Uint8Array(0)).then(() => {
			this.#isBeating = false;
		});
	}

	/** What the link says for itself: when it cannot, the link closes by itself. */
	#send(kind: OwnKind, bytes: Uint8Array): Promise<void> {
		return this.#sender.send({ kind, urgency: 'control', bytes }).catch(() => undefined);
	}
}
