import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { KeyStore } from '../sync/trust/key-store';
import { createKeyPairs } from '../sync/trust/identity';
import { openDeviceKeys } from './device-keys';

const bytes = (...some: number[]) => new Uint8Array(some);
const part = (id: string, name: string) => ({
	id,
	entries: new Map([[name, bytes(1)]]),
	secrets: new Map([[name, bytes(2)]])
});

test('a device has one pair of keys, whichever tab asks first, and it still signs after a restart', async () => {
	const [one, other] = [openDeviceKeys('a'), openDeviceKeys('a')];
	expect(await one.readKeys()).toBeNull();
	const made = await Promise.all([createKeyPairs(), createKeyPairs()]);
	const [first, second] = await Promise.all([one.keepKeys(made[0]), other.keepKeys(made[1])]);
	const raw = (key: CryptoKey) => crypto.subtle.exportKey('raw', key);
	expect(await raw(second.sign.publicKey)).toEqual(await raw(first.sign.publicKey));
	one.close();
	const kept = await openDeviceKeys('a').readKeys();
	if (!kept) throw new Error('nothing kept');
	expect(kept.sign.privateKey.extractable).toBe(false);
	const how = { name: 'ECDSA', hash: 'SHA-256' };
	const signed = await crypto.subtle.sign(how, kept.sign.privateKey, bytes(7));
	expect(await crypto.subtle.verify(how, first.sign.publicKey, signed, bytes(7))).toBe(true);
});

test('what two tabs add to the group at once is all kept', async () => {
	const store: KeyStore = openDeviceKeys('b');
	expect(await store.readGroup()).toBeNull();
	await Promise.all([store.addToGroup(part('g', 'x')), openDeviceKeys('b').addToGroup(part('g', 'y'))]);
	const kept = await store.readGroup();
	expect([...(kept?.entries.keys() ?? [])].sort()).toEqual(['x', 'y']);
	expect(kept?.secrets.get('y')).toEqual(bytes(2));
});

test('nothing of another group is kept until the first is forgotten', async () => {
	const store = openDeviceKeys('c');
	expect(await store.addToGroup(part('g', 'x'))).toBe(true);
	expect(await store.addToGroup(part('h', 'y'))).toBe(false);
	expect((await store.readGroup())?.id).toBe('g');
	await store.forgetGroup();
	expect(await store.addToGroup(part('h', 'y'))).toBe(true);
	expect([...((await store.readGroup())?.entries.keys() ?? [])]).toEqual(['y']);
});

test('keys that were forgotten are replaced by fresh ones', async () => {
	const store = openDeviceKeys('d');
	const [first, second] = [await createKeyPairs(), await createKeyPairs()];
	await store.keepKeys(first);
	await store.forgetKeys();
	expect(await store.readKeys()).toBeNull();
	expect((await store.keepKeys(second)).sign.publicKey).toEqual(second.sign.publicKey);
});
