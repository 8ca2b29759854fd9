import type { Devices, FileOutcome, FolderHandle } from '$lib/devices';
import type { FilesOutside } from './files-outside';

/** What is said of what was done last. */
export type Said =
	| { readonly kind: 'saved'; readonly file: string }
	/** No file can be made now. */
	| { readonly kind: 'none' }
	/** The browser refused the folder. */
	| { readonly kind: 'denied' }
	| { readonly kind: 'outcome'; readonly outcome: FileOutcome };

/** Files for the owner's other devices and of theirs, by hand and through a folder. */
export class FilesRun {
	said = $state.raw<readonly Said[]>([]);
	/** A file is being made or read. */
	isBusy = $state(false);

	constructor(
		private readonly devices: Devices,
		private readonly outside: FilesOutside
	) {}

	save(): Promise<void> {
		return this.#make((file) => {
			this.outside.download(file, file.name);
			this.said = [{ kind: 'saved', file: file.name }];
		});
	}

	/** By the share sheet; where that refuses, as a download. */
	share(): Promise<void> {
		return this.#make(async (file) => {
			try {
				await this.outside.share?.(file);
			} catch (reason) {
				console.info('The file could not be shared:', String(reason));
				this.outside.download(file, file.name);
				this.said = [{ kind: 'saved', file: file.name }];
			}
		});
	}

	/** One after the other, and says what each brought. */
	open(files: readonly File[]): Promise<void> {
		return this.#busy(async () => {
			for (const file of files) {
				const outcome = await this.devices.openFile(file);
				this.said = [...this.said, { kind: 'outcome', outcome }];
			}
		});
	}

	async chooseFolder(): Promise<void> {
		this.said = [];
		const handle = await this.outside.pickFolder?.();
		if (handle) await this.devices.useFolder(handle);
	}

	async unlock(handle: FolderHandle): Promise<void> {
		this.said = [];
		if (await this.outside.unlock(handle)) await this.devices.useFolder(handle);
		else this.said = [{ kind: 'denied' }];
	}

	async leaveFolder(): Promise<void> {
		this.said = [];
		await this.devices.useFolder(null);
	}

	#make(give: (file: File) => void | Promise<void>): Promise<void> {
		return this.#busy(async () => {
			const made = await this.devices.saveFile();
			if (made) await give(new File([made.bytes], made.name, { type: made.bytes.type }));
			else this.said = [{ kind: 'none' }];
		});
	}

	async #busy(work: () => Promise<void>): Promise<void> {
		this.said = [];
		this.isBusy = true;
		try {
			await work();
		} finally {
			this.isBusy = false;
		}
	}
}
