import { expect, it } from 'vitest';
import { isServerAddress, isTurn } from './server-address';

it.each(['stun:stun.example.org', 'stun:192.0.2.1:3478', 'turns:[2001:db8::1]:443?transport=tcp', 'TURN:a.example'])(
	'%s names a server',
	(text) => expect(isServerAddress(text)).toBe(true)
);

it.each(['', 'stun:', 'stun.example.org', 'https://stun.example.org', 'stun:a b', 'turn:a?transport=sctp', 'turn://a'])(
	'%j names none',
	(text) => expect(isServerAddress(text)).toBe(false)
);

it('tells a relay from one that only says where one is', () => {
	expect(['turn:a', 'TURNS:a', 'stun:a'].map(isTurn)).toEqual([true, true, false]);
});
