import { describe, expect, it } from 'vitest';
import { ownMeetingAddress, parseMeetingAddress } from './address';

describe('the address of a meeting point', () => {
	it('is that of the app’s own host, sealed as the page is', () => {
		expect(ownMeetingAddress({ protocol: 'https:', host: 'kith.example' }, '').url).toBe(
			'wss://kith.example/meeting-point'
		);
		expect(ownMeetingAddress({ protocol: 'http:', host: '127.0.0.1:4173' }, '/kith').url).toBe(
			'ws://127.0.0.1:4173/kith/meeting-point'
		);
	});

	it('is read with and without a scheme, user and password', () => {
		expect(parseMeetingAddress(' broker.example/mqtt ')).toEqual({ url: 'wss://broker.example/mqtt', credentials: {} });
		expect(parseMeetingAddress('ws://192.168.1.2:9001')).toEqual({ url: 'ws://192.168.1.2:9001/', credentials: {} });
		expect(parseMeetingAddress('wss://ana:p%40ss@broker.example#x')).toEqual({
			url: 'wss://broker.example/',
			credentials: { user: 'ana', password: 'p@ss' }
		});
	});

	it.each([
		'',
		'  ',
		'https://broker.example',
		'javascript:alert(1)',
		'wss://',
		'wss://%zz',
		'wss://a:%zz@b',
		'x'.repeat(2001)
	])('is not %j', (text) => {
		expect(parseMeetingAddress(text)).toBeNull();
	});
});
