import type { Clock } from '../clock';
import { BadFrame, type Message } from './frames';
import { Handshake, type Accepted, type Fingerprints, type Refusal, type Step } from './handshake';
import { formatRefusal, nonceBytes, parseRefusal, type RefusalWord } from './handshake-messages';
import type { Prover } from './prover';
import type { Random } from './random';

const greetingMs = 10_000;
/** A hello, a proof, a word that it is convinced, and one that it is not after all. */
const mostMessages = 4;

export interface Greeter {
	send(bytes: Uint8Array): void;
	accept(accepted: Accepted): void;
	refuse(refusal: Refusal): void;
}

export interface GreetingOptions {
	readonly prover: Prover;
	readonly initiator: boolean;
	readonly fingerprints: Fingerprints;
	readonly clock: Clock;
	readonly random: Random;
}

/** Runs a handshake over messages that arrive while it thinks, within 10 s. It ends once, one way or the other. */
export class Greeting {
	readonly #greeter: Greeter;
	readonly #clock: Clock;
	readonly #handshake: Handshake;
	readonly #waiting: Uint8Array[] = [];
	#received = 0;
	#isThinking = false;
	#isOver = false;
	#callOff = () => {};

	constructor({ prover, initiator, fingerprints, clock, random }: GreetingOptions, greeter: Greeter) {
		this.#greeter = greeter;
		this.#clock = clock;
		this.#handshake = new Handshake(prover, initiator, fingerprints, random(nonceBytes));
	}

	get isOver(): boolean {
		return this.#isOver;
	}

	begin(): void {
		this.#callOff = this.#clock.after(greetingMs, () => this.end('timeout'));
		this.#await(this.#handshake.begin());
	}

	/**
	 * Throws `BadFrame` at anything but whole messages of a handshake, and at more of them than one has. A refusal counts
	 * at once: the channel may close while what came before it is thought about.
	 */
	receive(message: Message | null): void {
		if (message?.kind !== 'handshake' || ++this.#received > mostMessages) throw new BadFrame('greeting');
		const said = parseRefusal(message.bytes);
		if (said) {
			this.#refuse({ word: said, by: 'peer' });
			return;
		}
		this.#waiting.push(message.bytes);
		this.#think();
	}

	/** Nothing when it has ended already. The other side is told why, if it still can be. */
	end(word: RefusalWord): void {
		this.#refuse({ word, by: 'us' });
	}

	#think(): void {
		while (!this.#isThinking && !this.#isOver) {
			const bytes = this.#waiting.shift();
			if (!bytes) return;
			const step = this.#handshake.receive(bytes);
			if (step instanceof Promise) this.#await(step);
			else this.#follow(step);
		}
	}

	#await(step: Promise<Step>): void {
		this.#isThinking = true;
		void step.then((taken) => {
			this.#isThinking = false;
			this.#follow(taken);
			this.#think();
		});
	}

	#follow({ send, accepted, refused }: Step): void {
		if (this.#isOver) return;
		if (send) this.#greeter.send(send);
		if (refused) this.#refuse(refused);
		if (accepted) {
			this.#finish();
			this.#greeter.accept(accepted);
		}
	}

	#refuse(refusal: Refusal): void {
		if (this.#isOver) return;
		this.#finish();
		if (refusal.by === 'us') this.#greeter.send(formatRefusal(refusal.word));
		this.#greeter.refuse(refusal);
	}

	#finish(): void {
		this.#isOver = true;
		this.#callOff();
	}
}
