/**
 * Introductions, sealed for the group that has the secret. Who sends it, for whom and its number are inside, so that a
 * meeting point sees nothing but the topic and the length; the topic is bound to it.
 */
import { copied, joined, toBase64Url, utf8, type Bytes, type RandomBytes } from './bytes';
import { deriveSealingKey } from './derived-keys';
import { parseDeviceId, type DeviceId } from './identity';
import { Reader, Writer } from './layout';
import { TrustError } from './trust-error';

export interface Envelope {
	readonly from: DeviceId;
	/** Null is for all. */
	readonly to: DeviceId | null;
	/** Above all this sender gave before, also before a restart: begin with the time in milliseconds. */
	readonly counter: number;
	readonly body: Bytes;
}

const version = 1;
const nonceLength = 12;
/** A meeting point takes 16 KiB a message. */
const longest = 16_384;
const everyone = new Uint8Array(32);

const keyFor = (secret: Bytes, topic: string): Promise<CryptoKey> =>
	deriveSealingKey(secret, utf8(topic), utf8('kith envelope'));

const bindingOf = (topic: string): Bytes => joined(new Uint8Array([version]), utf8(topic));

/** @throws TrustError `full` when the body is too long, `malformed` when an id is none */
export async function seal(secret: Bytes, topic: string, envelope: Envelope, random: RandomBytes): Promise<Bytes> {
	const { from, to, counter, body } = envelope;
	const [sender, recipient] = [parseDeviceId(from), to === null ? everyone : parseDeviceId(to)];
	if (!sender || !recipient) throw new TrustError('malformed');
	const plain = new Writer().put(sender).put(recipient).number(6, counter).put(body).done();
	if (plain.length > longest - 64) throw new TrustError('full');
	const iv = random(nonceLength);
	const how = { name: 'AES-GCM', iv, additionalData: bindingOf(topic) };
	const sealed = await crypto.subtle.encrypt(how, await keyFor(secret, topic), plain);
	return joined(new Uint8Array([version]), iv, new Uint8Array(sealed));
}

/** @throws TrustError `unopened` for all that was not sealed with this secret for this topic */
export async function open(secret: Bytes, topic: string, bytes: Uint8Array): Promise<Envelope> {
	if (bytes.length > longest || bytes[0] !== version) throw new TrustError('unopened');
	const [iv, sealed] = [copied(bytes.subarray(1, 1 + nonceLength)), copied(bytes.subarray(1 + nonceLength))];
	try {
		const how = { name: 'AES-GCM', iv, additionalData: bindingOf(topic) };
		const plain = await crypto.subtle.decrypt(how, await keyFor(secret, topic), sealed);
		const reader = new Reader(new Uint8Array(plain));
		const [from, to] = [reader.take(32), reader.take(32)];
		const counter = reader.number(6);
		const recipient = to.every((byte) => byte === 0) ? null : toBase64Url(to);
		return { from: toBase64Url(from), to: recipient, counter, body: reader.take(reader.left) };
	} catch {
		throw new TrustError('unopened');
	}
}

/** Numbers behind the newest that may still come, each once: a meeting point may change the order. */
const window = 64;

/** Tells what was heard before. It remembers members only, so nobody else can fill it. */
export class ReplayGuard {
	readonly #heard = new Map<DeviceId, { newest: number; before: Set<number> }>();

	constructor(
		readonly self: DeviceId,
		readonly isMember: (id: DeviceId) => boolean
	) {}

	/**
	 * Takes an envelope once.
	 * @throws TrustError `not-a-member` for other senders, own echoes and what is for someone else; `replayed`
	 */
	take({ from, to, counter }: Envelope): void {
		if (from === this.self || !this.isMember(from) || (to !== null && to !== this.self)) {
			throw new TrustError('not-a-member');
		}
		const heard = this.#heard.get(from) ?? { newest: -1, before: new Set<number>() };
		if (counter <= heard.newest - window || heard.before.has(counter)) throw new TrustError('replayed');
		const newest = Math.max(heard.newest, counter);
		const before = new Set([...heard.before, counter].filter((each) => each > newest - window));
		this.#heard.set(from, { newest, before });
	}
}
