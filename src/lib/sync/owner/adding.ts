/** Adding a device, on the one that has the data. */
import type { Adding, AddStage, WayIn } from '$lib/devices';
import type { Exchange } from '../exchange/exchange';
import { mailboxAt } from '../connect/mailboxes';
import type { Network } from '../connect/network';
import { offerScan, type ScanOffer } from '../connect/pairing-rtc';
import type { Rtc, RtcConnection, RtcOptions } from '../connect/rtc';
import type { Clock } from '../clock';
import type { MeetingPoint } from '../meeting/meeting-point';
import { formatCode } from '../pairing/code';
import { openHost, type HostSession, type HostState } from '../pairing/host';
import { createCodeInvitation, createLinkInvitation, type Opened } from '../pairing/invitations';
import type { Mailbox } from '../pairing/mailbox';
import type { RandomBytes } from '../trust/bytes';
import type { Group } from '../trust/group';
import { followFirstExchange } from './first-exchange';
import { isReached } from './reach';

export interface AddingParts {
	readonly group: Group;
	readonly network: Network;
	readonly exchange: Exchange;
	readonly meetingPoint: MeetingPoint | null;
	readonly rtc: Rtc;
	readonly rtcOptions: RtcOptions;
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly joinAddress: string;
	readonly countContacts: () => number;
	/** Before its link is given out. */
	readonly expectFirst: (device: string) => void;
}

export function startAdding(parts: AddingParts, way: WayIn, tell: (stage: AddStage) => void): Adding {
	const session = new AddingSession(parts, tell);
	session.begin(way);
	return session;
}

class AddingSession implements Adding {
	readonly #parts: AddingParts;
	readonly #tell: (stage: AddStage) => void;
	#offer: ScanOffer | null = null;
	#host: HostSession | null = null;
	#connection: RtcConnection | null = null;
	#leave = () => {};
	#isOver = false;

	constructor(parts: AddingParts, tell: (stage: AddStage) => void) {
		this.#parts = parts;
		this.#tell = tell;
	}

	begin(way: WayIn): void {
		this.#say({ kind: 'preparing' });
		(way === 'scan' ? this.#offerScan() : this.#invite(way)).catch(() => this.#refuse('failed'));
	}

	async scanned(text: string): Promise<boolean> {
		const offer = this.#offer;
		if (!offer || this.#isOver) return false;
		const taken = await offer.take(text);
		if (taken.kind === 'refused') {
			const isOther = taken.word === 'not-kith' || taken.word === 'version';
			if (!isOther) this.#refuse(taken.word);
			return !isOther;
		}
		this.#connection = taken.connection;
		await this.#open(taken.way, taken.mailbox);
		return true;
	}

	async confirm(): Promise<void> {
		this.#host?.confirm();
	}

	async decline(): Promise<void> {
		this.#host?.decline();
	}

	/** A device that is in already stays in, and the exchange goes on. */
	async close(): Promise<void> {
		const isIn = this.#host?.state().kind === 'paired';
		this.#leave();
		this.#isOver = true;
		this.#host?.close();
		if (!isIn) this.#offer?.close();
	}

	async #invite(way: 'code' | 'link'): Promise<void> {
		const { meetingPoint, clock, random, joinAddress } = this.#parts;
		if (!meetingPoint || !(await isReached(meetingPoint, clock))) return this.#refuse('no-meeting-point');
		if (way === 'code') {
			const invitation = await createCodeInvitation(random, clock.now());
			await this.#open(invitation, mailboxAt(meetingPoint, invitation.meeting));
			this.#say({ kind: 'code', code: formatCode(invitation.code), expiresAt: invitation.expiresAt });
		} else {
			const invitation = await createLinkInvitation(joinAddress, random, clock.now());
			await this.#open(invitation, mailboxAt(meetingPoint, invitation.meeting));
			this.#say({ kind: 'link', link: invitation.link, expiresAt: invitation.expiresAt });
		}
	}

	async #offerScan(): Promise<void> {
		const offer = await offerScan(this.#parts);
		if (offer.kind === 'refused') return this.#refuse(offer.word);
		this.#offer = offer;
		if (this.#isOver) return offer.close();
		this.#say({ kind: 'offer', scan: offer.scan, expiresAt: offer.expiresAt });
	}

	async #open({ meeting, pair, expiresAt }: Opened, mailbox: Mailbox): Promise<void> {
		const { group, clock, random } = this.#parts;
		const host = await openHost({ group, meeting, pair, expiresAt, mailbox, clock, random });
		this.#host = host;
		if (this.#isOver) return host.close();
		host.watch((state) => this.#take(state));
		this.#take(host.state());
	}

	#take(state: HostState): void {
		if (state.kind === 'meeting') this.#say({ kind: 'meeting' });
		else if (state.kind === 'asking') this.#say({ kind: 'asking', digits: state.digits, name: state.name });
		else if (state.kind === 'giving') {
			this.#parts.expectFirst(state.device);
			this.#say({ kind: 'giving', digits: state.digits });
		} else if (state.kind === 'refused') this.#refuse(state.word);
		else if (state.kind === 'paired') this.#paired(state.device);
	}

	#paired(device: string): void {
		const { group, network } = this.#parts;
		if (this.#connection) void network.adopt(this.#connection, true);
		else network.wake();
		const nameOf = (id: string) => group.view().members.get(id)?.name ?? '';
		if (!this.#isOver)
			this.#leave = followFirstExchange({ ...this.#parts, device, nameOf, tell: (stage) => this.#say(stage) });
	}

	#refuse(word: Extract<AddStage, { kind: 'refused' }>['word']): void {
		this.#say({ kind: 'refused', word });
		this.#offer?.close();
	}

	#say(stage: AddStage): void {
		if (!this.#isOver) this.#tell(stage);
	}
}
