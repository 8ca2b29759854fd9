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

interface Entry {
	readonly kind: InboxKind;
	readonly bytes: Uint8Array;
	/** As it was before it was packed. */
	message: Promise<Uint8Array> | null;
	/** Ahead of its turn. */
	verdict: Promise<Verdict> | null;
}

interface Judged {
	readonly message: Uint8Array;
	readonly verdict: Verdict;
	/** What is judged meanwhile. */
	readonly next: Entry | null;
}

/** Messages that are unpacked ahead of their turn. */
const unpackedAhead = 3;
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
		this.#entries.push({ kind, bytes, message: null, verdict: null });
		if (this.#bytes > mostInboxBytes) return false;
		if (this.#entries.length === 1) void this.#read();
		else this.#unpackAhead();
		return true;
	}

	end(): void {
		this.#isOver = true;
		this.#entries.length = 0;
	}

	async #read(): Promise<void> {
		for (let entry = this.#entries[0]; entry; entry = this.#entries[0]) {
			const judged = entry.kind === 'receipt' ? null : await this.#judged(entry);
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

	/** Null when it cannot be, and then it is over. */
	async #judged(entry: Entry): Promise<Judged | null> {
		try {
			const message = await this.#unpacked(entry);
			const verdict = await (entry.verdict ?? this.#host.gate.inspect(message, this.#host.known()));
			return { message, verdict, next: 'reach' in verdict ? await this.#judgeNext(verdict.reach) : null };
		} catch (error) {
			if (this.#isOver) return null;
			this.end();
			this.#host.unjudged(error);
			return null;
		}
	}

	#take({ message, verdict, next }: Judged): void {
		const isApplied = this.#host.take(message, verdict);
		// What the next was judged by may not have come about.
		if (next && !isApplied) next.verdict = null;
	}

	/** As if the one before it were applied: by then its verdict may be there. */
	async #judgeNext(reach: ReadonlyMap<number, number>): Promise<Entry | null> {
		this.#unpackAhead();
		const next = this.#entries[1];
		if (!next || next.kind === 'receipt') return null;
		const message = await this.#unpacked(next).catch(() => null);
		if (!message || this.#isOver) return null;
		const { own, clocks } = this.#host.known();
		next.verdict = this.#host.gate.inspect(message, { own, clocks: new Map([...clocks, ...reach]) });
		// Whether it fails matters when its turn comes.
		next.verdict.catch(() => undefined);
		return next;
	}

	#unpackAhead(): void {
		for (const entry of this.#entries.slice(0, unpackedAhead))
			if (entry.kind === 'packed') this.#unpacked(entry).catch(() => undefined);
	}

	#unpacked(entry: Entry): Promise<Uint8Array> {
		const { kind, bytes } = entry;
		return (entry.message ??=
			kind === 'packed' ? this.#host.packing.unpack(bytes, mostBytes.bulk) : Promise.resolve(bytes));
	}
}
