/** A segment as bytes: what stands where. `SPEC.md` has the layout. */
import { joined, utf8, type Bytes } from '../trust/bytes';
import type { DeviceId } from '../trust/identity';
import { parseDeviceId } from '../trust/identity';
import { toBase64Url } from '../trust/bytes';
import { Reader, Writer } from '../trust/layout';
import { mostMembers, wrapLength } from '../trust/statement';
import { TrustError } from '../trust/trust-error';

export const magic = utf8('kithsync');
export const version = 1;
export const hintLength = 8;
export const nonceLength = 12;
export const signatureLength = 64;
const keyLength = 65;
const fixedLength = magic.length + 1 + 2 * hintLength + 32 + 6 + nonceLength + 1 + keyLength + 4;
const mostHeader = fixedLength + mostMembers * wrapLength;
/** Sealed, of all entries that a group may have, each behind its length. */
const mostRoster = 1024 * 1024;
/** The update has 64 MiB at most, all else in a segment a few. */
export const mostSegmentBytes = 68 * 1024 * 1024;

export interface Header {
	readonly group: Bytes;
	readonly epoch: Bytes;
	readonly sender: DeviceId;
	readonly number: number;
	readonly nonce: Bytes;
	/** Opens the wraps; each has the key to the roster for one member. */
	readonly ephemeral: Bytes;
	readonly wraps: readonly Bytes[];
	/** Of the sealed roster. */
	readonly rosterLength: number;
}

export interface Segment extends Header {
	readonly header: Uint8Array;
	readonly roster: Uint8Array;
	readonly body: Uint8Array;
	/** All before the signature. */
	readonly signed: Uint8Array;
	readonly signature: Uint8Array;
}

/** `not-kith`: other bytes. `newer`: of a version that is not known. `damaged`: cut short, or not whole. */
export type Unreadable = 'not-kith' | 'newer' | 'damaged';

export function formatHeader(header: Header): Bytes {
	const sender = parseDeviceId(header.sender);
	if (!sender) throw new TrustError('malformed');
	const writer = new Writer().put(magic).number(1, version).put(header.group).put(header.epoch).put(sender);
	writer.number(6, header.number).put(header.nonce).put(header.ephemeral).number(1, header.wraps.length);
	return writer
		.put(joined(...header.wraps))
		.number(4, header.rosterLength)
		.done();
}

export function parseSegment(bytes: Uint8Array): Segment | Unreadable {
	if (!magic.every((byte, at) => bytes[at] === byte)) return 'not-kith';
	if ((bytes[magic.length] ?? 0) > version) return 'newer';
	try {
		return read(bytes);
	} catch (error) {
		if (!(error instanceof TrustError)) throw error;
		return 'damaged';
	}
}

function read(bytes: Uint8Array): Segment {
	if (bytes.length > mostSegmentBytes) throw new TrustError('malformed');
	const start = bytes.subarray(0, mostHeader);
	const reader = new Reader(start);
	reader.take(magic.length);
	if (reader.number(1) !== version) throw new TrustError('malformed');
	const [group, epoch] = [reader.take(hintLength), reader.take(hintLength)];
	const sender = toBase64Url(reader.take(32));
	const number = reader.number(6);
	const [nonce, ephemeral] = [reader.take(nonceLength), reader.take(keyLength)];
	const count = reader.number(1);
	if (count > mostMembers) throw new TrustError('malformed');
	const wraps = Array.from({ length: count }, () => reader.take(wrapLength));
	const rosterLength = reader.number(4);
	const headerLength = start.length - reader.left;
	const signed = bytes.length - signatureLength;
	if (rosterLength > mostRoster || headerLength + rosterLength > signed) throw new TrustError('malformed');
	return {
		...{ group, epoch, sender, number, nonce, ephemeral, wraps, rosterLength },
		header: bytes.subarray(0, headerLength),
		roster: bytes.subarray(headerLength, headerLength + rosterLength),
		body: bytes.subarray(headerLength + rosterLength, signed),
		signed: bytes.subarray(0, signed),
		signature: bytes.subarray(signed)
	};
}
