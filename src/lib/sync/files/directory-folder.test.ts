import { describe, expect, it } from 'vitest';
import { directoryFolder } from './directory-folder';

/** As a browser gives one; what is written is there once it is closed. */
class TestDirectory {
	readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
	permission: PermissionState = 'granted';
	failure: string | null = null;
	readonly name = 'Shared';
	readonly kind = 'directory';

	async queryPermission() {
		return this.permission;
	}

	async *entries() {
		this.#fail();
		for (const name of this.files.keys()) yield [name, await this.getFileHandle(name)] as const;
		yield ['folder.kith-sync', { kind: 'directory' }] as const;
	}

	async getFileHandle(name: string, { create = false } = {}) {
		this.#fail();
		if (!create && !this.files.has(name)) throw new DOMException('gone', 'NotFoundError');
		return {
			kind: 'file',
			getFile: async () => new File([this.files.get(name) ?? ''], name, { lastModified: 5 }),
			createWritable: async () => {
				const parts: BlobPart[] = [];
				return {
					write: async (bytes: Uint8Array<ArrayBuffer>) => {
						if (bytes.length > 100) throw new DOMException('full', 'QuotaExceededError');
						parts.push(bytes);
					},
					abort: async () => void parts.splice(0),
					close: async () => void this.files.set(name, new Uint8Array(await new Blob(parts).arrayBuffer()))
				};
			}
		};
	}

	async removeEntry(name: string) {
		if (!this.files.delete(name)) throw new DOMException('gone', 'NotFoundError');
	}

	#fail() {
		if (this.failure) throw new DOMException('no', this.failure);
	}
}

function opened() {
	const directory = new TestDirectory();
	return { directory, folder: directoryFolder(directory as unknown as FileSystemDirectoryHandle) };
}

describe('S7: a folder of the browser', () => {
	it('lists, reads, writes and removes the files of devices, and sees no others', async () => {
		const { directory, folder } = opened();
		directory.files.set('holiday.jpg', new Uint8Array(3));
		directory.files.set('.kith-x.kith-sync', new Uint8Array(3));
		await folder.write('kith-a-1.kith-sync', Uint8Array.of(1, 2));
		expect(await folder.list()).toEqual([{ name: 'kith-a-1.kith-sync', size: 2, modified: 5 }]);
		expect(await folder.read('kith-a-1.kith-sync')).toEqual(Uint8Array.of(1, 2));
		await folder.remove('kith-a-1.kith-sync');
		expect([await folder.list(), await folder.read('kith-a-1.kith-sync')]).toEqual([[], null]);
		await folder.remove('kith-a-1.kith-sync');
	});

	it('that the browser locked, that is gone or that fails, says so', async () => {
		const { directory, folder } = opened();
		directory.permission = 'prompt';
		await expect(folder.list()).rejects.toMatchObject({ name: 'FolderError', code: 'locked' });
		directory.permission = 'granted';
		for (const [name, code] of [
			['NotFoundError', 'missing'],
			['NotAllowedError', 'locked'],
			['NoModificationAllowedError', 'failed']
		]) {
			directory.failure = name ?? null;
			await expect(folder.list()).rejects.toMatchObject({ code });
		}
	});

	it('that is full keeps what was there', async () => {
		const { directory, folder } = opened();
		await folder.write('kith-a-1.kith-sync', Uint8Array.of(1));
		await expect(folder.write('kith-a-1.kith-sync', new Uint8Array(200))).rejects.toMatchObject({ code: 'failed' });
		expect(directory.files.get('kith-a-1.kith-sync')).toEqual(Uint8Array.of(1));
	});
});
