/**
 * A WebRTC offer or answer for one data channel in the few bytes that a QR code shows well. Only what differs is kept:
 * the fingerprint, the two words of ICE and the candidates; the rest of the description is the same for everyone.
 */
import { fromBase64Url, toBase64Url, toHex, type Bytes } from '../trust/bytes';
import { Reader, Writer } from '../trust/layout';
import { TrustError } from '../trust/trust-error';
import { encodeCandidate, formatCandidateLine, parseCandidateLine, readCandidate, type Candidate } from './candidate';
import { packLetters, readLetters } from './ice-letters';

export interface Description {
	readonly type: 'offer' | 'answer';
	readonly sdp: string;
}

export type ReadOffer =
	| { readonly kind: 'description'; readonly description: Description }
	| { readonly kind: 'refused'; readonly word: 'not-kith' | 'version' };

const version = 1;
const mostCandidates = 8;
/** 8 candidates of 19 bytes, and ICE words of the greatest length taken. */
const longestOffer = 288;
const longestSdp = 65_536;
const scanMark = 'kith:';
const setups = ['actpass', 'active', 'passive'] as const;

interface Parts {
	readonly type: Description['type'];
	readonly setup: (typeof setups)[number];
	readonly fingerprint: Bytes;
	readonly ufrag: string;
	readonly password: string;
	readonly candidates: readonly Candidate[];
}

/** Null when the description is not of one data channel alone, or says too little to connect by. */
export function packOffer({ type, sdp }: Description): Bytes | null {
	if (sdp.length > longestSdp) return null;
	const lines = sdp.split(/\r?\n/);
	const media = lines.filter((line) => line.startsWith('m='));
	if (media.length !== 1 || !/^m=application \d+ (UDP\/)?DTLS\/SCTP /.test(media[0] ?? '')) return null;
	const valueOf = (name: string) => lines.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3) ?? '';
	const fingerprint = /^sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/i.exec(valueOf('fingerprint'))?.[1];
	const setup = setups.find((each) => each === valueOf('setup'));
	if (!fingerprint || !setup) return null;
	const candidates = new Map<string, Candidate>();
	for (const line of lines) {
		const candidate = parseCandidateLine(line);
		if (candidate && candidates.size < mostCandidates) candidates.set(JSON.stringify(candidate), candidate);
	}
	const parts = {
		type,
		setup,
		fingerprint: Uint8Array.from(fingerprint.split(':'), (pair) => Number.parseInt(pair, 16)),
		ufrag: valueOf('ice-ufrag'),
		password: valueOf('ice-pwd'),
		candidates: [...candidates.values()]
	};
	return isSound(parts) ? encode(parts) : null;
}

/** A description that a browser takes, made of nothing but what passed every check. */
export function expandOffer(bytes: Uint8Array): ReadOffer {
	if (bytes.length === 0 || bytes.length > longestOffer) return { kind: 'refused', word: 'not-kith' };
	if ((bytes[0] ?? 0) >> 4 !== version) return { kind: 'refused', word: 'version' };
	try {
		const parts = parse(new Reader(bytes));
		if (!isSound(parts)) return { kind: 'refused', word: 'not-kith' };
		return { kind: 'description', description: { type: parts.type, sdp: describe(parts) } };
	} catch {
		return { kind: 'refused', word: 'not-kith' };
	}
}

/** As the QR code has it. */
export const formatScan = (bytes: Bytes): string => `${scanMark}${toBase64Url(bytes)}`;

/** Null when what was scanned is none of ours. */
export function parseScan(text: string): Bytes | null {
	if (!text.startsWith(scanMark) || text.length > scanMark.length + longestOffer * 2) return null;
	return fromBase64Url(text.slice(scanMark.length));
}

const isSound = ({ type, setup, ufrag, password, candidates }: Parts): boolean =>
	(type === 'offer') === (setup === 'actpass') &&
	/^[a-z\d+/]{4,32}$/i.test(ufrag) &&
	/^[a-z\d+/]{22,64}$/i.test(password) &&
	candidates.length > 0 &&
	candidates.length <= mostCandidates;

function encode({ type, setup, fingerprint, ufrag, password, candidates }: Parts): Bytes {
	const head = (version << 4) | (type === 'answer' ? 8 : 0) | setups.indexOf(setup);
	const writer = new Writer().number(1, head).put(fingerprint).put(packLetters(ufrag)).put(packLetters(password));
	for (const candidate of candidates) writer.put(encodeCandidate(candidate));
	return writer.done();
}

function parse(reader: Reader): Parts {
	const head = reader.number(1);
	const setup = setups[head & 7];
	if (!setup) throw new TrustError('malformed');
	const fingerprint = reader.take(32);
	const [ufrag, password] = [readLetters(reader), readLetters(reader)];
	const candidates: Candidate[] = [];
	while (reader.left > 0) candidates.push(readCandidate(reader));
	return { type: (head & 8) === 0 ? 'offer' : 'answer', setup, fingerprint, ufrag, password, candidates };
}

function describe({ setup, fingerprint, ufrag, password, candidates }: Parts): string {
	const number = new Reader(fingerprint).number(6) + 1;
	const pairs = toHex(fingerprint).toUpperCase().match(/../g)?.join(':') ?? '';
	return [
		'v=0',
		`o=- ${number} 2 IN IP4 127.0.0.1`,
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'a=msid-semantic: WMS',
		'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
		'c=IN IP4 0.0.0.0',
		...candidates.map(formatCandidateLine),
		`a=ice-ufrag:${ufrag}`,
		`a=ice-pwd:${password}`,
		`a=fingerprint:sha-256 ${pairs}`,
		`a=setup:${setup}`,
		'a=mid:0',
		'a=sctp-port:5000',
		'a=max-message-size:262144',
		''
	].join('\r\n');
}
