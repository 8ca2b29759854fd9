import type { Clock } from '../clock';
import type { Refusal } from '../link/handshake';
import { openLink, type Link } from '../link/link';
import type { Prover } from '../link/prover';
import { expandOffer, packOffer, type Description } from '../pairing/offer';
import type { Bytes, RandomBytes } from '../trust/bytes';
import type { Rtc, RtcConnection, RtcOptions } from './rtc';

export interface AttemptPorts {
	readonly rtc: Rtc;
	readonly rtcOptions: () => RtcOptions;
	readonly prover: Prover;
	readonly clock: Clock;
	readonly random: RandomBytes;
}

/**
 * Why no link came of it: the browser could make no description; it could not be sent; nobody answered; the devices
 * found no path to each other; or they did, and what the link said.
 */
export type Failure = 'unable' | 'unsent' | 'unanswered' | 'no-path' | 'refused';

export interface Trouble {
	readonly why: Failure;
	/** What the link said. What the other device says is a hint. */
	readonly refusal: Refusal | null;
}

export type AttemptEnd =
	{ readonly kind: 'linked'; readonly link: Link } | { readonly kind: 'failed'; readonly trouble: Trouble };

/** Milliseconds for a description, of which gathering takes up to two seconds. */
const describingMs = 6_000;
const answerMs = 10_000;
/** A browser itself gives up after some 15 s. */
const pathMs = 20_000;

/** One try to make a link: it ends once, unless it is abandoned, and leaves nothing open unless there is a link. */
export class Attempt {
	readonly #ports: AttemptPorts;
	readonly #done: (end: AttemptEnd) => void;
	#connection: RtcConnection | null = null;
	#isAnswered = false;
	#isLinking = false;
	#isOver = false;
	#forgetLimit = () => {};

	constructor(
		ports: AttemptPorts,
		/** Tells its offers and answers from those of others. */
		readonly generation: number,
		done: (end: AttemptEnd) => void
	) {
		this.#ports = ports;
		this.#done = done;
	}

	/** Offers, and waits for what `answered` brings. */
	async offer(send: (packed: Bytes) => Promise<boolean>): Promise<void> {
		await this.#describe(async (connection) => connection.offer(), send);
		if (!this.#isOver && !this.#isAnswered) this.#limit(answerMs, 'unanswered');
	}

	/** The first one that is an answer counts. */
	answered(packed: Uint8Array): void {
		const answer = expanded(packed, 'answer');
		const connection = this.#connection;
		if (this.#isOver || this.#isAnswered || !answer || !connection) return;
		this.#isAnswered = true;
		connection.accept(answer).then(
			() => this.#connect(connection, true),
			() => this.#fail('unable')
		);
	}

	async answer(packed: Uint8Array, send: (packed: Bytes) => Promise<boolean>): Promise<void> {
		const offer = expanded(packed, 'offer');
		if (!offer) return this.#fail('unable');
		await this.#describe(async (connection) => connection.answer(offer), send);
		if (!this.#isOver && this.#connection) this.#connect(this.#connection, false);
	}

	/** Nothing more comes of it, and `done` is not called. */
	abandon(): void {
		this.#isOver = true;
		this.#forgetLimit();
		this.#connection?.close();
	}

	async #describe(
		describe: (connection: RtcConnection) => Promise<Description>,
		send: (packed: Bytes) => Promise<boolean>
	): Promise<void> {
		const { rtc, rtcOptions } = this.#ports;
		this.#limit(describingMs, 'unable');
		try {
			const connection = await rtc.open(rtcOptions());
			if (this.#isOver) return connection.close();
			this.#connection = connection;
			const packed = packOffer(await describe(connection));
			if (this.#isOver) return;
			if (!packed) return this.#fail('unable');
			if (!(await send(packed))) this.#fail('unsent');
		} catch {
			// The browser says no more than that it could not.
			this.#fail('unable');
		}
	}

	#connect(connection: RtcConnection, initiator: boolean): void {
		if (this.#isOver) return;
		this.#limit(pathMs, 'no-path');
		connection.watchState((state) => {
			if (state === 'closed' && !this.#isLinking) this.#fail('no-path');
			if (state === 'connected') void this.#link(connection, initiator);
		});
	}

	async #link(connection: RtcConnection, initiator: boolean): Promise<void> {
		const fingerprints = connection.fingerprints();
		if (this.#isOver) return;
		if (!fingerprints) return this.#fail('unable');
		this.#isLinking = true;
		this.#forgetLimit();
		const { prover, clock, random } = this.#ports;
		const { channel } = connection;
		const { link, refusal } = await openLink({ channel, prover, initiator, fingerprints, clock, random });
		if (this.#isOver) return link?.close('abandoned');
		if (!link) return this.#fail('refused', refusal);
		this.#isOver = true;
		this.#done({ kind: 'linked', link });
	}

	#limit(ms: number, why: Failure): void {
		this.#forgetLimit();
		this.#forgetLimit = this.#ports.clock.after(ms, () => this.#fail(why));
	}

	#fail(why: Failure, refusal: Refusal | null = null): void {
		if (this.#isOver) return;
		this.abandon();
		this.#done({ kind: 'failed', trouble: { why, refusal } });
	}
}

/** Null for what is none, or the other one. */
function expanded(packed: Uint8Array, type: Description['type']): Description | null {
	const read = expandOffer(packed);
	return read.kind === 'description' && read.description.type === type ? read.description : null;
}
