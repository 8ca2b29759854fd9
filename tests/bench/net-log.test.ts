import { describe, expect, it } from 'vitest';
import { trafficIn } from './net-log';

const types = {
	TCP_CONNECT_ATTEMPT: 1,
	SOCKET_BYTES_SENT: 2,
	SOCKET_BYTES_RECEIVED: 3,
	UDP_CONNECT: 4,
	UDP_BYTES_SENT: 5,
	UDP_BYTES_RECEIVED: 6,
	HOST_RESOLVER_MANAGER_REQUEST: 7
} as const;

type Written = readonly [type: keyof typeof types, source: number, params: object];

const traffic = (...written: readonly Written[]) =>
	trafficIn(
		{
			constants: { logEventTypes: types },
			events: written.map(([type, id, params]) => ({ type: types[type], source: { id }, params }))
		},
		new Set(['127.0.0.1', '192.0.2.2', 'fd00::2'])
	);

describe('the traffic in a browser’s log', () => {
	it('is the owner’s where both ends are this machine', () => {
		expect(
			traffic(
				['TCP_CONNECT_ATTEMPT', 1, { address: '127.0.0.1:4173' }],
				['SOCKET_BYTES_SENT', 1, { byte_count: 600 }],
				['SOCKET_BYTES_RECEIVED', 1, { byte_count: 100 }],
				['UDP_BYTES_SENT', 2, { address: '[fd00::2]:6000', byte_count: 30 }],
				['UDP_BYTES_RECEIVED', 2, { address: '192.0.2.2:6000', byte_count: 7 }],
				['HOST_RESOLVER_MANAGER_REQUEST', 3, { host: 'http://127.0.0.1:4173' }]
			)
		).toEqual({ own: 737, thirdParty: 0, strangers: [] });
	});

	it('is a third party’s by any socket, to anywhere else', () => {
		expect(
			traffic(
				['TCP_CONNECT_ATTEMPT', 1, { address: '198.51.100.7:443' }],
				['SOCKET_BYTES_SENT', 1, { byte_count: 500 }],
				['UDP_CONNECT', 2, { address: '[2001:db8::1]:443' }],
				['UDP_BYTES_RECEIVED', 2, { byte_count: 40 }],
				['UDP_BYTES_SENT', 3, { address: '203.0.113.9:3478', byte_count: 20 }],
				['SOCKET_BYTES_SENT', 4, { byte_count: 1 }]
			)
		).toEqual({
			own: 0,
			thirdParty: 561,
			strangers: ['198.51.100.7', '2001:db8::1', '203.0.113.9', 'somewhere']
		});
	});

	it('counts a name that was looked up, but not one that Chromium asks for by itself', () => {
		expect(
			traffic(
				['HOST_RESOLVER_MANAGER_REQUEST', 1, { host: 'stun.example.org' }],
				['HOST_RESOLVER_MANAGER_REQUEST', 2, { host: 'https://update.googleapis.com' }],
				['UDP_CONNECT', 3, { address: '[2001:db8::1]:443' }]
			)
		).toEqual({ own: 0, thirdParty: 16, strangers: ['stun.example.org'] });
	});
});
