import type { Link } from '../link/link';
import { createRetry, type Retry } from '../link/retry';
import type { EntryId } from '../trust/entry';
import type { Group } from '../trust/group';
import type { DeviceId } from '../trust/identity';
import { Attempt, type AttemptEnd, type AttemptPorts, type Trouble } from './attempt';
import type { Introduction, Session } from './introduction';
import { PeerLinks } from './peer-links';
import type { RosterExchange } from './roster-exchange';
import { spaced } from './spaced';
import { Timers } from './timers';

export type MemberLink = 'away' | 'connecting' | 'connected';

export interface PeerPorts extends AttemptPorts {
	readonly group: Group;
	readonly session: Session;
	/** At the meeting point. */
	canSay(): boolean;
	say(to: DeviceId, said: Introduction, epoch: EntryId): Promise<boolean>;
	/** Only a link that is not behind. */
	onLink(link: Link): void;
	seen(device: DeviceId): void;
	changed(): void;
	/** It has been away for a while, and waits to be called. */
	missed(): void;
}

/** Where something was said, and goes back to. */
type Way = 'meeting-point' | RosterExchange;

/** A hello is answered so often at most. */
const helloEachMs = 5_000;
/** Offers that nobody answered, after which the device is taken for gone until it is heard of. */
const mostUnanswered = 4;
/** After so long without a word it is called; doubled each time, until a link was steady. */
const missedMs = 30_000;
const mostMissedMs = 600_000;

/** Another device of the group: how it is met, and the link to it. Of the two the one with the lower id offers. */
export class Peer {
	readonly #ports: PeerPorts;
	readonly #isLower: boolean;
	readonly #links: PeerLinks;
	readonly #timers: Timers;
	readonly #answerHello: () => void;
	#attempt: Attempt | null = null;
	#campaign: Retry | null = null;
	#session: Session | null = null;
	/** The run that the newest link leads to. */
	#linkedSession: Session | null = null;
	/** It asked for another link over the one there is. */
	#isWished = false;
	/** The newest epoch whose secret it used. */
	#epoch: EntryId | null = null;
	#generation = 0;
	#heardGeneration = 0;
	#unanswered = 0;
	#trouble: Trouble | null = null;
	#isOver = false;
	#missedMs = missedMs;
	#forgetMissed = () => {};

