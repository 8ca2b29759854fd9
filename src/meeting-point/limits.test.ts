import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualClock } from '../lib/sync/clock';
import { addressOf } from './address-of.js';
import { createDoorkeeper } from './doorkeeper.js';
import { defaultLimits } from './limits.js';
import { isOriginAllowed } from './origin.js';
import { createPacketGate, Refusal } from './packet-gate.js';
import { connectPacket, packet, publishPacket, subscribePacket, topicOf } from './test-sockets';
import { createTokenBucket } from './token-bucket.js';

describe('a token bucket', () => {
	it('gives its burst at once, and then as many a second as it was made for', () => {
		const clock = virtualClock();
		const bucket = createTokenBucket({ burst: 10, perSecond: 2 }, clock.now);
		expect([bucket.isFull(), bucket.take(8), bucket.take(3), bucket.take(2), bucket.take(1)]).toEqual([
			true,
			true,
			false,
			true,
			false
		]);
		clock.advance(1000);
		expect([bucket.take(3), bucket.take(2), bucket.isFull()]).toEqual([false, true, false]);
		clock.advance(3_600_000);
		expect([bucket.isFull(), bucket.take(11), bucket.take(10)]).toEqual([true, false, true]);
	});
});

describe('the packet gate', () => {
	const limits = { ...defaultLimits, payload: 500 };
	const packets = [
		connectPacket(),
		subscribePacket(topicOf('a'), topicOf('b')),
		publishPacket(topicOf('a'), 'hello'),
		publishPacket(topicOf('a'), Buffer.alloc(limits.payload)),
		packet(0xc0),
		packet(0xe0)
	];

	it('lets whole packets through, however they were cut', () => {
		const whole = Buffer.concat(packets);
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (sizes) => {
				const gate = createPacketGate(limits);
				const through: Buffer[] = [];
				for (let at = 0, i = 0; at < whole.length; i++) {
					const size = sizes[i % sizes.length] ?? 1;
					through.push(...gate.take(whole.subarray(at, at + size)));
					at += size;
				}
				expect(through).toEqual(packets);
				expect(gate.held()).toBe(0);
			})
		);
	});

	it('never throws anything but a refusal, and never keeps more than the largest packet', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 30 }), fc.boolean(), (chunks, greeted) => {
				const gate = createPacketGate(limits);
				if (greeted) gate.take(connectPacket());
				try {
					for (const chunk of chunks) gate.take(Buffer.from(chunk));
				} catch (error) {
					expect(error).toBeInstanceOf(Refusal);
				}
				expect(gate.held()).toBeLessThan(limits.control + 100);
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('the doorkeeper', () => {
	it('has room for so many sockets in all', () => {
		const clock = virtualClock();
		const doorkeeper = createDoorkeeper({ ...defaultLimits, sockets: 2 }, clock.now);
		const leave = doorkeeper.admit('a');
		expect([doorkeeper.admit('b') !== null, doorkeeper.admit('c')]).toEqual([true, null]);
		leave?.();
		leave?.();
		expect([doorkeeper.admit('d') !== null, doorkeeper.admit('e')]).toEqual([true, null]);
	});

	it('forgets addresses that rest before it remembers too many', () => {
		const clock = virtualClock();
		const doorkeeper = createDoorkeeper(defaultLimits, clock.now);
		for (let i = 0; i < 10_000; i++) doorkeeper.admit(`address ${i}`)?.();
		expect(doorkeeper.admit('one too many')).toBeNull();
		clock.advance(1000);
		expect(doorkeeper.admit('another')).not.toBeNull();
		expect(doorkeeper.known()).toBe(1);
	});
});

describe('an address', () => {
	const of = (remote: string, forwardedFor?: string, behindProxy = false) =>
		addressOf({ remote, forwardedFor }, behindProxy);

	it('is that of the socket, whatever it says about itself', () => {
		expect(of('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
		expect(of('::ffff:203.0.113.9')).toBe('203.0.113.9');
	});

	it('is what a proxy wrote last, one on the same computer or one that was announced', () => {
		expect(of('127.0.0.1', '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
		expect(of('::1', '203.0.113.9')).toBe('203.0.113.9');
		expect(of('10.0.0.2', '203.0.113.9', true)).toBe('203.0.113.9');
		expect(of('127.0.0.1')).toBe('127.0.0.1');
		expect(of('127.0.0.1', 'x'.repeat(65))).toBe('127.0.0.1');
	});

	it('of IPv6 is the network of a household', () => {
		expect(of('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
		expect(of('2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64');
		expect(of('2001:db8::1')).toBe('2001:db8:0:0::/64');
		expect(of('::1')).toBe('0:0:0:0::/64');
	});
});

describe('a page of another address', () => {
	const allowed = (origin?: string, others: string[] = [], host = 'kith.example:4173', forwardedHost?: string) =>
		isOriginAllowed({ origin, host, forwardedHost }, others);

	it('is let in only if it was named', () => {
		expect(allowed('https://evil.example')).toBe(false);
		expect(allowed('https://kith.example.evil.example:4173')).toBe(false);
		expect(allowed('null')).toBe(false);
		expect(allowed('file://')).toBe(false);
		expect(allowed('https://kith.example:4173@evil.example')).toBe(false);
		expect(allowed('https://other.example', ['https://other.example'])).toBe(true);
		expect(allowed('http://other.example', ['https://other.example'])).toBe(false);
		expect(allowed('https://evil.example', ['*'])).toBe(true);
	});

	it('is none when it comes from the app’s own host, also behind a proxy that ends TLS or renames it', () => {
		expect(allowed('http://kith.example:4173')).toBe(true);
		expect(allowed('https://Kith.example:4173')).toBe(true);
		expect(allowed('https://kith.example', [], 'localhost:4173', 'kith.example')).toBe(true);
	});

	it('is not what speaks without being a page', () => {
		expect(allowed(undefined)).toBe(true);
	});
});
