import type { Link } from '../link/link';
import type { EntryId } from '../trust/entry';
import type { Group } from '../trust/group';
import type { DeviceId } from '../trust/identity';
import type { Introduction, Session } from './introduction';
import { RosterExchange } from './roster-exchange';
import type { Timers } from './timers';

/** A link that stood for so long was a success; one that is lost sooner counts as a failed attempt. */
const steadyMs = 30_000;
/** The device with the higher id lets the other decide for so long which of two links stays. */
const graceMs = 5_000;
const seenEachMs = 60_000;

export interface PeerLinksOptions {
	readonly id: DeviceId;
	readonly isLower: boolean;
	readonly group: Group;
	/** This device's own. */
	readonly session: Session;
	readonly timers: Timers;
	/** Only a link that is not behind. */
	readonly onLink: (link: Link) => void;
	readonly seen: (device: DeviceId) => void;
	/** The newest link leads to this run of the app, and both hold the secret of the epoch. */
	readonly stood: (session: Session, epoch: EntryId) => void;
	readonly introduced: (said: Introduction, exchange: RosterExchange) => void;
	readonly steady: () => void;
	/** None is left. */
	readonly lost: () => void;
	readonly changed: () => void;
}

interface Hold {
	readonly link: Link;
	readonly exchange: RosterExchange;
}

/** The links to one device: one, and for a moment two when a newer one replaces the older. */
export class PeerLinks {
	readonly #options: PeerLinksOptions;
	/** The newest last. */
	#holds: readonly Hold[] = [];
	#isOver = false;

	constructor(options: PeerLinksOptions) {
		this.#options = options;
	}

	get newest(): Link | null {
		return this.#holds.at(-1)?.link ?? null;
	}

	get newestExchange(): RosterExchange | null {
		return this.#holds.at(-1)?.exchange ?? null;
	}

	/** Where the newest link is behind, and both know of one newest epoch by now: the way to a better one. */
	get wayForward(): RosterExchange | null {
		const newest = this.#holds.at(-1);
		return newest?.link.isBehind && newest.exchange.isLevel ? newest.exchange : null;
	}

	add(link: Link): void {
		const { id, isLower, group, session, timers, onLink, seen, changed } = this.#options;
		if (this.#isOver || link.peerId !== id) return link.close('stopped');
		const older = this.#holds;
		const exchange: RosterExchange = new RosterExchange(link, group, session, {
			standing: (run, isLevel) => this.#stand(link, run, isLevel),
			introduced: (said) => this.#options.introduced(said, exchange)
		});
		this.#holds = [...older, { link, exchange }];
		const makeWay = () => older.forEach((each) => each.link.close('replaced'));
		if (isLower) makeWay();
		else if (older.length > 0) timers.after(graceMs, makeWay);
		const forget = [timers.each(seenEachMs, () => seen(id)), timers.after(steadyMs, () => this.#options.steady())];
		link.watchClose(() => {
			forget.forEach((stop) => stop());
			this.#drop(link);
		});
		seen(id);
		if (!link.isBehind) onLink(link);
		changed();
	}

	/** The group may have changed. */
	follow(): void {
		for (const { exchange } of this.#holds) exchange.follow();
	}

	/** The device was removed, which it is told. */
	part(): void {
		this.#isOver = true;
		for (const { link, exchange } of this.#holds) {
			const close = () => link.close('removed');
			void exchange.partFrom(this.#options.id).then(close, close);
		}
	}

	close(reason: string): void {
		this.#isOver = true;
		for (const { link } of this.#holds) link.close(reason);
	}

	#stand(link: Link, session: Session, isLevel: boolean): void {
		if (this.#isOver || link !== this.newest) return;
		const { epoch, epochs } = this.#options.group.view();
		const common = isLevel ? epoch : epochs.find(({ number }) => number === link.epoch);
		if (common) this.#options.stood(session, common.id);
	}

	#drop(link: Link): void {
		const { id, seen, lost, changed } = this.#options;
		this.#holds = this.#holds.filter((each) => each.link !== link);
		seen(id);
		if (!this.#isOver && this.#holds.length === 0) lost();
		changed();
	}
}
