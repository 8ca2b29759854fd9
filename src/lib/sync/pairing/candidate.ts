/** Where a device can be reached, as WebRTC's candidates say it, in 7 or 19 bytes. */
import { joined, toHex, type Bytes } from '../trust/bytes';
import type { Reader } from '../trust/layout';
import { TrustError } from '../trust/trust-error';

export type CandidateType = 'host' | 'srflx' | 'relay';

export interface Candidate {
	readonly type: CandidateType;
	/** An IPv4 or IPv6 address in its usual form, or `<uuid>.local`, which only the local network resolves. */
	readonly address: string;
	readonly port: number;
}

const types: readonly CandidateType[] = ['host', 'srflx', 'relay'];
/** By RFC 8445, so that the nearest way is tried first. */
const preferences = { host: 126, srflx: 100, relay: 0 };

const mdns = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/;

/** Null for another protocol, component or type, and for an address that is none. */
export function parseCandidateLine(line: string): Candidate | null {
	const parts = /^a=candidate:\S+ 1 udp \d+ (\S{1,64}) (\d{1,5}) typ (host|srflx|relay)( |$)/i.exec(line);
	const address = parts?.[1]?.toLowerCase() ?? '';
	const type = types.find((each) => each === parts?.[3]?.toLowerCase());
	const port = Number(parts?.[2]);
	const bytes = addressBytes(address);
	if (!bytes || !type || port < 1 || port > 0xffff) return null;
	return { type, address: formatAddress(bytes), port };
}

export function formatCandidateLine({ type, address, port }: Candidate, at: number): string {
	const priority = preferences[type] * 2 ** 24 + (0xffff - at) * 256 + 255;
	const related = type === 'host' ? '' : ` raddr ${address.includes(':') ? '::' : '0.0.0.0'} rport 0`;
	return `a=candidate:${at + 1} 1 udp ${priority} ${address} ${port} typ ${type}${related} generation 0`;
}

interface AddressBytes {
	readonly kind: 'ipv4' | 'ipv6' | 'mdns';
	readonly bytes: Bytes;
}

const kinds: readonly AddressBytes['kind'][] = ['ipv4', 'ipv6', 'mdns'];

export function encodeCandidate({ type, address, port }: Candidate): Bytes {
	const packed = addressBytes(address);
	if (!packed) throw new TrustError('malformed');
	const head = kinds.indexOf(packed.kind) | (types.indexOf(type) << 2);
	return joined(new Uint8Array([head]), packed.bytes, new Uint8Array([port >> 8, port & 255]));
}

/** @throws TrustError `malformed` */
export function readCandidate(reader: Reader): Candidate {
	const head = reader.number(1);
	const [kind, type] = [kinds[head & 3], types[head >> 2]];
	if (!kind || !type) throw new TrustError('malformed');
	const bytes = reader.take(kind === 'ipv4' ? 4 : 16);
	const port = reader.number(2);
	if (port === 0) throw new TrustError('malformed');
	const address = formatAddress({ kind, bytes });
	if (!addressBytes(address)) throw new TrustError('malformed');
	return { type, address, port };
}

/** Null also for what is no place of one device: unspecified, multicast, broadcast. */
function addressBytes(address: string): AddressBytes | null {
	const name = mdns.exec(address);
	if (name) return { kind: 'mdns', bytes: fromHex(name.slice(1).join('')) };
	const isV6 = address.includes(':');
	if (!(isV6 ? /^[0-9a-f:.]{2,45}$/ : /^\d{1,3}(\.\d{1,3}){3}$/).test(address)) return null;
	const bytes = isV6 ? ipv6Bytes(address) : Uint8Array.from(address.split('.'), Number);
	if (!bytes || (!isV6 && address.split('.').some((part) => Number(part) > 255))) return null;
	const isNowhere = bytes.every((byte) => byte === 0) || (isV6 ? bytes[0] === 0xff : (bytes[0] ?? 0) >= 224);
	return isNowhere ? null : { kind: isV6 ? 'ipv6' : 'ipv4', bytes };
}

function ipv6Bytes(address: string): Bytes | null {
	const canonical = canonicalV6(address);
	if (canonical === null) return null;
	const [before = '', after] = canonical.split('::');
	const groupsOf = (text: string | undefined) => (text ? text.split(':') : []);
	const [head, tail] = [groupsOf(before), groupsOf(after)];
	const middle = Array.from({ length: 8 - head.length - tail.length }, () => '0');
	return fromHex([...head, ...middle, ...tail].map((group) => group.padStart(4, '0')).join(''));
}

/** The one spelling that addresses have in URLs. */
function canonicalV6(address: string): string | null {
	const url = URL.canParse(`http://[${address}]/`) ? new URL(`http://[${address}]/`) : null;
	return url && url.hostname.slice(1, -1);
}

function formatAddress({ kind, bytes }: AddressBytes): string {
	if (kind === 'ipv4') return bytes.join('.');
	const hex = toHex(bytes);
	if (kind === 'mdns') return `${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}.local`;
	return canonicalV6(hex.match(/.{4}/g)?.join(':') ?? '') ?? '';
}

const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
