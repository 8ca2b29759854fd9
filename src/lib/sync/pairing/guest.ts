/** The new side: it has read the code, shows the six digits, and takes what the other hands over. */
import { isSame, joined, type Bytes } from '../trust/bytes';
import { joinGroup, type Group, type GroupPorts } from '../trust/group';
import { TrustError } from '../trust/trust-error';
import { createAgreeingPair, exportPublic, signWith } from '../trust/identity';
import { agreeOn, commitmentTo, readyWords, type Agreement } from './agreement';
import { firstKeyOf, openFrame, protocolVersion, type Frame } from './frames';
import { longestGift, mostParts, parseGift } from './gift-bytes';
import { codeLifeMs, Line, repeatMs, silenceMs, type PairingPorts } from './line';
import type { Meeting } from './meeting';
import { parseMessage, type GuestMessage, type HostMessage, type Message } from './messages';
import { proveSecrets } from './proof';
import type { RefusalWord } from './refusal';
import { Stage } from './stage';

export type GuestOutcome =
	| { readonly kind: 'paired'; readonly digits: string; readonly group: Group }
	| { readonly kind: 'refused'; readonly word: RefusalWord };

export type GuestState =
	| { readonly kind: 'calling' }
	/** The other screen asks its owner for these six digits. */
	| { readonly kind: 'checking'; readonly digits: string }
	| { readonly kind: 'receiving'; readonly digits: string }
	| GuestOutcome;

export interface GuestOptions extends PairingPorts {
	readonly self: GroupPorts;
	/** What this device will be called. */
	readonly name: string;
	readonly meeting: Meeting;
	/** From the link; null for a typed code. */
	readonly hostKey: Bytes | null;
	/** From the link; null for a typed code. */
	readonly expiresAt: number | null;
}

export interface GuestSession {
	state(): GuestState;
	watch(listener: (state: GuestState) => void): () => void;
	readonly outcome: Promise<GuestOutcome>;
	/** The screen was left. Without effect once everything is here and only the other's last word is waited for. */
	close(): void;
	/** When all that has come so far is dealt with: for a clock that is moved by hand. */
	settled(): Promise<void>;
}

/** However long the other side speaks on. */
const longestMs = codeLifeMs + 2 * 60_000;
/** A parting word is said so often, since nothing answers it. */
const partings = 3;

