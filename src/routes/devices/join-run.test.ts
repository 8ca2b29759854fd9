import { describe, expect, it } from 'vitest';
import type { Joining } from '$lib/devices';
import { TestDevices } from '$lib/state/test-devices';
import { joinLink } from './join-link';
import { JoinRun, readInvitation } from './join-run.svelte';

const request = { way: 'code', text: '7K3QX9TB2MWD4HPN', name: 'Pixel 9', own: 'merge' } as const;

describe('what one was invited by', () => {
	it.each(['7k3q x9tb 2mwd 4hpn', '7K3Q-X9TB-2MWD-4HPN', ' 7K3QX9TB2MWD4HPN\n'])('is a code: %j', (text) =>
		expect(readInvitation(text)).toEqual({ way: 'code', text: '7K3QX9TB2MWD4HPN' })
	);

	it('is a link that was pasted or scanned, or what two scans begin with', () => {
		const link = 'https://kith.example/settings/devices#kith-pair=AQ';
		expect(readInvitation(` ${link} `)).toEqual({ way: 'link', text: link });
		expect(readInvitation('kith:GLL')).toEqual({ way: 'scan', text: 'kith:GLL' });
	});

	it.each(['', '7K3Q X9TB', 'https://example.org', 'hello'])('is none of ours: %j', (text) =>
		expect(readInvitation(text)).toBeNull()
	);

	it('leads to this app’s own screen, whatever address it was made with', () => {
		const own = 'https://kith.example/settings/devices';
		expect(joinLink(own, '#kith-pair=AQ')).toBe(`${own}#kith-pair=AQ`);
		expect(joinLink(`${own}#old`, 'http://localhost/app#kith-pair=AQ')).toBe(`${own}#kith-pair=AQ`);
	});
});

describe('joining a device', () => {
	it('asks nothing of anybody before it is begun', () => {
		const devices = new TestDevices();
		expect(new JoinRun(devices).stage).toBeNull();
		expect(devices.joined).toEqual([]);
	});

	it('shows each stage as it comes, until it is left', async () => {
		const devices = new TestDevices();
		const run = new JoinRun(devices);
		const starting = run.start(request);
		expect(run.stage).toEqual({ kind: 'calling' });
		await starting;
		devices.joined[0]?.say({ kind: 'checking', digits: '482193' });
		expect(run.stage).toEqual({ kind: 'checking', digits: '482193' });
		await run.close();
		devices.joined[0]?.say({ kind: 'receiving', digits: '482193' });
		expect([run.stage, devices.joined[0]?.closed]).toEqual([null, true]);
	});

	it('ends also when it is left while being begun', async () => {
		const devices = new TestDevices();
		const run = new JoinRun(devices);
		const starting = run.start(request);
		await run.close();
		await starting;
		expect([run.stage, devices.joined.every(({ closed }) => closed)]).toEqual([null, true]);
	});

	it('says when it could not be begun', async () => {
		const devices = new TestDevices();
		devices.join = () => Promise.reject<Joining>(new Error('no key'));
		const run = new JoinRun(devices);
		await run.start(request);
		expect(run.stage).toEqual({ kind: 'refused', word: 'failed' });
	});
});
