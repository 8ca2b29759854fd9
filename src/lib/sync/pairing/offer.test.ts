import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../trust/bytes';
import { parseCandidateLine } from './candidate';
import { expandOffer, formatScan, packOffer, parseScan, type Description } from './offer';
import {
	chromiumAnswer,
	chromiumOffer,
	chromiumOpenOffer,
	chromiumPlainAnswer,
	chromiumPlainOffer,
	firefoxAnswer
} from './test-descriptions';

function pack(type: Description['type'], sdp: string): Bytes {
	const bytes = packOffer({ type, sdp });
	if (!bytes) throw new Error('not packed');
	return bytes;
}
function expand(bytes: Uint8Array): Description {
	const read = expandOffer(bytes);
	if (read.kind === 'refused') throw new Error(read.word);
	return read.description;
}
const lineOf = (sdp: string, name: string) => sdp.split('\r\n').filter((line) => line.startsWith(`a=${name}:`));
const cases = [
	['offer', chromiumOffer, 77],
	['answer', chromiumAnswer, 96],
	['offer', chromiumOpenOffer, 91],
	['offer', chromiumPlainOffer, 84],
	['answer', chromiumPlainAnswer, 96],
	['answer', firefoxAnswer, 90]
] as const;

describe('a description', () => {
	it('P4 takes at most 100 bytes and comes back with all that is needed to connect', () => {
		for (const [type, sdp, length] of cases) {
			const bytes = pack(type, sdp);
			expect(bytes.length).toBeLessThanOrEqual(length);
			const back = expand(bytes);
			expect(back.type).toBe(type);
			for (const name of ['ice-ufrag', 'ice-pwd', 'fingerprint', 'setup', 'mid', 'sctp-port']) {
				expect(lineOf(back.sdp, name)).toEqual(lineOf(sdp, name));
			}
			const places = (text: string) => lineOf(text, 'candidate').flatMap((line) => parseCandidateLine(line) ?? []);
			expect(places(back.sdp)).toEqual(places(sdp));
			expect(places(sdp).length).toBeGreaterThan(0);
			expect(pack(type, back.sdp)).toEqual(bytes);
		}
	});

	it('P4 has the lines of a browser, each ended, and no candidate of TCP', () => {
		const { sdp } = expand(pack('offer', chromiumOpenOffer));
		expect(sdp.endsWith('a=max-message-size:262144\r\n')).toBe(true);
		expect(sdp.split('\r\n').slice(6, 10)).toEqual([
			'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
			'c=IN IP4 0.0.0.0',
			'a=candidate:1 1 udp 2130706431 2001:db8:40:7::1a2b 52003 typ host generation 0',
			'a=candidate:2 1 udp 2130706175 192.168.7.23 52004 typ host generation 0'
		]);
		expect(lineOf(sdp, 'candidate')[2]).toContain('203.0.113.41 52004 typ srflx raddr 0.0.0.0 rport 0');
		expect(sdp).not.toMatch(/tcp|undefined|NaN/);
	});

	it('P4 is packed only when it is one data channel with a fingerprint, words and candidates', () => {
		const changed = (from: string | RegExp, to: string) =>
			packOffer({ type: 'offer', sdp: chromiumOffer.replace(from, to) });
		expect(changed('sha-256', 'sha-1')).toBeNull();
		expect(changed(/a=candidate.*\r\n/, '')).toBeNull();
		expect(changed(/a=ice-pwd.*/, 'a=ice-pwd:short')).toBeNull();
		expect(changed('m=application', 'm=audio')).toBeNull();
		expect(changed('a=mid:0', 'm=video 9 UDP/TLS/RTP/SAVPF 96')).toBeNull();
		expect(changed('actpass', 'holdconn')).toBeNull();
		expect(packOffer({ type: 'answer', sdp: chromiumOffer })).toBeNull();
		expect(packOffer({ type: 'offer', sdp: chromiumOffer + 'x'.repeat(70_000) })).toBeNull();
	});

	it('P4 keeps eight candidates at most', () => {
		const lines = Array.from(
			{ length: 30 },
			(_, at) => `a=candidate:1 1 udp 1 10.0.0.${at + 1} 5000 typ host\r\n`
		).join('');
		const bytes = pack('offer', chromiumOffer.replace(/a=candidate.*\r\n/, lines));
		expect(lineOf(expand(bytes).sdp, 'candidate')).toHaveLength(8);
	});
});

