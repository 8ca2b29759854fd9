import { describe, expect, it } from 'vitest';
import type { Adding, Devices } from '$lib/devices';
import { TestDevices } from '$lib/state/test-devices';
import { AddRun } from './add-run.svelte';

const begin = (devices: Devices = new TestDevices()) => new AddRun(devices, Promise.resolve('Laptop'));

describe('adding a device', () => {
	it('shows each stage as it comes', async () => {
		const devices = new TestDevices();
		const run = begin(devices);
		expect(run.stage).toEqual({ kind: 'preparing' });
		await run.start('link');
		devices.added[0]?.say({ kind: 'meeting' });
		expect([run.way, run.stage, devices.added[0]?.name]).toEqual(['link', { kind: 'meeting' }, 'Laptop']);
	});

	it('tells what the owner did', async () => {
		const devices = new TestDevices();
		const run = begin(devices);
		await run.start('scan');
		expect([await run.scanned('kith:x'), await run.scanned('menu')]).toEqual([true, false]);
		await run.confirm();
		await run.decline();
		expect(devices.added[0]?.told).toEqual(['scanned kith:x', 'scanned menu', 'confirm', 'decline']);
	});

	it('by another way ends the first, which is no longer heard', async () => {
		const devices = new TestDevices();
		const run = begin(devices);
		await run.start('code');
		await run.start('link');
		devices.added[0]?.say({ kind: 'asking', digits: '000000', name: 'stranger' });
		expect(run.stage).toEqual({ kind: 'preparing' });
		expect(devices.added.map(({ way, closed }) => [way, closed])).toEqual([
			['code', true],
			['link', false]
		]);
	});

	it('leaves only the last of ways that are chosen quickly one after the other', async () => {
		const devices = new TestDevices();
		const run = begin(devices);
		await Promise.all([run.start('code'), run.start('link'), run.start('scan')]);
		expect(devices.added.filter(({ closed }) => !closed).map(({ way }) => way)).toEqual(['scan']);
	});

	it('ends when the screen is left, also while it is being begun', async () => {
		const devices = new TestDevices();
		const run = begin(devices);
		const starting = run.start('code');
		await run.close();
		await starting;
		expect(devices.added.every(({ closed }) => closed)).toBe(true);
		await run.start('code');
		await run.close();
		expect(devices.added.every(({ closed }) => closed)).toBe(true);
		expect(await run.scanned('kith:x')).toBe(false);
	});

	it('says when it could not be begun', async () => {
		const devices = new TestDevices();
		devices.add = () => Promise.reject<Adding>(new Error('no key'));
		const run = begin(devices);
		await run.start('code');
		expect(run.stage).toEqual({ kind: 'refused', word: 'failed' });
	});
});
