/** What one device sent, in its order: each message is judged while the one before it is applied. */
import { mostBytes } from '../link/kinds';
import type { Gate, Verdict } from '../gate/gate';
import type { Knowledge } from '../gate/messages';
import type { Packing } from './packing';

export type InboxKind = 'document' | 'packed' | 'receipt';

export interface InboxHost {
	readonly gate: Gate;
	readonly packing: Packing;
	/** Of the document as it is. */
	known(): Knowledge;
	/** Whether an answer or an edit that passed was applied. */
	take(message: Uint8Array, verdict: Verdict): boolean;
	hear(receipt: Uint8Array): void;
	/** A message has no verdict: with `BadPacking` by its own fault. Nothing more is read. */
	unjudged(error: unknown): void;
	/** `take` or `hear` threw, which is thrown again. */
	failed(): void;
	/** A message was dealt with. */
	changed(): void;
}

interface Judged {
	readonly message: Uint8Array;
	readonly verdict: Verdict;
}

interface Entry {
	readonly kind: InboxKind;
	readonly bytes: Uint8Array;
	/** Ahead of its turn. */
	judging: Promise<Judged> | null;
}

/** What one device sends faster than it is judged. */
const mostInboxBytes = 192 * 1024 * 1024;

export class Inbox {
	readonly #host: InboxHost;
	readonly #entries: Entry[] = [];
	#bytes = 0;
	#isOver = false;

	constructor(host: InboxHost) {
		this.#host = host;
	}

	get isEmpty(): boolean {
		return this.#entries.length === 0;
	}

	/** False when too much waits. */
	put(kind: InboxKind, bytes: Uint8Array): boolean {
		this.#bytes += bytes.byteLength;
		this.#entries.push({ kind, bytes, judging: null });
		if (this.#bytes > mostInboxBytes) return false;
		if (this.#entries.length === 1) void this.#read();
		return true;
	}

	end(): void {
		this.#isOver = true;
		this.#entries.length = 0;
	}

	async #read(): Promise<void> {
		for (let entry = this.#entries[0]; entry; entry = this.#entries[0]) {
			const judged = entry.kind === 'receipt' ? null : await this.#verdictOf(entry);
			if (this.#isOver) return;
			try {
				if (judged) this.#take(judged);
				else this.#host.hear(entry.bytes);
			} catch (error) {
				this.#host.failed();
				throw error;
			}
			if (this.#isOver) return;
			this.#entries.shift();
			this.#bytes -= entry.bytes.byteLength;
			this.#host.changed();
		}
	}

	/** Null when there is none, and then it is over. */
	async #verdictOf(entry: Entry): Promise<Judged | null> {
		try {
			return await (entry.judging ?? this.#judge(entry, this.#host.known()));
		} catch (error) {
			if (!this.#isOver) this.#host.unjudged(error);
			this.end();
			return null;
		}
	}

	#take({ message, verdict }: Judged): void {
		const next = this.#entries[1];
		if (next && 'reach' in verdict) this.#judgeAhead(next, verdict.reach);
		// What the next was judged by may not have come about.
		if (!this.#host.take(message, verdict) && next) next.judging = null;
	}

	/** As if the one before it were applied. */
	#judgeAhead(next: Entry, reach: ReadonlyMap<number, number>): void {
		if (next.kind === 'receipt') return;
		const { own, clocks } = this.#host.known();
		next.judging = this.#judge(next, { own, clocks: new Map([...clocks, ...reach]) });
		// Whether it fails matters when its turn comes.
		next.judging.catch(() => undefined);
	}

	async #judge({ kind, bytes }: Entry, known: Knowledge): Promise<Judged> {
		const message = kind === 'packed' ? await this.#host.packing.unpack(bytes, mostBytes.bulk) : bytes;
		return { message, verdict: await this.#host.gate.inspect(message, known) };
	}
}
