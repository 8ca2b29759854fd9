import type { Clock } from '../clock';
import type { RandomBytes } from '../trust/bytes';
import { readFrame, sealFrame, type Direction, type Frame, type Level } from './frames';
import type { Mailbox } from './mailbox';
import type { Meeting } from './meeting';
import { encodeMessage, type Message } from './messages';

export interface PairingPorts {
	readonly mailbox: Mailbox;
	readonly clock: Clock;
	readonly random: RandomBytes;
}

/** The device repeats what it has to say so often. */
export const repeatMs = 1_000;
/** After so long without a word the other is taken for gone. */
export const silenceMs = 20_000;
/** A code is good for so long. */
export const codeLifeMs = 5 * 60_000;

/** Frames waiting for their turn; a flood above is dropped, and what mattered comes again. */
const mostWaiting = 64;

/** One device's end of the mailbox. Everything happens one after the other, so no message meets a half-made state. */
export class Line {
	#turn: Promise<unknown> = Promise.resolve();
	#waiting = 0;
	#counter = 0;
	#stop: () => void = () => undefined;

	constructor(
		readonly ports: PairingPorts,
		readonly meeting: Meeting,
		readonly own: Direction
	) {}

	/** Hears frames of the other direction. */
	listen(take: (frame: Frame) => Promise<void>): void {
		this.#stop = this.ports.mailbox.receive((bytes) => {
			if (this.#waiting >= mostWaiting) return;
			const frame = readFrame(bytes);
			if (!frame || frame.direction === this.own) return;
			this.#waiting++;
			this.inTurn(async () => {
				this.#waiting--;
				await take(frame);
			});
		});
	}

	inTurn(work: () => Promise<void>): void {
		this.#turn = this.#turn.then(work).catch(() => undefined);
	}

	/** Sends under a number that was not used before. */
	async say(session: string, level: Level, key: CryptoKey, message: Message): Promise<void> {
		const head = { direction: this.own, level, session, counter: ++this.#counter };
		const { mailbox, random } = this.ports;
		mailbox.send(await sealFrame(key, this.meeting.topic, head, encodeMessage(message), random));
	}

	/** When all that has come so far is dealt with. */
	async settled(): Promise<void> {
		let turn: unknown;
		while (turn !== this.#turn) {
			turn = this.#turn;
			await turn;
		}
	}

	end(): void {
		this.#stop();
	}
}
