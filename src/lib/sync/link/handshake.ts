import {
	fingerprintBytes,
	formatHello,
	formatProof,
	formatReady,
	formatTranscript,
	isReady,
	mostHandshakeBytes,
	parseHello,
	parseProof,
	parseRefusal,
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
	/** The epoch both proved to be in: the older of the two. */
	readonly epoch: number;
}

/** What to send, and how it ended once it has. */
export interface Step {
	readonly send?: Uint8Array;
	readonly accepted?: Accepted;
	readonly refused?: Refusal;
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
	/** To be sent first, whatever the peer says. */
	readonly hello: Uint8Array;
	readonly #prover: Prover;
	readonly #role: Role;
	readonly #fingerprints: Fingerprints;
	#awaits: 'hello' | 'proof' | 'ready' | 'nothing' = 'hello';
	#claim: Claim | null = null;

	/** `nonce`: 32 bytes never used before. */
	constructor(prover: Prover, isInitiator: boolean, fingerprints: Fingerprints, nonce: Uint8Array) {
		this.#prover = prover;
		this.#role = isInitiator ? 'initiator' : 'responder';
		this.#fingerprints = fingerprints;
		this.hello = formatHello({ epoch: prover.epoch, deviceId: prover.deviceId, nonce });
	}

	/** One message at a time: the next one after the promise, if there is one, has settled. It never rejects. */
	receive(bytes: Uint8Array): Step | Promise<Step> {
		const awaited = this.#awaits;
		this.#awaits = 'nothing';
		const said = parseRefusal(bytes);
		if (awaited === 'nothing' || bytes.length > mostHandshakeBytes) return refuse('bad-frame');
		if (said) return { refused: { word: said, by: 'peer' } };
		if (awaited === 'hello') return this.#takeHello(bytes);
		if (awaited === 'proof') return this.#takeProof(bytes);
		return isReady(bytes) && this.#claim ? { accepted: acceptedBy(this.#claim) } : refuse('bad-frame');
	}

	#takeHello(bytes: Uint8Array): Step | Promise<Step> {
		const hello = parseHello(bytes);
		if (hello === 'version') return refuse('version');
		if (!hello) return refuse('bad-frame');
		const word = this.#refusalOf(hello.deviceId);
		if (word) return refuse(word);
		const epoch = Math.min(hello.epoch, this.#prover.epoch);
		const key = this.#prover.macKey(epoch);
		if (!key) return refuse('wrong-epoch');
		this.#claim = { peerId: hello.deviceId, epoch, key, hellos: this.#byRole(this.hello, bytes.slice()) };
		return this.#prove(this.#claim);
	}

	async #prove(claim: Claim): Promise<Step> {
		const { own, peer } = this.#fingerprints;
		if (own.length !== fingerprintBytes || peer.length !== fingerprintBytes) return refuse('bad-proof');
		try {
			const transcript = this.#transcript(this.#role, claim);
			const signature = (await this.#prover.sign(transcript)).slice();
			const mac = new Uint8Array(await crypto.subtle.sign('HMAC', claim.key, transcript));
			this.#awaits = 'proof';
			return { send: formatProof({ signature, mac }) };
		} catch {
			return refuse('unable');
		}
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

const refuse = (word: RefusalWord): Step => ({ refused: { word, by: 'us' } });
const acceptedBy = ({ peerId, epoch }: Claim): Accepted => ({ peerId, epoch });
