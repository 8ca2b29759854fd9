/** Exchanges with the other devices through a folder: reads what they wrote, and writes what they lack. */
import type { FolderStatus } from '$lib/devices';
import type { Instant } from '$lib/domain/date';
import type { Clock } from '../clock';
import type { Exchange } from '../exchange/exchange';
import { FolderReading } from './folder-reading';
import { FolderWriting } from './folder-writing';
import { FolderError, type Folder } from './folder';
import { noneKept, type KeptFolder } from './kept-folder';
import { TooLarge, type GroupFiles } from './group-files';

/** A burst of changes has settled. */
const quietMs = 10_000;
/** One that does not settle is written nevertheless. */
const mostMs = 60_000;
const lookMs = 180_000;
const mostStopMs = 3_000;

export interface FolderSyncOptions {
	readonly folder: Folder;
	readonly files: GroupFiles;
	readonly exchange: Exchange;
	readonly clock: Clock;
	/** What is known of this folder from before; of another group's it is nothing. */
	readonly kept: { read(): Promise<KeptFolder | null>; write(kept: KeptFolder): Promise<void> };
	readonly changed: () => void;
}

export class FolderSync {
	status: FolderStatus = 'opening';
	/** When all was read and written last. */
	at: Instant | null = null;
	readonly #options: FolderSyncOptions;
	readonly #reading: FolderReading;
	readonly #writing: FolderWriting;
	readonly #stops: (() => void)[];
	#stopWriting: (() => void) | null = null;
	#stopLooking: (() => void) | null = null;
	#firstTouch: Instant | null = null;
	#isOver = false;
	#isWaiting = false;
	#turn: Promise<void> = Promise.resolve();

	constructor(options: FolderSyncOptions) {
		const { folder, files, exchange } = options;
		this.#options = options;
		this.#reading = new FolderReading(folder, files);
		this.#writing = new FolderWriting(folder, files);
		const touch = () => this.#touch();
		this.#stops = [exchange.watchChanges(touch), files.group.watch(touch)];
		this.wake();
	}

	/** The app is opened or seen again. */
	wake(): void {
		if (this.#isOver) return;
		this.#look();
		this.#stopLooking?.();
		this.#stopLooking = this.#options.clock.after(lookMs, () => this.wake());
	}

	/** The app is left: what is due is written, and nothing looked for until it is seen again. */
	leave(): void {
		this.#stopLooking?.();
		this.#stopLooking = null;
		if (this.#stopWriting) this.#look();
	}

	/** What a device wrote may be taken now that was not before. */
	again(): void {
		this.#reading.again();
		this.#look();
	}

	/** Settles once what is being written is; a folder that does not answer is not waited for. */
	stop(): Promise<void> {
		this.#isOver = true;
		for (const stop of this.#stops) stop();
		this.#stopWriting?.();
		this.#stopLooking?.();
		return new Promise((resolve) => {
			const forget = this.#options.clock.after(mostStopMs, resolve);
			void this.#turn.then(() => {
				forget();
				resolve();
			});
		});
	}

	#touch(): void {
		this.#reading.changed();
		const { clock } = this.#options;
		const now = clock.now();
		this.#firstTouch ??= now;
		this.#stopWriting?.();
		this.#stopWriting = clock.after(Math.max(0, Math.min(quietMs, this.#firstTouch + mostMs - now)), () =>
			this.#look()
		);
	}

	#look(): void {
		this.#stopWriting?.();
		this.#stopWriting = null;
		this.#firstTouch = null;
		if (this.#isWaiting || this.#isOver) return;
		this.#isWaiting = true;
		this.#turn = this.#turn.then(() => {
			this.#isWaiting = false;
			return this.#pass();
		});
	}

	async #pass(): Promise<void> {
		if (this.#isOver) return;
		const { folder, files, kept, clock } = this.#options;
		try {
			const before = await kept.read();
			const known = before?.group === files.group.id ? before : noneKept(files.group.id);
			const listed = await folder.list();
			const read = await this.#reading.read(listed, known.read);
			if (read !== known.read) await kept.write({ ...known, read });
			await this.#writing.write(listed, { ...known, read }, (now) => kept.write(now));
			this.at = clock.now();
			this.status = 'ready';
		} catch (error) {
			this.status = error instanceof FolderError ? error.code : error instanceof TooLarge ? 'too-large' : 'failed';
			console.info('The folder of the devices cannot be used now:', this.status);
		}
		this.#options.changed();
	}
}
