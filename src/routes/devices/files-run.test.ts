import { describe, expect, it } from 'vitest';
import type { FolderHandle } from '$lib/devices';
import { TestDevices } from '$lib/state/test-devices';
import type { FilesOutside } from './files-outside';
import { FilesRun } from './files-run.svelte';

const handle = { name: 'Shared', kind: 'directory' } as FolderHandle;

function begin(outside: Partial<FilesOutside> = {}) {
	const devices = new TestDevices();
	const downloads: string[] = [];
	const run = new FilesRun(devices, {
		download: (_, name) => void downloads.push(name),
		share: null,
		pickFolder: async () => handle,
		unlock: async () => true,
		...outside
	});
	return { devices, downloads, run };
}
const folderOf = async (devices: TestDevices) => {
	let name: string | null = null;
	(await devices.watch(({ folder }) => (name = folder && `${folder.name} ${folder.status}`)))();
	return name;
};

describe('a file for the other devices', () => {
	it('is downloaded, and its name said', async () => {
		const { run, downloads } = begin();
		await run.save();
		expect(downloads).toEqual(['kith-kudamiropela-1.kith-sync']);
		expect([run.said, run.isBusy]).toEqual([[{ kind: 'saved', file: 'kith-kudamiropela-1.kith-sync' }], false]);
	});

	it('is shared, else downloaded; not when the owner changed their mind', async () => {
		const shared: string[] = [];
		const { run, downloads } = begin({ share: async ({ name, size }) => shared.push(`${name} ${size}`) > 0 });
		await run.share();
		expect([shared, downloads, run.said]).toEqual([['kith-kudamiropela-1.kith-sync 6'], [], []]);
		const left = begin({ share: async () => false });
		await left.run.share();
		expect([left.downloads, left.run.said]).toEqual([[], []]);
		const refusing = begin({ share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
		await refusing.run.share();
		expect(refusing.downloads).toHaveLength(1);
	});

	it('that cannot be made is no file, and that is said', async () => {
		const { run, devices, downloads } = begin();
		devices.file = null;
		await run.save();
		expect([downloads, run.said]).toEqual([[], [{ kind: 'none' }]]);
	});
});

describe('files of other devices', () => {
	it('are opened one after the other, and what each brought is said', async () => {
		const { run, devices } = begin();
		await run.open([new File(['abc'], 'a.kith-sync'), new File(['abcd'], 'b.kith-sync')]);
		expect(devices.told).toEqual(['open 3', 'open 4']);
		expect(run.said).toEqual([
			{ kind: 'outcome', outcome: devices.outcome },
			{ kind: 'outcome', outcome: devices.outcome }
		]);
	});

	it('that cannot be read at all leave the screen usable', async () => {
		const { run, devices } = begin();
		devices.openFile = () => Promise.reject(new Error('gone'));
		await expect(run.open([new File(['abc'], 'a.kith-sync')])).rejects.toThrow('gone');
		expect(run.isBusy).toBe(false);
	});
});

describe('the folder', () => {
	it('is chosen, and left', async () => {
		const { run, devices } = begin();
		await run.chooseFolder();
		expect(await folderOf(devices)).toBe('Shared ready');
		await run.leaveFolder();
		expect(await folderOf(devices)).toBeNull();
	});

	it('stays as it was when none was chosen', async () => {
		const { run, devices } = begin({ pickFolder: async () => null });
		await run.chooseFolder();
		expect(await folderOf(devices)).toBeNull();
	});

	it('that was locked is used again once the browser allows it', async () => {
		const { run, devices } = begin();
		devices.set({ folder: { handle, name: 'Shared', status: 'locked', at: null } });
		await run.unlock(handle);
		expect(await folderOf(devices)).toBe('Shared ready');
		const denied = begin({ unlock: async () => false });
		denied.devices.set({ folder: { handle, name: 'Shared', status: 'locked', at: null } });
		await denied.run.unlock(handle);
		expect([await folderOf(denied.devices), denied.run.said]).toEqual(['Shared locked', [{ kind: 'denied' }]]);
	});
});
