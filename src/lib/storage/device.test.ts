import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDevice } from './device';

test('a device has one id, whichever tab asks first', async () => {
	const [first, second] = await Promise.all([openDevice('a'), openDevice('a')]);
	expect(first.id).toMatch(/^[a-z2-7]{6}$/);
	expect(second.id).toBe(first.id);
	expect((await openDevice('b')).id).not.toBe(first.id);
});

test('a device keeps small values', async () => {
	const device = await openDevice('c');
	expect(await device.get('theme')).toBeUndefined();
	await device.set('theme', 'dark');
	device.close();
	const again = await openDevice('c');
	expect(await again.get('theme')).toBe('dark');
});

test('a value cannot take the place of the id', async () => {
	const device = await openDevice('d');
	await device.set('id', 'other');
	expect((await openDevice('d')).id).toBe(device.id);
});
