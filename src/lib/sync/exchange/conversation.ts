/** One link with one device: what it sends is judged and applied in its order, and what it lacks it is told. */
import type * as Y from 'yjs';
import type { Offence, Progress } from '$lib/devices';
import type { Gate, Verdict } from '../gate/gate';
import { knowledgeOf } from '../gate/messages';
import type { Link } from '../link/link';
import { SendFailed } from '../link/sender';
import { Inbox } from './inbox';
import { Outbox } from './outbox';
import { BadPacking, type Packing } from './packing';
import { partsOf } from './parts';
import { BadReceipt, isCovered, ReceiptReader, ReceiptWriter, type Receipt } from './receipts';
import type { Room, Way } from './room';
import { clocksIn, editOf, questionOf, stepOf, updateIn } from './steps';

/** Of a document that is sent in parts: a phone reads so much in well under a second. */
const usualPartBytes = 1024 * 1024;

export interface ConversationHost {
	readonly doc: Y.Doc;
	readonly room: Room;
	readonly gate: Gate;
	readonly packing: Packing;
	/** In place of the usual size of parts. */
	readonly partBytes?: number;
	/** What this device holds, now. */
	present(): Receipt;
	/** Whether the device's first answer has still to come, so that it is new to this one, or was. */
	readonly isFirst: boolean;
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
	isOver = false;
	/** Of the other side, by its last receipt on this link. */
	#contacts: number | null = null;
	readonly #link: Link;
	readonly #host: ConversationHost;
	readonly #way: Way;
	readonly #stops: (() => void)[];
	readonly #inbox: Inbox;
	readonly #outbox: Outbox;
	#isGiving = false;
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
		this.#outbox = new Outbox(link, {
			packing: host.packing,
			missed: (message, error) => this.#missed(message, error),
			changed: () => host.changed()
		});
		this.#way = host.room.join(link.peerId, (message) => void this.#outbox.send(message));
		this.#inbox = new Inbox({
			gate: host.gate,
			packing: host.packing,
			known: () => knowledgeOf(host.doc),
			take: (message, verdict) => this.#take(message, verdict),
			hear: (receipt) => this.#hear(receipt),
			unjudged: (error) => this.#unjudged(error),
			failed: () => this.close('failed'),
			changed: () => host.changed()
		});
		this.#stops = [
			link.watchMessages((kind, bytes) => {
				const isOurs = kind === 'document' || kind === 'packed' || kind === 'receipt';
				if (isOurs && !this.#inbox.put(kind, bytes)) this.close('full');
			}),
			link.watchClose(() => this.#end())
		];
		if (this.isOver) for (const stop of this.#stops) stop();
		else this.#ask();
	}

	/** Whichever device lacks people, it is the other one's that are on their way. */
	progressFrom(here: number): Progress {
		const there = this.#contacts;
		// Of what is not whole yet, too.
		const bytes = this.#outbox.sentBytes + this.#link.receivedBytes;
		if (there === null) return { contacts: here, ofContacts: null, bytes };
		return { contacts: Math.min(here, there), ofContacts: Math.max(here, there), bytes };
	}

	/** Something of the document is on its way, or being judged. */
	get isBusy(): boolean {
		return this.#isAwaiting || !this.#inbox.isEmpty || !this.#outbox.isEmpty;
	}

	/** Of the document, not with the channel yet; 0 while nobody knows, as of what is sent in parts. */
	get waitingBytes(): number {
		return this.#isGiving ? 0 : this.#outbox.waitingBytes;
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

	#answer(question: Uint8Array): void {
		const asked = clocksIn(question);
		const isNew = [...knowledgeOf(this.#host.doc).clocks.keys()].every((client) => !asked.has(client));
		// Who is not new may hold one part, and then the rest is of no use to it.
		if (!this.#host.isFirst || !isNew || this.#isGiving) return this.#way.deliver(question);
		this.#isGiving = true;
		void this.#outbox.keepOrder(() => this.#give(question, asked)).finally(() => (this.#isGiving = false));
	}

	/** To who has nothing of it, in parts; the answer that follows has what was deleted, and what was made meanwhile. */
	async #give(question: Uint8Array, asked: ReadonlyMap<number, number>): Promise<void> {
		const { doc, partBytes = usualPartBytes } = this.#host;
		let known = asked;
		for (const { update, clocks } of partsOf(doc, partBytes)) {
			const isWhole = known === asked && update.byteLength < partBytes;
			if (isWhole || !(await this.#outbox.send(editOf(update))) || this.isOver) break;
			known = new Map([...asked, ...clocks]);
		}
		if (!this.isOver) this.#way.deliver(known === asked ? question : questionOf(known));
	}

	/** An edit that was not sent is made up for by the next receipt; who waits for an answer would wait for ever. */
	#missed(message: Uint8Array, error: unknown): void {
		if (!(error instanceof SendFailed)) {
			this.close('failed');
			throw error;
		}
		if (error.word === 'full' && stepOf(message) !== 'edit') this.close('full');
	}

	#unjudged(error: unknown): void {
		if (error instanceof BadPacking) return this.#offend('malformed');
		console.info('The gate failed:', error);
		this.close('unable');
	}

	#take(message: Uint8Array, verdict: Verdict): boolean {
		if ('refused' in verdict) this.#refuse(message, verdict.refused);
		else if (verdict.pass === 'early') this.askAgain();
		else if (verdict.pass === 'question') this.#answer(message);
		else if (verdict.pass !== 'nothing') return this.#apply(message, verdict.pass);
		return false;
	}

	/** An answer that follows on something that is held here is no offence; it is asked for again after the owner's word. */
	#refuse(message: Uint8Array, refused: Refused): void {
		if (refused !== 'gap' || stepOf(message) !== 'answer' || !this.#host.isHolding)
			return this.#offend(offenceOf(refused));
		this.#isAwaiting = false;
		this.#mustAsk = true;
	}

	/** Whether it was, instead of being held. */
	#apply(message: Uint8Array, step: 'answer' | 'edit'): boolean {
		const isHeld = this.#host.holds(updateIn(message), step);
		if (!isHeld) this.#way.deliver(message);
		if (step === 'edit') return !isHeld;
		this.#isAwaiting = false;
		this.#host.answered();
		this.released();
		return !isHeld;
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
		this.#contacts = receipt.contacts;
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
			await this.#outbox.settled();
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
		this.#inbox.end();
		this.#way.leave();
		this.#host.ended();
	}
}

type Refused = Extract<Verdict, { readonly refused: unknown }>['refused'];

export function offenceOf(refused: Refused): Offence {
	return refused === 'slow' ? 'slow' : refused === 'message' ? 'malformed' : 'harmful';
}
