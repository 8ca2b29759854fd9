/** Joining the owner's other devices, on the new one. */
import type { Joining, JoinRequest, JoinStage } from '$lib/devices';
import { mailboxAt } from '../connect/mailboxes';
import { answerScan, type ScanAnswer } from '../connect/pairing-rtc';
import type { Rtc, RtcConnection, RtcOptions } from '../connect/rtc';
import type { Clock } from '../clock';
import type { MeetingPoint } from '../meeting/meeting-point';
import { openGuest, type GuestSession, type GuestState } from '../pairing/guest';
import { enterByCode, enterByLink, type Entrance } from '../pairing/invitations';
import type { Mailbox } from '../pairing/mailbox';
import type { RandomBytes } from '../trust/bytes';
import type { Group, GroupPorts } from '../trust/group';
import { isReached } from './reach';

export interface JoiningParts {
	readonly self: GroupPorts;
	readonly meetingPoint: MeetingPoint | null;
	readonly rtc: Rtc;
	readonly rtcOptions: RtcOptions;
	readonly clock: Clock;
	readonly random: RandomBytes;
	/**
	 * This device is in: who is here is put in order as was asked, and the exchange begins, over a connection that is
	 * there already or one to be found. The answer leaves it.
	 */
	readonly joined: (
		group: Group,
		connection: RtcConnection | null,
		tell: (stage: JoinStage) => void
	) => Promise<() => void>;
}

export function startJoining(parts: JoiningParts, request: JoinRequest, tell: (stage: JoinStage) => void): Joining {
	const session = new JoiningSession(parts, request, tell);
	session.begin();
	return session;
}

class JoiningSession implements Joining {
	readonly #parts: JoiningParts;
	readonly #request: JoinRequest;
	readonly #tell: (stage: JoinStage) => void;
	#answer: ScanAnswer | null = null;
	#guest: GuestSession | null = null;
	#connection: RtcConnection | null = null;
	#leave = () => {};
	#isOver = false;

	constructor(parts: JoiningParts, request: JoinRequest, tell: (stage: JoinStage) => void) {
		this.#parts = parts;
		this.#request = request;
		this.#tell = tell;
	}

	begin(): void {
		this.#say({ kind: 'calling' });
		const { way, text } = this.#request;
		(way === 'scan' ? this.#answerScan(text) : this.#enter(way, text)).catch(() => this.#refuse('failed'));
	}

	/** Once this device is in, it stays in. */
	async close(): Promise<void> {
		const isIn = this.#guest?.state().kind === 'paired';
		this.#leave();
		this.#isOver = true;
		this.#guest?.close();
		if (!isIn) this.#answer?.close();
	}

	async #enter(way: 'code' | 'link', text: string): Promise<void> {
		const entrance = await (way === 'code' ? enterByCode(text) : enterByLink(text));
		if (entrance.kind === 'refused') return this.#refuse(entrance.word);
		const { meetingPoint, clock } = this.#parts;
		if (!meetingPoint || !(await isReached(meetingPoint, clock))) return this.#refuse('no-meeting-point');
		await this.#open(entrance, mailboxAt(meetingPoint, entrance.meeting));
	}

	async #answerScan(text: string): Promise<void> {
		const answer = await answerScan(this.#parts, text);
		if (answer.kind === 'refused') return this.#refuse(answer.word);
		this.#answer = answer;
		if (this.#isOver) return answer.close();
		this.#say({ kind: 'answer', scan: answer.scan });
		const met = await answer.met;
		if (met.kind === 'refused') return this.#refuse(met.word);
		this.#connection = met.connection;
		await this.#open(met.way, met.mailbox);
	}

	async #open({ meeting, hostKey, expiresAt }: Entrance, mailbox: Mailbox): Promise<void> {
		const { self, clock, random } = this.#parts;
		const { name } = this.#request;
		const guest = await openGuest({ self, name, meeting, hostKey, expiresAt, mailbox, clock, random });
		this.#guest = guest;
		if (this.#isOver) return guest.close();
		guest.watch((state) => this.#take(state));
		this.#take(guest.state());
	}

	#take(state: GuestState): void {
		if (state.kind === 'checking' || state.kind === 'receiving') this.#say(state);
		else if (state.kind === 'refused') this.#refuse(state.word);
		else if (state.kind === 'paired') this.#paired(state.group).catch(() => this.#refuse('failed'));
	}

	async #paired(group: Group): Promise<void> {
		this.#leave = await this.#parts.joined(group, this.#connection, (stage) => this.#say(stage));
		if (this.#isOver) this.#leave();
	}

	#refuse(word: Extract<JoinStage, { kind: 'refused' }>['word']): void {
		this.#say({ kind: 'refused', word });
		this.#answer?.close();
	}

	#say(stage: JoinStage): void {
		if (!this.#isOver) this.#tell(stage);
	}
}
