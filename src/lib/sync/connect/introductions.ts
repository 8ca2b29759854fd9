import type { Clock } from '../clock';
import { fractionFrom } from '../link/random';
import { mostHellos, onHello, onMet, onOccasion, quiet, type Manners } from '../meeting/manners';
import type { MeetingPoint, MeetingState } from '../meeting/meeting-point';
import type { RandomBytes } from '../trust/bytes';
import type { EntryId } from '../trust/entry';
import { open, ReplayGuard, seal } from '../trust/envelopes';
import type { Group } from '../trust/group';
import type { DeviceId } from '../trust/identity';
import { TrustError } from '../trust/trust-error';
import { formatIntroduction, parseIntroduction, type Introduction, type Session } from './introduction';
import { placesAt, untilOtherDays, type Place } from './places';

/** What a device must remember of its introductions. */
export interface Remembered {
	readonly manners: Manners;
	/** No envelope sent yet has a higher number. */
	readonly counter: number;
}

export interface Memory {
	read(): Promise<Remembered | null>;
	write(remembered: Remembered): Promise<void>;
}

export interface IntroductionsOptions {
	readonly group: Group;
	readonly meetingPoint: MeetingPoint;
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly session: Session;
	readonly memory: Memory;
	/** What a member said that was never heard before, with the epoch whose secret it used. */
	readonly heard: (from: DeviceId, said: Introduction, epoch: EntryId) => void;
	readonly watchMeeting: (state: MeetingState) => void;
	readonly isAnyoneAway: () => boolean;
}

/** Envelopes that wait to be opened. Of a flood the rest is dropped: what matters is said again. */
const mostWaiting = 64;
/** Of the day's hellos the rest is kept for what follows when the owner opens the app or looks at it. */
const mostByItself = mostHellos / 2;
/** Numbers that may have been used since they were remembered. */
const countersAhead = 65_536;

/** What devices of the group say to each other at a meeting point, sealed, and when this one says hello. */
export class Introductions {
	readonly #options: IntroductionsOptions;
	/** One for each secret: who has only an older one cannot use up the numbers of the newer. */
	readonly #guards = new Map<EntryId, ReplayGuard>();
	readonly #places = new Map<string, Place & { readonly stop: () => void }>();
	#manners = quiet;
	#counter = 0;
	#turn: Promise<unknown>;
	#waiting = 0;
	#status: MeetingState['status'] = 'closed';
	#isAsleep = false;
	#isOver = false;
	#forgetDue = () => {};
	#forgetDays = () => {};
	readonly #stopWatching: () => void;

	constructor(options: IntroductionsOptions) {
		const { meetingPoint } = options;
		this.#options = options;
		this.#turn = this.#remember();
		this.refresh();
		this.occasion('owner');
		this.#stopWatching = meetingPoint.watchState((state) => this.#meet(state));
		if (this.#status !== 'open') void meetingPoint.open().catch(() => undefined);
	}

	get isOpen(): boolean {
		return this.#status === 'open' && !this.#isOver;
	}

	/** The roster, the secrets or the day may be others. */
	refresh(): void {
		this.#inTurn(() => this.#listen());
	}

	/** Something made a meeting likely: the owner did something, or the network of itself changed. */
	occasion(by: 'owner' | 'itself'): void {
		this.#inTurn(async () => {
			const now = this.#options.clock.now();
			const next = onOccasion(this.#manners, now);
			if (by === 'owner' || next.said.length < mostByItself) this.#manners = next;
			// What was due before may be possible only now.
			this.#schedule();
		});
	}

	/** Tries the meeting point at once, or leaves off until `wake`. */
	wake(): void {
		this.#isAsleep = false;
		void this.#options.meetingPoint.open().catch(() => undefined);
		this.refresh();
		this.occasion('owner');
	}

	sleep(): void {
		this.#isAsleep = true;
		this.#forgetDue();
	}

