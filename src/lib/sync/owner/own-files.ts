import type { DeviceFile, FileOutcome, FolderHandle, FolderView } from '$lib/devices';
import type { Exchange } from '../exchange/exchange';
import { fileName } from '../files/file-name';
import { FolderSync } from '../files/folder-sync';
import { GroupFiles, TooLarge } from '../files/group-files';
import { mostSegmentBytes } from '../files/segment';
import type { Group } from '../trust/group';
import { filesIn } from './kept';
import type { OwnDevicesPorts } from './ports';

export interface OwnFilesOptions extends Pick<OwnDevicesPorts, 'clock' | 'random' | 'kept' | 'openFolder'> {
	readonly group: Group;
	readonly exchange: Exchange;
	readonly changed: () => void;
}

/** Files for the other devices and of theirs, by hand and through a folder, while this device has a group. */
export class OwnFiles {
	readonly #options: OwnFilesOptions;
	readonly #files: GroupFiles;
	readonly #kept: ReturnType<typeof filesIn>;
	#folder: { readonly handle: FolderHandle; readonly sync: FolderSync } | null = null;
	/** One change of the folder at a time: two at once would both open one. */
	#turn: Promise<void> = Promise.resolve();
	#isOver = false;

	constructor(options: OwnFilesOptions) {
		const { number } = filesIn(options.kept);
		this.#options = options;
		this.#kept = filesIn(options.kept);
		const numbers = { read: async () => (await number.read()) ?? 0, write: number.write };
		this.#files = new GroupFiles({ ...options, numbers });
	}

	async start(): Promise<void> {
		const handle = await this.#kept.handle.read();
		if (handle) this.#open(handle);
	}

	get view(): FolderView | null {
		if (!this.#folder) return null;
		const { handle, sync } = this.#folder;
		return { handle, name: handle.name, status: sync.status, at: sync.at };
	}

	async save(): Promise<DeviceFile | null> {
		try {
			const written = await this.#files.write(({ receipt, known, updateAfter }) => ({
				receipt,
				update: updateAfter(known),
				after: 0
			}));
			if (!written) return null;
			const name = fileName(this.#options.group.identity.id, written.number);
			return { name, bytes: new Blob([written.bytes], { type: 'application/octet-stream' }) };
		} catch (error) {
			if (!(error instanceof TooLarge)) throw error;
			return null;
		}
	}

	async take(file: Blob): Promise<FileOutcome> {
		// None of ours is larger; whatever it is, it is not read.
		if (file.size > mostSegmentBytes) return { kind: 'refused', word: 'not-kith', device: '' };
		const outcome = await this.#files.take(new Uint8Array(await file.arrayBuffer()));
		if (outcome.kind === 'taken') this.#folder?.sync.again();
		return outcome;
	}

	/**
	 * Another folder is read and written as if nothing were known of it; the same one, as it is. Rejects when it cannot be
	 * kept, and leaves the one before in use.
	 */
	use(handle: FolderHandle | null): Promise<void> {
		const done = this.#turn.then(() => this.#use(handle));
		this.#turn = done.catch(() => undefined);
		return done;
	}

	async #use(handle: FolderHandle | null): Promise<void> {
		const before = this.#folder;
		this.#folder = null;
		await before?.sync.stop();
		let next = before?.handle ?? null;
		try {
			const isSame = (before && (await handle?.isSameEntry(before.handle))) ?? false;
			if (!isSame) await this.#kept.folder.write(null);
			await this.#kept.handle.write(handle);
			next = handle;
		} finally {
			// What could not be kept leaves the one before in use.
			if (next) this.#open(next);
			this.#options.changed();
		}
	}

	wake(): void {
		this.#folder?.sync.wake();
	}

	leave(): void {
		this.#folder?.sync.leave();
	}

	again(): void {
		this.#folder?.sync.again();
	}

	async stop(): Promise<void> {
		this.#isOver = true;
		await this.#folder?.sync.stop();
		this.#files.close();
	}

	#open(handle: FolderHandle): void {
		if (this.#isOver) return;
		const { openFolder, exchange, clock, changed } = this.#options;
		const folder = openFolder(handle);
		const kept = { read: () => this.#kept.folder.read(), write: this.#kept.folder.write };
		this.#folder = {
			handle,
			sync: new FolderSync({ folder, files: this.#files, exchange, clock, kept, changed })
		};
	}
}