	constructor(
		readonly id: DeviceId,
		ports: PeerPorts
	) {
		this.#ports = ports;
		this.#isLower = ports.prover.deviceId < id;
		this.#timers = new Timers(ports.clock);
		this.#answerHello = spaced(this.#timers, helloEachMs, () => this.#sayHello());
		this.#links = new PeerLinks({
			...ports,
			id,
			isLower: this.#isLower,
			timers: this.#timers,
			stood: (session, epoch) => this.#stand(session, epoch),
			introduced: (said, exchange) => this.heard(said, ports.group.view().epoch.id, exchange),
			steady: () => {
				this.#campaign?.succeeded();
				this.#missedMs = missedMs;
			},
			lost: () => this.#lose()
		});
	}

	get state(): MemberLink {
		const { newest } = this.#links;
		if (newest && !newest.isBehind) return 'connected';
		return newest || this.#attempt ? 'connecting' : 'away';
	}

	/** Why the newest attempt failed; null once there is a link. */
	get trouble(): Trouble | null {
		return this.#trouble;
	}

	heard(said: Introduction, epoch: EntryId, way: Way = 'meeting-point'): void {
		// Who has a newer secret does not go back to an older one, which a removed device may hold.
		if (this.#isOver || this.#rank(epoch) < this.#rank(this.#epoch)) return;
		if (said.kind === 'hello')
			return way === 'meeting-point' ? this.#heardHello(said.session, epoch) : this.#heardWish();
		if (said.to !== this.#ports.session) return;
		if (said.kind === 'offer') this.#heardOffer(said, epoch, way);
		else if (said.session === this.#session && said.generation === this.#attempt?.generation && this.#isLower) {
			this.#attempt.answered(said.description);
		}
	}

	/** Takes a link that proved to lead to it. The older one makes way. */
	hold(link: Link): void {
		this.#trouble = null;
		this.#linkedSession = this.#session;
		this.#isWished = false;
		this.#links.add(link);
	}

	/** The group may have changed. */
	follow(): void {
		this.#links.follow();
	}

	/** The world has changed: what waits is tried at once. */
	atOnce(): void {
		this.#campaign?.atOnce();
		if (!this.#campaign && this.state === 'away' && this.#isLower) this.#call();
	}

	/** Nothing more is tried until it is heard of, or `atOnce`. */
	pause(): void {
		this.#campaign?.stop();
		this.#campaign = null;
	}

	/** It was removed, which it is told if it still can be. */
	remove(): void {
		this.#end();
		this.#links.part();
	}

	stop(reason: string): void {
		this.#end();
		this.#links.close(reason);
	}

	#end(): void {
		this.#isOver = true;
		this.pause();
		this.#attempt?.abandon();
		this.#attempt = null;
		this.#timers.end();
	}

	#heardHello(session: Session, epoch: EntryId): void {
		const isKnown = session === this.#session;
		const isStranger = this.#session === null;
		this.#know(session, epoch);
		const isLinked = this.#links.newest !== null;
		if (isKnown && (isLinked || this.#attempt)) return;
		// A link that came by pairing: it has not said yet which run it is of.
		if (isStranger && isLinked) return;
		// A path may be there now, but what fails is not begun anew: it says hello often enough.
		if (this.#isLower) return isKnown && this.#campaign ? this.#offer() : this.#call();
		this.#answerHello();
	}

	#sayHello(): void {
		const { session } = this.#ports;
		if (this.#epoch === null || this.#attempt || this.#linkedSession === this.#session) return;
		void this.#ports.say(this.id, { kind: 'hello', session }, this.#epoch);
	}

	/** Over the link: for the other side it is behind, and both know of the newest epoch by now. */
	#heardWish(): void {
		if (!this.#isLower || this.#attempt) return;
		this.#isWished = true;
		this.#call();
	}

	#heardOffer(said: Introduction & { kind: 'offer' | 'answer' }, epoch: EntryId, way: Way): void {
		if (this.#isLower) return;
		const isKnown = said.session === this.#session;
		if (isKnown && said.generation <= this.#heardGeneration) return;
		this.#know(said.session, epoch);
		this.#heardGeneration = said.generation;
		const { session } = this.#ports;
		const { session: to, generation } = said;
		const attempt = this.#begin(generation);
		void attempt.answer(said.description, (description) =>
			this.#say({ kind: 'answer', session, to, generation, description }, way)
		);
	}

	#know(session: Session, epoch: EntryId): void {
		if (this.#rank(epoch) >= this.#rank(this.#epoch)) this.#epoch = epoch;
		this.#session = session;
	}

	#rank(epoch: EntryId | null): number {
		return this.#ports.group.view().epochs.findIndex(({ id }) => id === epoch);
	}

	/** Offers until there is a link, at once. */
	#call(): void {
		this.pause();
		this.#attempt?.abandon();
		this.#attempt = null;
		this.#unanswered = 0;
		this.#campaign = this.#createCampaign();
		this.#campaign.atOnce();
	}

	#createCampaign(): Retry {
		return createRetry(this.#ports.clock, this.#ports.random, () => {
			const isThere = this.state === 'connected' && this.#linkedSession === this.#session && !this.#isWished;
			if (!this.#attempt && !isThere) this.#offer();
		});
	}

	#offer(): void {
		const way = this.#wayToOffer();
		const [to, session] = [this.#session, this.#ports.session];
		if (!way || to === null) return this.pause();
		const generation = Math.max(this.#generation + 1, Math.floor(this.#ports.clock.now()));
		this.#generation = generation;
		void this.#begin(generation).offer((description) =>
			this.#say({ kind: 'offer', session, to, generation, description }, way)
		);
	}

	/** A link that is behind serves to make the one that is not, once both know of the newest epoch. */
	#wayToOffer(): Way | null {
		const way = this.#isWished ? this.#links.newestExchange : this.#links.wayForward;
		return way ?? (this.#ports.canSay() ? 'meeting-point' : null);
	}

	async #say(said: Introduction, way: Way): Promise<boolean> {
		if (way !== 'meeting-point') return way.introduce(said);
		return this.#epoch !== null && this.#ports.say(this.id, said, this.#epoch);
	}

	#begin(generation: number): Attempt {
		this.#attempt?.abandon();
		const attempt = new Attempt(this.#ports, generation, (end) => {
			this.#attempt = null;
			this.#settle(end);
		});
		this.#attempt = attempt;
		this.#ports.changed();
		return attempt;
	}

	#settle(end: AttemptEnd): void {
		if (end.kind === 'linked') return this.hold(end.link);
		const { why } = end.trouble;
		this.#trouble = end.trouble;
		this.#unanswered = why === 'unanswered' ? this.#unanswered + 1 : 0;
		if (why === 'unsent' || this.#unanswered >= mostUnanswered) {
			this.pause();
			this.#miss();
		} else this.#campaign?.failed();
		this.#ports.changed();
	}

	/** It said over the newest link which run of the app it is in, and which epoch it knows of. */
	#stand(session: Session, epoch: EntryId): void {
		if (this.#isOver) return;
		this.#know(session, epoch);
		this.#linkedSession = session;
		const way = this.#links.wayForward;
		if (!way || this.#attempt) return;
		if (this.#isLower) this.#call();
		// The two need not agree on whether it is behind: one may have heard of the epoch while they were introduced.
		else way.introduce({ kind: 'hello', session: this.#ports.session });
	}

	#lose(): void {
		this.#linkedSession = null;
		if (this.#attempt) return;
		if (!this.#isLower || this.#session === null) return this.#miss();
		this.#campaign ??= this.#createCampaign();
		this.#campaign.failed();
	}

	/** The other one may be trying, ever more rarely. */
	#miss(): void {
		this.#forgetMissed();
		const waitMs = this.#missedMs;
		this.#missedMs = Math.min(2 * waitMs, mostMissedMs);
		this.#forgetMissed = this.#timers.after(waitMs, () => {
			if (this.state === 'away') this.#ports.missed();
		});
	}
}
