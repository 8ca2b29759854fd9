import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AddStage, DevicesState, FolderHandle, JoinStage } from '$lib/devices';
import { device, TestDevices } from '$lib/state/test-devices';
import { connectDevices } from './connect-devices';
import { exposeDevices } from './expose-devices';

let ports: MessageChannel;
let there: TestDevices;

beforeEach(() => {
	ports = new MessageChannel();
	there = new TestDevices();
	exposeDevices(there, ports.port1);
});
afterEach(() => {
	ports.port1.close();
	ports.port2.close();
});

describe('devices across threads', () => {
	it('tell their state until the page stops listening', async () => {
		const page = connectDevices(ports.port2);
		const heard: DevicesState[] = [];
		const stop = await page.watch((state) => void heard.push(state));
		there.set({ others: [device('Laptop')] });
		await expect.poll(() => heard.map(({ others }) => others.length)).toEqual([0, 1]);
		stop();
		await expect.poll(() => there.listening).toBe(0);
	});

	it('do what the page says', async () => {
		const page = connectDevices(ports.port2);
		there.set({ others: [device('Laptop')] });
		await page.rename('id-of-Laptop', 'Old laptop');
		const heard: DevicesState[] = [];
		await page.watch((state) => void heard.push(state));
		await expect.poll(() => heard[0]?.others[0]?.name).toBe('Old laptop');
		expect(await page.checkConnection()).toEqual(there.check);
		await page.wantPhoto('face');
		expect(there.told).toEqual(['want face']);
	});

	it('give out and take files, and are handed a folder', async () => {
		const page = connectDevices(ports.port2);
		const file = await page.saveFile();
		expect([file?.name, await file?.bytes.text()]).toEqual([there.file?.name, 'sealed']);
		expect(await page.openFile(new Blob(['abc']))).toEqual(there.outcome);
		expect(there.told).toEqual(['open 3']);
		const folders: (string | undefined)[] = [];
		await page.watch(({ folder }) => void folders.push(folder?.name));
		await page.useFolder({ name: 'Shared', kind: 'directory' } as FolderHandle);
		await page.useFolder(null);
		await expect.poll(() => folders).toEqual([undefined, 'Shared', undefined]);
	});

	it('let a session of adding be led from the page', async () => {
		const page = connectDevices(ports.port2);
		const stages: AddStage[] = [];
		const session = await page.add('scan', 'Laptop', (stage) => void stages.push(stage));
		there.added[0]?.say({ kind: 'meeting' });
		await expect.poll(() => stages).toEqual([{ kind: 'meeting' }]);
		expect(await session.scanned('kith:x')).toBe(true);
		expect(await session.scanned('a beer mat')).toBe(false);
		await session.confirm();
		await session.close();
		expect(there.added[0]).toMatchObject({
			way: 'scan',
			name: 'Laptop',
			told: ['scanned kith:x', 'scanned a beer mat', 'confirm'],
			closed: true
		});
	});

	it('let a session of joining be led from the page', async () => {
		const page = connectDevices(ports.port2);
		const stages: JoinStage[] = [];
		const request = { way: 'code', text: 'ABCD', name: 'Pixel 9', own: 'merge' } as const;
		const session = await page.join(request, (stage) => void stages.push(stage));
		there.joined[0]?.say({ kind: 'checking', digits: '482193' });
		await expect.poll(() => stages).toEqual([{ kind: 'checking', digits: '482193' }]);
		await session.close();
		expect(there.joined[0]).toMatchObject({ request, closed: true });
	});
});
