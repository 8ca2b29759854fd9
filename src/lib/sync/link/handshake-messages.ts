/** Why two devices are no link. */
export type RefusalWord = (typeof refusalWords)[number];

/** A word's place here is its byte on the wire. */
const refusalWords = [
	/** The other app speaks another version of this. */
	'version',
	/** No device of this owner. */
	'stranger',
	/** A device that was removed. */
	'removed',
	/** No epoch whose group secret both hold. */
	'wrong-epoch',
	/** It says it is this very device: a copy of it, or our own words come back. */
	'same-device',
	/** It could not prove who it is, or someone stands between. */
	'bad-proof',
	'timeout',
	/** What came is not what is said at that moment. */
	'bad-frame',
	/** This device could not use its own keys. */
	'unable',
	/** The channel closed before both were sure. */
	'closed'
] as const;

export const version = 1;
export const nonceBytes = 32;
export const fingerprintBytes = 32;
const signatureBytes = 64;
const macBytes = 32;

const helloForm = 1;
const proofForm = 2;
const readyForm = 3;
const refusalForm = 4;

/** No longer message is said in a handshake, and none is read. */
export const mostHandshakeBytes = 512;

export interface Hello {
	readonly nonce: Uint8Array;
	readonly deviceId: string;
	/** One for each epoch whose secret it holds, the newest first: see `tagOf`. */
	readonly tags: readonly Uint8Array[];
}

/** Epochs a hello speaks of: one begins with each device that is removed. */
export const mostTags = 16;
const tagBytes = 16;
const headBytes = 3 + nonceBytes;
const deviceIds = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Says to whoever holds an epoch's secret that the sender of the hello holds it, too, and nothing to anyone else. So
 * epochs that began apart, with one number and two secrets, are told from each other.
 */
export async function tagOf(key: CryptoKey, nonce: Uint8Array): Promise<Uint8Array> {
	const mac = await crypto.subtle.sign('HMAC', key, Uint8Array.of(...label('epoch'), ...nonce));
	return new Uint8Array(mac, 0, tagBytes);
}

export function formatHello({ nonce, deviceId, tags }: Hello): Uint8Array {
	const id = new TextEncoder().encode(deviceId);
	return Uint8Array.of(helloForm, version, id.length, ...nonce, ...id, ...tags.flatMap((tag) => [...tag]));
}

/** What follows the version is read of our own version only. */
export function parseHello(bytes: Uint8Array): Hello | 'version' | null {
	if (bytes[0] !== helloForm || bytes.length < 2) return null;
	if (bytes[1] !== version) return 'version';
	const idEnd = headBytes + (bytes[2] ?? 0);
	const tagCount = (bytes.length - idEnd) / tagBytes;
	if (bytes.length > mostHandshakeBytes || !Number.isInteger(tagCount) || tagCount < 0 || tagCount > mostTags)
		return null;
	const deviceId = String.fromCharCode(...bytes.subarray(headBytes, idEnd));
	if (!deviceIds.test(deviceId)) return null;
	const tags = Array.from({ length: tagCount }, (_, at) => {
		return bytes.slice(idEnd + at * tagBytes, idEnd + (at + 1) * tagBytes);
	});
	return { nonce: bytes.slice(3, headBytes), deviceId, tags };
}

export interface Proof {
	readonly signature: Uint8Array<ArrayBuffer>;
	readonly mac: Uint8Array<ArrayBuffer>;
}

export function formatProof({ signature, mac }: Proof): Uint8Array {
	return Uint8Array.of(proofForm, ...signature, ...mac);
}

export function parseProof(bytes: Uint8Array): Proof | null {
	if (bytes[0] !== proofForm || bytes.length !== 1 + signatureBytes + macBytes) return null;
	return { signature: bytes.slice(1, 1 + signatureBytes), mac: bytes.slice(1 + signatureBytes) };
}

export const formatReady = (): Uint8Array => Uint8Array.of(readyForm);
export const isReady = (bytes: Uint8Array): boolean => bytes.length === 1 && bytes[0] === readyForm;

export const formatRefusal = (word: RefusalWord): Uint8Array => Uint8Array.of(refusalForm, refusalWords.indexOf(word));
export function parseRefusal(bytes: Uint8Array): RefusalWord | null {
	return bytes.length === 2 && bytes[0] === refusalForm ? (refusalWords[bytes[1] ?? -1] ?? null) : null;
}

/** Who began the connection, and who was asked. */
export type Role = 'initiator' | 'responder';

/**
 * What the device in `role` proves. It is of this protocol and version alone, of one role, of both hellos with their
 * fresh nonces, and of the two certificates the channel runs between.
 */
export function formatTranscript(
	role: Role,
	hellos: Readonly<Record<Role, Uint8Array>>,
	fingerprints: Readonly<Record<Role, Uint8Array>>
): Uint8Array<ArrayBuffer> {
	return Uint8Array.of(
		...label(role),
		...measured(hellos.initiator),
		...measured(hellos.responder),
		...fingerprints.initiator,
		...fingerprints.responder
	);
}

const measured = (bytes: Uint8Array) => [bytes.length >> 8, bytes.length & 0xff, ...bytes];
const label = (purpose: string) => new TextEncoder().encode(`kith link ${version} ${purpose}\n`);