/** @throws TrustError `other-group` when this device has a group already */
export async function openGuest(options: GuestOptions): Promise<GuestSession> {
	const { self, meeting, clock, random } = options;
	if (await self.store.readGroup()) throw new TrustError('other-group');
	const line = new Line(options, meeting, 'to-host');
	const stage = new Stage<GuestState, GuestOutcome>({ kind: 'calling' });
	const firstKey = await firstKeyOf(meeting);
	const pair = await createAgreeingPair();
	const [key, nonce] = [await exportPublic(pair.publicKey), random(32)];
	const session = String.fromCharCode(...random(16));
	const commitment = await commitmentTo(key, nonce);

	let saying: GuestMessage = { kind: 'hello', commitment };
	let agreement: Agreement | null = null;
	let isAgreed = false;
	let doubt: RefusalWord = 'lost';
	let parts: readonly Bytes[] = [];
	let group: Group | null = null;
	const heard = { first: 0, agreed: 0 };
	const startedAt = clock.now();
	let heardAt = startedAt;
	let forgetTick = () => {};

	const say = (message: GuestMessage): Promise<void> =>
		agreement && message.kind !== 'reveal'
			? line.say(session, 'agreed', agreement.toHost, message)
			: line.say(session, 'first', firstKey, message);

	function repeat(): void {
		forgetTick = clock.after(repeatMs, () =>
			line.inTurn(async () => {
				if (stage.hasEnded) return;
				const now = clock.now();
				if (now - heardAt >= silenceMs || now - startedAt >= longestMs) return refuse(wordForSilence());
				repeat();
				await say(saying);
			})
		);
	}

	function wordForSilence(): RefusalWord {
		const isLate = options.expiresAt !== null && clock.now() >= options.expiresAt;
		return isLate && !isAgreed ? 'expired' : doubt;
	}

	async function sayNow(message: GuestMessage): Promise<void> {
		saying = message;
		await say(message);
	}

	/** What was taken over is dropped again: the other side does not count on it. */
	async function refuse(word: RefusalWord): Promise<void> {
		if (stage.hasEnded) return;
		forgetTick();
		line.end();
		if (group) await self.store.forgetGroup().catch(() => undefined);
		group = null;
		stage.end({ kind: 'refused', word });
	}

	async function leave(word: RefusalWord): Promise<void> {
		if (stage.hasEnded) return;
		await refuse(word);
		for (let each = 0; each < partings; each++) {
			clock.after(each * repeatMs, () => line.inTurn(() => say({ kind: 'refuse', word })));
		}
	}

	async function take(frame: Frame): Promise<void> {
		if (stage.hasEnded || frame.session !== session || frame.counter <= heard[frame.level]) return;
		const opener = frame.level === 'first' ? firstKey : agreement?.toGuest;
		if (!opener || (frame.level === 'first' && isAgreed)) return;
		const plain = await openFrame(opener, meeting.topic, frame);
		if (!plain) {
			doubt = isAgreed ? doubt : 'wrong-code';
			return;
		}
		if (frame.version !== protocolVersion) return refuse('version');
		const message = parseMessage(plain);
		if (!message) return;
		heard[frame.level] = frame.counter;
		if (message.kind === 'welcome' && options.hostKey && !isSame(message.key, options.hostKey)) {
			doubt = 'wrong-code';
			return;
		}
		heardAt = clock.now();
		doubt = 'lost';
		await (frame.level === 'first' ? takeFirst(message) : takeAgreed(message));
	}

	async function takeFirst(message: Message): Promise<void> {
		if (message.kind === 'refuse') return refuse(message.word);
		if (message.kind !== 'welcome' || agreement) return;
		const { key: hostKey, nonce: hostNonce } = message;
		const opening = { session, commitment, hostKey, hostNonce, guestKey: key, guestNonce: nonce };
		agreement = await agreeOn(meeting, opening, pair.privateKey, hostKey);
		if (agreement) await sayNow({ kind: 'reveal', key, nonce });
	}

	async function takeAgreed(message: Message): Promise<void> {
		if (!agreement) return;
		if (!isAgreed) {
			isAgreed = true;
			stage.move({ kind: 'checking', digits: agreement.digits });
		}
		if (message.kind === 'refuse') return refuse(message.word);
		if (message.kind === 'part') return takePart(message, agreement);
		if (message.kind === 'thanks' && group) {
			forgetTick();
			line.end();
			return stage.end({ kind: 'paired', digits: agreement.digits, group });
		}
		if (message.kind !== 'waiting' || saying.kind !== 'reveal') return;
		const signature = await signWith(self.identity, readyWords(agreement.transcript));
		await sayNow({ kind: 'ready', keys: self.identity.publicKeys, name: options.name, signature });
	}

	async function takePart(
		{ part, count, bytes }: HostMessage & { kind: 'part' },
		{ transcript, digits }: Agreement
	): Promise<void> {
		if (group || part !== parts.length || (saying.kind !== 'ready' && saying.kind !== 'want')) return;
		parts = [...parts, bytes];
		const length = parts.reduce((sum, each) => sum + each.length, 0);
		if (count > mostParts || part >= count || length > longestGift) return leave('lost');
		if (part === 0) stage.move({ kind: 'receiving', digits });
		if (parts.length < count) return sayNow({ kind: 'want', part: parts.length });
		const gift = await parseGift(joined(...parts), self.identity.agree.privateKey, transcript);
		group = gift && (await joinGroup(self, gift).catch(() => null));
		if (!gift || !group) return leave('lost');
		await sayNow({ kind: 'done', proof: await proveSecrets(gift.secrets, transcript) });
	}

	line.listen(take);
	line.inTurn(() => say(saying));
	repeat();
	return {
		state: () => stage.state,
		watch: (listener) => stage.watch(listener),
		outcome: stage.outcome,
		close: () => line.inTurn(async () => (group ? undefined : leave('closed'))),
		settled: () => line.settled()
	};
}
