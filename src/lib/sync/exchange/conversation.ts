/** One link with one device: what it sends is judged and applied in its order, and what it lacks it is told. */
import type * as Y from 'yjs';
import type { Offence } from '$lib/devices';
import type { Gate, Verdict } from '../gate/gate';
import { knowledgeOf } from '../gate/messages';
import type { Link } from '../link/link';
import { SendFailed } from '../link/sender';
import { BadReceipt, isCovered, ReceiptReader, ReceiptWriter, type Receipt } from './receipts';
import type { Room, Way } from './room';
import { stepOf, updateIn } from './steps';

/** Above it a message gives way to questions and receipts. */
const mostLiveBytes = 64 * 1024;
/** What one device sends faster than it is judged; more closes the link. */
const mostInboxBytes = 192 * 1024 * 1024;

export interface ConversationHost {
	readonly doc: Y.Doc;
	readonly room: Room;
	readonly gate: Gate;
	/** What this device holds, now. */
	present(): Receipt;
	/** Whether an update waits for the owner's word, instead of being applied. */
	holds(update: Uint8Array, step: 'answer' | 'edit'): boolean;
	/** Whether some update of the device's waits so. */
	readonly isHolding: boolean;
	/** All that was asked for when the link began, or later, has been applied or is held. */
	answered(): void;
	heard(receipt: Receipt): void;
	offended(offence: Offence): void;
	/** Something that is shown may have changed. */
	changed(): void;
	ended(): void;
}

export class Conversation {
	#sentBytes = 0;
	/** Of the other side, by its last receipt on this link. */
	contacts: number | null = null;
	isOver = false;
	readonly #link: Link;
	readonly #host: ConversationHost;
	readonly #way: Way;
	readonly #stops: (() => void)[];
	readonly #inbox: (() => Promise<void>)[] = [];
	#inboxBytes = 0;
	readonly #sends = new Set<Promise<void>>();
	#sendingBytes = 0;
	#bulkSends = 0;
	readonly #writer = new ReceiptWriter();
	readonly #reader = new ReceiptReader();
	#due: Receipt | null = null;
	#isTelling = false;
	#isAwaiting = false;
	#mustAsk = false;
	/** What the two had when a receipt last made this one ask: the same two need not ask again. */
	#askedAbout = '';