	/** Says it to one device, by the secret of the epoch. False when it could not be sent. */
	async say(to: DeviceId, said: Introduction, epoch: EntryId): Promise<boolean> {
		const places = [...this.#places.values()].filter((place) => place.epoch === epoch);
		const sent = await Promise.all(places.map((place) => this.#send(place, to, said)));
		return sent.includes(true);
	}

	stop(): void {
		this.#isOver = true;
		this.#forgetDue();
		this.#forgetDays();
		this.#stopWatching();
		for (const { stop } of this.#places.values()) stop();
		this.#places.clear();
	}

	#inTurn(work: () => Promise<void>): void {
		this.#turn = this.#turn
			.then(() => (this.#isOver ? undefined : work()))
			.catch((reason: unknown) => {
				// What strangers say, or say again, is no failure.
				if (!(reason instanceof TrustError)) console.info('An introduction failed:', String(reason));
			});
	}

	/** Where nothing can be read or kept, it goes on without. */
	async #remember(): Promise<void> {
		const kept = await this.#options.memory.read().catch(() => null);
		// Nobody has heard of this run yet, however short a time ago the last one said hello.
		this.#manners = onMet(kept?.manners ?? quiet);
		this.#counter = Math.max(Math.floor(this.#options.clock.now()), (kept?.counter ?? 0) + countersAhead);
		await this.#keep();
	}

	#keep(): Promise<void> {
		const { memory } = this.#options;
		return memory
			.write({ manners: this.#manners, counter: this.#counter })
			.catch((reason: unknown) => console.info('What was said to other devices could not be kept:', String(reason)));
	}

	#meet(state: MeetingState): void {
		const wasOpen = this.#status === 'open';
		this.#status = state.status;
		if (this.isOpen && !wasOpen) this.occasion('itself');
		this.#options.watchMeeting(state);
	}

	async #listen(): Promise<void> {
		const { clock, group, meetingPoint } = this.#options;
		this.#forgetDays();
		const now = clock.now();
		const wanted = await placesAt(now, group.view(), group.secrets());
		if (this.#isOver) return;
		this.#forgetDays = clock.after(untilOtherDays(now), () => this.refresh());
		const topics = new Set(wanted.map(({ topic }) => topic));
		for (const [topic, { stop }] of this.#places) {
			if (topics.has(topic)) continue;
			stop();
			this.#places.delete(topic);
		}
		for (const place of wanted) {
			if (this.#places.has(place.topic)) continue;
			const stop = meetingPoint.listen(place.topic, (bytes) => this.#take(place, bytes));
			this.#places.set(place.topic, { ...place, stop });
		}
	}

	#take({ secret, topic, epoch }: Place, bytes: Uint8Array): void {
		if (this.#waiting >= mostWaiting) return;
		this.#waiting++;
		this.#inTurn(async () => {
			this.#waiting--;
			const envelope = await open(secret, topic, bytes);
			this.#guardOf(epoch).take(envelope);
			const said = parseIntroduction(envelope.body);
			if (said && !this.#isOver) this.#options.heard(envelope.from, said, epoch);
		});
	}

	#guardOf(epoch: EntryId): ReplayGuard {
		const { group } = this.#options;
		const guard = this.#guards.get(epoch) ?? new ReplayGuard(group.identity.id, (id) => group.view().members.has(id));
		this.#guards.set(epoch, guard);
		return guard;
	}

	async #send({ secret, topic }: Place, to: DeviceId | null, said: Introduction): Promise<boolean> {
		if (!this.isOpen) return false;
		const { group, meetingPoint, random } = this.#options;
		const counter = ++this.#counter;
		const body = formatIntroduction(said);
		try {
			const bytes = await seal(secret, topic, { from: group.identity.id, to, counter, body }, random);
			return !this.#isOver && meetingPoint.send(topic, bytes);
		} catch (error) {
			if (error instanceof TrustError) return false;
			throw error;
		}
	}

	/** What is due while the meeting point is not open is said once it is. */
	#schedule(): void {
		const { clock } = this.#options;
		this.#forgetDue();
		const { due } = this.#manners;
		if (due === null || !this.isOpen || this.#isAsleep) return;
		this.#forgetDue = clock.after(Math.max(0, due - clock.now()), () => this.#inTurn(() => this.#sayHello()));
	}

	async #sayHello(): Promise<void> {
		const { clock, random, session, isAnyoneAway } = this.#options;
		const { due } = this.#manners;
		const now = clock.now();
		if (due === null || due > now || !this.isOpen || this.#isAsleep) return this.#schedule();
		if (!isAnyoneAway()) {
			this.#manners = onMet(this.#manners);
			return;
		}
		this.#manners = onHello(this.#manners, now, () => fractionFrom(random));
		await this.#keep();
		for (const place of this.#places.values()) await this.#send(place, null, { kind: 'hello', session });
		this.#schedule();
	}
}
