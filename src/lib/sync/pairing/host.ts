/**
 * The side that has the data: it shows the code, meets one new device, asks its owner, and only then hands over. From
 * the owner's yes the device is in the list, whatever becomes of the rest: it may hold the secret.
 */
import { copied, isSame, type Bytes } from '../trust/bytes';
import type { Gift, Group } from '../trust/group';
import { deviceIdOf, exportPublic, importAgreeKey, importSignKey, isSignedBy, type DeviceId } from '../trust/identity';
import type { PublicKeys } from '../trust/identity';
import { agreeOn, commitmentTo, readyWords, type Agreement } from './agreement';
import { firstKeyOf, openFrame, protocolVersion, type Frame } from './frames';
import { encodeGift, partsOf } from './gift-bytes';
import { Line, silenceMs, codeLifeMs, type PairingPorts } from './line';
import type { Meeting } from './meeting';
import { parseMessage, type GuestMessage, type HostMessage, type Message } from './messages';
import { isProof } from './proof';
import type { RefusalWord } from './refusal';
import { Stage } from './stage';

export type HostOutcome =
	| { readonly kind: 'paired'; readonly digits: string; readonly device: DeviceId }
	| { readonly kind: 'refused'; readonly word: RefusalWord };

export type HostState =
	| { readonly kind: 'open' }
	/** A device has the code; who it is comes next. */
	| { readonly kind: 'meeting' }
	/** The owner is asked: does the other screen show these six digits? */
	| { readonly kind: 'asking'; readonly digits: string; readonly device: DeviceId; readonly name: string }
	| { readonly kind: 'giving'; readonly digits: string; readonly device: DeviceId }
	| HostOutcome;

export interface HostOptions extends PairingPorts {
	readonly group: Group;
	readonly meeting: Meeting;
	/** Fresh; its public half is in the link, when there is one. */
	readonly pair: CryptoKeyPair;
	readonly expiresAt: number;
}

export interface HostSession {
	state(): HostState;
	watch(listener: (state: HostState) => void): () => void;
	readonly outcome: Promise<HostOutcome>;
	/** The owner says that the digits are the same. Without effect unless asked. */
	confirm(): void;
	decline(): void;
	/** The screen was left. */
	close(): void;
	/** When all that has come so far is dealt with: for a clock that is moved by hand. */
	settled(): Promise<void>;
}

/** From the owner's yes until the new device has proved itself. */
const givingMs = 60_000;
/** Strangers that are told why they are refused; further ones hear nothing. */
const mostAnswers = 32;

/** The one device that this code serves. */
interface Guest {
	readonly session: string;
	readonly commitment: Bytes;
	readonly heard: { first: number; agreed: number };
	agreement: Agreement | null;
	who: { readonly device: DeviceId; readonly keys: PublicKeys; readonly name: string } | null;
	gift: { readonly gift: Gift; readonly parts: readonly Bytes[] } | null;
}