	constructor(link: Link, host: ConversationHost) {
		this.#link = link;
		this.#host = host;
		this.#way = host.room.join(link.peerId, (message) => this.#send(message));
		this.#stops = [
			link.watchMessages((kind, bytes) => {
				if (kind === 'document') this.#put(bytes, () => this.#judge(bytes));
				else if (kind === 'receipt') this.#put(bytes, async () => this.#hear(bytes));
			}),
			link.watchClose(() => this.#end())
		];
		if (this.isOver) for (const stop of this.#stops) stop();
		else this.#ask();
	}

	/** Sent of the document, and received, of what is not whole yet, too. */
	get bytes(): number {
		return this.#sentBytes + this.#sendingBytes - this.waitingBytes + this.#link.receivedBytes;
	}

	/** Something of the document is on its way, or being judged. */
	get isBusy(): boolean {
		return this.#isAwaiting || this.#inbox.length > 0 || this.#sends.size > 0;
	}

	/** Of the document, not with the channel yet. */
	get waitingBytes(): number {
		return Math.min(this.#sendingBytes, this.#link.waitingBytes);
	}

	/** Says what is durable here, once what was sent before is with the channel; of several, only the last. */
	tell(receipt: Receipt): void {
		this.#due = receipt;
		if (!this.#isTelling) void this.#tellDue();
	}

	/** Asks, unless an answer is awaited already; then once that has come. While something is held, once it is not. */
	askAgain(): void {
		if (this.#isAwaiting || this.#host.isHolding) this.#mustAsk = true;
		else this.#ask();
	}

	/** The owner gave their word. */
	released(): void {
		if (this.#mustAsk) this.askAgain();
	}

	/** Says and hears nothing more. */
	leave(): void {
		this.#end();
	}

	close(reason: string): void {
		this.#end();
		this.#link.close(reason);
	}

	#ask(): void {
		this.#isAwaiting = true;
		this.#mustAsk = false;
		this.#way.ask();
	}

	/** What is made while a large message is on its way builds on it, and stays behind it. */
	#send(message: Uint8Array): void {
		const { byteLength } = message;
		this.#sendingBytes += byteLength;
		const isBulk = byteLength > mostLiveBytes || (this.#bulkSends > 0 && stepOf(message) !== 'question');
		if (isBulk) this.#bulkSends++;
		const urgency = isBulk ? 'bulk' : 'live';
		const sent = this.#link
			.send('document', message, urgency)
			.then(
				() => void (this.#sentBytes += byteLength),
				(error: unknown) => this.#missed(message, error)
			)
			.finally(() => {
				this.#sends.delete(sent);
				if (isBulk) this.#bulkSends--;
				this.#sendingBytes -= byteLength;
				this.#host.changed();
			});
		this.#sends.add(sent);
		this.#host.changed();
	}

	/** An edit that was not sent is made up for by the next receipt; who waits for an answer would wait for ever. */
	#missed(message: Uint8Array, error: unknown): void {
		if (!(error instanceof SendFailed)) throw error;
		if (error.word === 'full' && stepOf(message) !== 'edit') this.close('full');
	}

	#put({ byteLength }: Uint8Array, take: () => Promise<void>): void {
		this.#inboxBytes += byteLength;
		this.#inbox.push(async () => {
			await take();
			this.#inboxBytes -= byteLength;
		});
		if (this.#inboxBytes > mostInboxBytes) this.close('full');
		else if (this.#inbox.length === 1) void this.#read();
	}

	async #read(): Promise<void> {
		for (let next = this.#inbox[0]; next && !this.isOver; next = this.#inbox[0]) {
			try {
				await next();
			} catch (error) {
				this.close('failed');
				throw error;
			}
			this.#inbox.shift();
			this.#host.changed();
		}
	}

	async #judge(message: Uint8Array): Promise<void> {
		let verdict: Verdict;
		try {
			verdict = await this.#host.gate.inspect(message, knowledgeOf(this.#host.doc));
		} catch (error) {
			console.info('The gate failed:', error);
			this.close('unable');
			return;
		}
		if (this.isOver) return;
		if ('refused' in verdict) this.#offend(offenceOf(verdict.refused));
		else if (verdict.pass === 'early') this.askAgain();
		else if (verdict.pass === 'question') this.#way.deliver(message);
		else if (verdict.pass !== 'nothing') this.#take(message, verdict.pass);
	}

	#take(message: Uint8Array, step: 'answer' | 'edit'): void {
		if (!this.#host.holds(updateIn(message), step)) this.#way.deliver(message);
		if (step === 'edit') return;
		this.#isAwaiting = false;
		this.#host.answered();
		this.released();
	}

	#hear(bytes: Uint8Array): void {
		try {
			const receipt = this.#reader.take(bytes);
			if (receipt) this.#compare(receipt);
		} catch (error) {
			if (!(error instanceof BadReceipt)) throw error;
			this.#offend('malformed');
		}
	}

	/** Who has more, or has deleted something else, is asked for it. */
	#compare(receipt: Receipt): void {
		this.contacts = receipt.contacts;
		this.#host.heard(receipt);
		const ours = this.#host.present();
		if (receipt.fingerprint === ours.fingerprint) return;
		const hasMore = !isCovered(receipt.clocks, ours.clocks);
		const about = `${receipt.fingerprint} ${ours.fingerprint}`;
		if ((!hasMore && !isCovered(ours.clocks, receipt.clocks)) || about === this.#askedAbout) return;
		this.#askedAbout = about;
		this.askAgain();
	}

	#offend(offence: Offence): void {
		this.#host.offended(offence);
		this.close(offence);
	}

	async #tellDue(): Promise<void> {
		this.#isTelling = true;
		for (let receipt = this.#due; receipt && !this.isOver; receipt = this.#due) {
			await Promise.allSettled(this.#sends);
			receipt = this.#due ?? receipt;
			this.#due = null;
			await this.#tellParts(this.#writer.messages(receipt));
		}
		this.#isTelling = false;
	}

	async #tellParts(parts: readonly Uint8Array[]): Promise<void> {
		try {
			for (const part of parts) await this.#link.send('receipt', part, 'control');
		} catch (error) {
			if (!(error instanceof SendFailed)) throw error;
			this.#writer.forget();
		}
	}

	#end(): void {
		if (this.isOver) return;
		this.isOver = true;
		for (const stop of this.#stops ?? []) stop();
		this.#inbox.length = 0;
		this.#way.leave();
		this.#host.ended();
	}
}

export function offenceOf(refused: Extract<Verdict, { readonly refused: unknown }>['refused']): Offence {
	return refused === 'slow' ? 'slow' : refused === 'message' ? 'malformed' : 'harmful';
}