describe('what was scanned', () => {
	it('P5 is known by its mark', () => {
		const bytes = pack('offer', chromiumOffer);
		expect(parseScan(formatScan(bytes))).toEqual(bytes);
		for (const text of ['', 'kith', 'https://kith.example', 'WIFI:S:x;;', `kith:${'A'.repeat(1_000)}`, 'kith:???'])
			expect(parseScan(text)).toBeNull();
	});

	it('P5 of a newer version says so, and what is cut or longer is none', () => {
		const bytes = pack('answer', chromiumAnswer);
		const newer = bytes.slice();
		newer[0] = 0x20;
		expect(expandOffer(newer)).toEqual({ kind: 'refused', word: 'version' });
		for (let length = 0; length < bytes.length; length++) {
			if (length === bytes.length - 19) continue;
			expect(expandOffer(bytes.subarray(0, length)), `${length} bytes`).toMatchObject({ kind: 'refused' });
		}
		expect(expandOffer(new Uint8Array([...bytes, 0]))).toMatchObject({ kind: 'refused' });
		expect(expandOffer(new Uint8Array(5_000).fill(0x10))).toMatchObject({ kind: 'refused' });
	});

	it('P5 names no place that is none: no port 0, no everyone, no other words', () => {
		for (const [address, port] of [
			['0.0.0.0', 9],
			['224.0.0.251', 9],
			['255.255.255.255', 9],
			['ff02::fb', 9],
			['::', 9],
			['10.0.0.1', 0],
			['256.1.1.1', 9],
			['evil.example', 9],
			['a.local', 9],
			['1:2:3', 9],
			['10.0.0.1', 70_000]
		] as const) {
			expect(parseCandidateLine(`a=candidate:1 1 udp 1 ${address} ${port} typ host`), address).toBeNull();
		}
		expect(parseCandidateLine('a=candidate:1 2 udp 1 10.0.0.1 9 typ host')).toBeNull();
		const bytes = pack('offer', chromiumOpenOffer);
		const last = bytes.length - 6;
		expect(expand(bytes).sdp).toContain('203.0.113.41');
		bytes.set([0, 0, 0, 0], last);
		expect(expandOffer(bytes)).toMatchObject({ kind: 'refused', word: 'not-kith' });
	});

	it('P5 gives only lines that we write ourselves, whatever the bytes', () => {
		const shape =
			/^(v=0|o=- \d+ 2 IN IP4 127\.0\.0\.1|s=-|t=0 0|m=application 9 UDP\/DTLS\/SCTP webrtc-datachannel|c=IN IP4 0\.0\.0\.0|a=(group:BUNDLE 0|msid-semantic: WMS|candidate:\d 1 udp \d+ ([\da-f.:]+|[\da-f-]{36}\.local) \d+ typ (host|srflx raddr \S+ rport 0|relay raddr \S+ rport 0) generation 0|ice-(ufrag|pwd):[a-zA-Z\d+/]+|fingerprint:sha-256 [\dA-F:]{95}|setup:(actpass|active|passive)|mid:0|sctp-port:5000|max-message-size:262144)|)$/;
		const seeds = cases.map(([type, sdp]) => pack(type, sdp));
		const mutated = fc
			.tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(95), fc.nat(255)), { maxLength: 4 }))
			.map(([bytes, changes]) => {
				const copy = bytes.slice();
				for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
				return copy;
			});
		let expanded = 0;
		fc.assert(
			fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), (bytes) => {
				const read = expandOffer(bytes);
				if (read.kind === 'refused') return;
				expanded++;
				for (const line of read.description.sdp.split('\r\n')) expect(line).toMatch(shape);
				expect(packOffer(read.description)).toEqual(bytes);
			}),
			{ seed: 5, numRuns: 600 }
		);
		expect(expanded).toBeGreaterThan(60);
	});
});
