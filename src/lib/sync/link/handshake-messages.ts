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
	/** No epoch whose group secret both may use. */
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
export const mostHandshakeBytes = 128;

export interface Hello {
	readonly epoch: number;
	readonly nonce: Uint8Array;
	readonly deviceId: string;
}

const headBytes = 2 + 4 + nonceBytes;
const deviceIds = /^[A-Za-z0-9_-]{1,64}$/;

export function formatHello({ epoch, nonce, deviceId }: Hello): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(headBytes + deviceId.length);
	bytes.set([helloForm, version]);
	new DataView(bytes.buffer).setUint32(2, epoch);
	bytes.set(nonce, 6);
	bytes.set(new TextEncoder().encode(deviceId), headBytes);
	return bytes;
}

/** What follows the version is read of our own version only. */
export function parseHello(bytes: Uint8Array): Hello | 'version' | null {
	if (bytes[0] !== helloForm || bytes.length < 2) return null;
	if (bytes[1] !== version) return 'version';
	if (bytes.length <= headBytes) return null;
	const deviceId = String.fromCharCode(...bytes.subarray(headBytes, mostHandshakeBytes));
	if (bytes.length > mostHandshakeBytes || !deviceIds.test(deviceId)) return null;
	return {
		epoch: new DataView(bytes.buffer, bytes.byteOffset).getUint32(2),
		nonce: bytes.slice(6, headBytes),
		deviceId
	};
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
		...new TextEncoder().encode(`kith link ${version} ${role}\n`),
		hellos.initiator.length,
		...hellos.initiator,
		hellos.responder.length,
		...hellos.responder,
		...fingerprints.initiator,
		...fingerprints.responder
	);
}
