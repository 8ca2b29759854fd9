import { describe, expect, it } from 'vitest';
import { cleanName } from './device-name';
import {
	createKeyPairs,
	deviceIdOf,
	formatDeviceId,
	identityOf,
	importSignKey,
	isSignedBy,
	parseDeviceId,
	signWith
} from './identity';
import { memoryKeyStore } from './key-store';

describe('a device’s identity', () => {
	it('T1 has keys that cannot be read out', async () => {
		const { sign, agree } = await createKeyPairs();
		for (const { privateKey } of [sign, agree]) {
			expect(privateKey.extractable).toBe(false);
			for (const format of ['jwk', 'pkcs8'] as const)
				await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
		}
	});

	it('T2 has an id that follows from both public keys', async () => {
		const [one, other] = await Promise.all([createKeyPairs(), createKeyPairs()]);
		const { id, publicKeys } = await identityOf(one);
		expect(id).toMatch(/^[\w-]{43}$/);
		expect(await deviceIdOf(publicKeys)).toBe(id);
		expect((await identityOf({ sign: one.sign, agree: other.agree })).id).not.toBe(id);
		expect(parseDeviceId(id)).toHaveLength(32);
		expect([parseDeviceId(`${id}A`), parseDeviceId('__proto__'), parseDeviceId('')]).toEqual([null, null, null]);
	});

	it('T2 is shown as four groups of four consonants', () => {
		expect(formatDeviceId('AAAAAAAAAAD_____________________________AAA')).toMatch(
			/^([BCDFGHJKMNPQRTVX]{4} ){3}[BCDFGHJKMNPQRTVX]{4}$/
		);
		expect(formatDeviceId('AAAAAAAAAAD_____________________________AAA').slice(0, 9)).toBe('BBBB BBBB');
		expect(formatDeviceId('nothing')).toBe('');
	});

	it('T1 signs what others can check', async () => {
		const identity = await identityOf(await createKeyPairs());
		const key = await importSignKey(identity.publicKeys.sign);
		const bytes = new Uint8Array([1, 2, 3]);
		const signed = await signWith(identity, bytes);
		expect(key && (await isSignedBy(key, bytes, signed))).toBe(true);
		expect(key && (await isSignedBy(key, new Uint8Array([1, 2, 4]), signed))).toBe(false);
		expect(key && (await isSignedBy(key, bytes, new Uint8Array(3)))).toBe(false);
		expect(await importSignKey(new Uint8Array(65))).toBeNull();
	});

	it('T3 is the first that was kept, whichever tab made it', async () => {
		const store = memoryKeyStore();
		const [one, other] = await Promise.all([createKeyPairs(), createKeyPairs()]);
		expect(await store.keepKeys(one)).toBe(one);
		expect(await store.keepKeys(other)).toBe(one);
	});

	it('T12 has a name without controls and turns of direction, of 64 characters at most', () => {
		expect(cleanName(' Ana\u202e’s\u0000 phone\n')).toBe('Ana’s phone');
		expect([...cleanName('😀'.repeat(80))]).toHaveLength(64);
		expect(cleanName('\u2067\u061c')).toBe('');
		expect(cleanName('هاتف')).toBe('هاتف');
	});
});
