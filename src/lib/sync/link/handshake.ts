import {
	fingerprintBytes,
	formatHello,
	formatProof,
	formatReady,
	formatTranscript,
	isReady,
	mostHandshakeBytes,
	mostTags,
	parseHello,
	parseProof,
	tagOf,
	type Hello,
	type RefusalWord,
	type Role
} from './handshake-messages';
import type { Prover } from './prover';

/** SHA-256 of the two DTLS certificates, 32 bytes each, as the two descriptions of the connection say. */
export interface Fingerprints {
	readonly own: Uint8Array;
	readonly peer: Uint8Array;
}

export interface Refusal {
	readonly word: RefusalWord;
	/** What the peer says is a hint to show: until it has proved itself, anyone may have said it. */
	readonly by: 'us' | 'peer';
}

export interface Accepted {
	readonly peerId: string;
	/** The newest epoch whose secret both proved to hold. */
	readonly epoch: number;
	/** Whether there is a newer one that only one of the two holds. */
	readonly isBehind: boolean;
}

/** What to send, and how it ended once it has. */
export interface Step {
	readonly send?: Uint8Array;
	readonly accepted?: Accepted;
	readonly refused?: Refusal;
}

interface EpochKey {
	readonly epoch: number;
	readonly key: CryptoKey;
}

/** Who the other device claims to be, with what both must prove. */
interface Claim extends Accepted {
	readonly key: CryptoKey;
	readonly hellos: Readonly<Record<Role, Uint8Array>>;
}

/**
 * One side of an introduction: both say hello, both prove, and each says that it is convinced. So whoever is accepted
 * knows that it was accepted, and nothing else needs to be sent, or kept, before that.
 */
export class Handshake {
	readonly #prover: Prover;
	readonly #role: Role;
	readonly #fingerprints: Fingerprints;
	readonly #nonce: Uint8Array;
	#hello = new Uint8Array(0);
	/** As they were when hello was said: a rotation meanwhile must not make the two sides judge by different lists. */
	#keys: readonly EpochKey[] = [];
	#awaits: 'hello' | 'proof' | 'ready' | 'nothing' = 'nothing';
	#claim: Claim | null = null;

	/** `nonce`: 32 bytes never used before. */
	constructor(prover: Prover, isInitiator: boolean, fingerprints: Fingerprints, nonce: Uint8Array) {
		this.#prover = prover;
		this.#role = isInitiator ? 'initiator' : 'responder';
		this.#fingerprints = fingerprints;
		this.#nonce = nonce;
	}

	/** The first step, before anything is received. It never rejects. */
	async begin(): Promise<Step> {
		try {
			const { deviceId } = this.#prover;
			this.#keys = heldBy(this.#prover);
			const tags = await Promise.all(this.#keys.map(({ key }) => tagOf(key, this.#nonce)));
			this.#hello = formatHello({ nonce: this.#nonce, deviceId, tags }).slice();
		} catch {
			return refuse('unable');
		}
		this.#awaits = 'hello';
		return { send: this.#hello };
	}

	/** One message at a time: the next one after the promise, if there is one, has settled. It never rejects. */
	receive(bytes: Uint8Array): Step | Promise<Step> {
		const awaited = this.#awaits;
		this.#awaits = 'nothing';
		if (awaited === 'nothing' || bytes.length > mostHandshakeBytes) return refuse('bad-frame');
		if (awaited === 'hello') return this.#takeHello(bytes);
		if (awaited === 'proof') return this.#takeProof(bytes);
		return isReady(bytes) && this.#claim ? { accepted: acceptedBy(this.#claim) } : refuse('bad-frame');
	}

	async #takeHello(bytes: Uint8Array): Promise<Step> {
		const hello = parseHello(bytes);
		if (hello === 'version') return refuse('version');
		if (!hello) return refuse('bad-frame');
		const word = this.#refusalOf(hello.deviceId);
		if (word) return refuse(word);
		const { own, peer } = this.#fingerprints;
		if (own.length !== fingerprintBytes || peer.length !== fingerprintBytes) return refuse('bad-proof');
		try {
			const common = await this.#commonEpoch(hello);
			if (!common) return refuse('wrong-epoch');
			const claim = { ...common, peerId: hello.deviceId, hellos: this.#byRole(this.#hello, bytes.slice()) };
			this.#claim = claim;
			const proof = await this.#prove(claim);
			this.#awaits = 'proof';
			return { send: proof };
		} catch {
			return refuse('unable');
		}
	}

	/** Only the newest may be the first on both lists. */
	async #commonEpoch({ nonce, tags }: Hello): Promise<Pick<Claim, 'epoch' | 'key' | 'isBehind'> | null> {
		const said = tags.map(String);
		for (const [at, { epoch, key }] of this.#keys.entries()) {
			const place = said.indexOf(String(await tagOf(key, nonce)));
			if (place >= 0) return { epoch, key, isBehind: at > 0 || place > 0 };
		}
		return null;
	}

	async #prove(claim: Claim): Promise<Uint8Array> {
		const transcript = this.#transcript(this.#role, claim);
		const signature = (await this.#prover.sign(transcript)).slice();
		const mac = new Uint8Array(await crypto.subtle.sign('HMAC', claim.key, transcript));
		return formatProof({ signature, mac });
	}

	async #takeProof(bytes: Uint8Array): Promise<Step> {
		const proof = parseProof(bytes);
		const claim = this.#claim;
		if (!proof || !claim) return refuse('bad-frame');
		const transcript = this.#transcript(this.#role === 'initiator' ? 'responder' : 'initiator', claim);
		try {
			const isProved =
				(await crypto.subtle.verify('HMAC', claim.key, proof.mac, transcript)) &&
				(await this.#prover.verify(claim.peerId, transcript, proof.signature));
			if (!isProved) return refuse('bad-proof');
		} catch {
			return refuse('bad-proof');
		}
		const word = this.#refusalOf(claim.peerId);
		if (word) return refuse(word);
		this.#awaits = 'ready';
		return { send: formatReady() };
	}

	#refusalOf(deviceId: Hello['deviceId']): RefusalWord | null {
		if (deviceId === this.#prover.deviceId) return 'same-device';
		if (this.#prover.wasRemoved(deviceId)) return 'removed';
		return this.#prover.isMember(deviceId) ? null : 'stranger';
	}

	#transcript(role: Role, { hellos }: Claim): Uint8Array<ArrayBuffer> {
		return formatTranscript(role, hellos, this.#byRole(this.#fingerprints.own, this.#fingerprints.peer));
	}

	#byRole(own: Uint8Array, peer: Uint8Array): Readonly<Record<Role, Uint8Array>> {
		return this.#role === 'initiator' ? { initiator: own, responder: peer } : { initiator: peer, responder: own };
	}
}

/** The newest first. */
function heldBy(prover: Prover): readonly EpochKey[] {
	const keys = prover.epochs.map((epoch) => ({ epoch, key: prover.macKey(epoch) }));
	return keys.flatMap(({ epoch, key }) => (key ? [{ epoch, key }] : [])).slice(0, mostTags);
}

const refuse = (word: RefusalWord): Step => ({ refused: { word, by: 'us' } });
const acceptedBy = ({ peerId, epoch, isBehind }: Claim): Accepted => ({ peerId, epoch, isBehind });
