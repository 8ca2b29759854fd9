import type { Bytes } from '../trust/bytes';

/** SHA-256 of the certificate that a description names; null when it names none. */
export function fingerprintOf(sdp: string): Bytes | null {
	const pairs = /^a=fingerprint:sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})\r?$/im.exec(sdp)?.[1];
	return pairs ? Uint8Array.from(pairs.split(':'), (pair) => Number.parseInt(pair, 16)) : null;
}