export async function openHost(options: HostOptions): Promise<HostSession> {
	const { group, meeting, pair, expiresAt, clock, random } = options;
	const line = new Line(options, meeting, 'to-guest');
	const stage = new Stage<HostState, HostOutcome>({ kind: 'open' });
	const firstKey = await firstKeyOf(meeting);
	const [hostKey, hostNonce] = [await exportPublic(pair.publicKey), random(32)];
	let guest: Guest | null = null;
	let answers = 0;
	let forgetSilence = () => {};
	let forgetLimit = clock.after(expiresAt - clock.now(), () => line.inTurn(() => refuse('expired')));

	const reply = (to: Guest, message: HostMessage): Promise<void> =>
		to.agreement
			? line.say(to.session, 'agreed', to.agreement.toGuest, message)
			: line.say(to.session, 'first', firstKey, message);

	function end(outcome: HostOutcome): void {
		if (stage.hasEnded) return;
		forgetSilence();
		forgetLimit();
		stage.end(outcome);
		// It still tells its guest how it ended, should that not have come through, and late ones that they are late.
		clock.after(codeLifeMs, () => line.end());
	}

	async function refuse(word: RefusalWord): Promise<void> {
		if (stage.hasEnded) return;
		end({ kind: 'refused', word });
		if (guest) await reply(guest, { kind: 'refuse', word });
	}

	function hearAgain(): void {
		forgetSilence();
		if (!stage.hasEnded) forgetSilence = clock.after(silenceMs, () => line.inTurn(() => refuse('lost')));
	}

	async function take(frame: Frame): Promise<void> {
		if (guest?.session !== frame.session) return takeStranger(frame);
		const key = frame.level === 'first' ? firstKey : guest.agreement?.toHost;
		if (!key || frame.version !== protocolVersion || frame.counter <= guest.heard[frame.level]) return;
		const plain = await openFrame(key, meeting.topic, frame);
		const message = plain && parseMessage(plain);
		if (!message) return;
		guest.heard[frame.level] = frame.counter;
		hearAgain();
		const isFirst = message.kind === 'hello' || message.kind === 'reveal';
		if (frame.level === 'first' ? isFirst || !guest.agreement : !isFirst) await takeMessage(guest, message);
	}

	async function takeStranger(frame: Frame): Promise<void> {
		if (frame.level !== 'first' || answers >= mostAnswers) return;
		const plain = await openFrame(firstKey, meeting.topic, frame);
		if (!plain) return;
		const message = parseMessage(plain);
		if (frame.version === protocolVersion && message?.kind !== 'hello') return;
		if (frame.version === protocolVersion && message?.kind === 'hello' && !guest && !stage.hasEnded) {
			const heard = { first: frame.counter, agreed: 0 };
			guest = { session: frame.session, commitment: message.commitment, heard, agreement: null, who: null, gift: null };
			stage.move({ kind: 'meeting' });
			hearAgain();
			return reply(guest, { kind: 'welcome', key: hostKey, nonce: hostNonce });
		}
		answers++;
		const word = frame.version === protocolVersion ? wordForLate() : 'version';
		await line.say(frame.session, 'first', firstKey, { kind: 'refuse', word });
	}

	function wordForLate(): RefusalWord {
		if (guest) return stage.hasEnded ? 'used' : 'busy';
		return stage.state.kind === 'refused' ? stage.state.word : 'closed';
	}

	async function takeMessage(from: Guest, message: Message): Promise<void> {
		if (stage.state.kind === 'paired') return reply(from, { kind: 'thanks' });
		if (stage.state.kind === 'refused') return reply(from, { kind: 'refuse', word: stage.state.word });
		switch (message.kind) {
			case 'hello':
				return from.agreement ? undefined : reply(from, { kind: 'welcome', key: hostKey, nonce: hostNonce });
			case 'reveal':
				return takeReveal(from, message);
			case 'ready':
				await takeReady(from, message);
				return reply(from, partOf(from, 0) ?? { kind: 'waiting' });
			case 'want':
				return reply(from, partOf(from, message.part) ?? { kind: 'waiting' });
			case 'done':
				return takeDone(from, message.proof);
			case 'refuse':
				return end({ kind: 'refused', word: message.word });
			default:
		}
	}

	async function takeReveal(from: Guest, { key, nonce }: GuestMessage & { kind: 'reveal' }): Promise<void> {
		if (!isSame(await commitmentTo(key, nonce), from.commitment)) return;
		const { session, commitment } = from;
		const opening = { session, commitment, hostKey, hostNonce, guestKey: key, guestNonce: nonce };
		from.agreement ??= await agreeOn(meeting, opening, pair.privateKey, key);
		if (from.agreement) await reply(from, { kind: 'waiting' });
	}

	async function takeReady(from: Guest, { keys, name, signature }: GuestMessage & { kind: 'ready' }): Promise<void> {
		if (from.who || !from.agreement) return;
		const signKey = await importSignKey(keys.sign);
		if (!signKey || !(await importAgreeKey(keys.agree))) return;
		if (!(await isSignedBy(signKey, readyWords(from.agreement.transcript), signature))) return;
		from.who = { device: await deviceIdOf(keys), keys, name };
		stage.move({ kind: 'asking', digits: from.agreement.digits, device: from.who.device, name });
	}

	function partOf({ gift }: Guest, part: number): HostMessage | null {
		const bytes = gift?.parts[part];
		return gift && bytes ? { kind: 'part', part, count: gift.parts.length, bytes: copied(bytes) } : null;
	}

	async function give(): Promise<void> {
		if (stage.state.kind !== 'asking' || !guest?.who || !guest.agreement) return;
		const { device, keys, name } = guest.who;
		const { digits, transcript } = guest.agreement;
		const gift = await group.admit(keys, name).catch(() => null);
		const bytes = gift && (await encodeGift(gift, keys.agree, transcript));
		if (!bytes) return refuse('declined');
		guest.gift = { gift, parts: partsOf(bytes) };
		forgetLimit();
		forgetLimit = clock.after(givingMs, () => line.inTurn(() => refuse('lost')));
		stage.move({ kind: 'giving', digits, device });
		const first = partOf(guest, 0);
		if (first) await reply(guest, first);
	}

	async function takeDone(from: Guest, proof: Bytes): Promise<void> {
		if (!from.gift || !from.agreement || !from.who) return;
		const { gift } = from.gift;
		if (!(await isProof(gift.secrets, from.agreement.transcript, proof))) return;
		end({ kind: 'paired', digits: from.agreement.digits, device: from.who.device });
		await reply(from, { kind: 'thanks' });
	}

	line.listen(take);
	return {
		state: () => stage.state,
		watch: (listener) => stage.watch(listener),
		outcome: stage.outcome,
		confirm: () => line.inTurn(give),
		decline: () => line.inTurn(() => refuse('declined')),
		close: () => line.inTurn(() => refuse('closed')),
		settled: () => line.settled()
	};
}
