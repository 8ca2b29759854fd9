import { describe, expect, it } from 'vitest';
import { DevicesView } from './devices.svelte';
import { device, noDevices, TestDevices } from './test-devices';

describe('the devices as a page knows them', () => {
	it('follow what the worker says, until the page is left', async () => {
		const there = new TestDevices();
		const view = new DevicesView();
		const stop = await view.follow(Promise.resolve(there));
		expect(view.state).toEqual(noDevices);
		there.set({ isPaired: true, others: [device('Laptop')], removed: [device('Old phone')] });
		expect(view.state?.isPaired).toBe(true);
		expect(['id-of-Laptop', 'id-of-Old phone', 'nobody'].map((id) => view.nameOf(id))).toEqual([
			'Laptop',
			'Old phone',
			''
		]);
		stop();
		expect(there.listening).toBe(0);
	});

	it('are missing where nothing talks to them', async () => {
		const view = new DevicesView();
		(await view.follow(Promise.resolve(null)))();
		expect([view.missing, view.port, view.state]).toEqual(['unable', null, null]);
	});

	it('are connected once something needs them, and again after what does so could not be loaded', async () => {
		const view = new DevicesView();
		expect(view.attempts).toBe(0);
		view.want();
		view.want();
		expect(view.attempts).toBe(1);
		await expect(view.follow(Promise.reject(new Error('no worker')))).rejects.toThrow('no worker');
		expect(view.missing).toBe('unloaded');
		view.want();
		expect([view.attempts, view.missing]).toEqual([2, null]);
		await view.follow(Promise.resolve(new TestDevices()));
		view.want();
		expect(view.attempts).toBe(2);
	});

	it('are asked for photos that screens want, also for those wanted before they were connected', async () => {
		const there = new TestDevices();
		const view = new DevicesView();
		for (const id of ['a', 'b', 'a']) view.wantPhoto(id);
		await view.follow(Promise.resolve(there));
		view.wantPhoto('c');
		expect(there.told).toEqual(['want a', 'want b', 'want c']);
		const alone = new DevicesView();
		await alone.follow(Promise.resolve(null));
		expect(() => alone.wantPhoto('a')).not.toThrow();
	});
});
