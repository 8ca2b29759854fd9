import { randomId } from '../random-id';
import type { Folder, LockedFile } from './folder';
import { firstLength, formatFrames, headLength, parseFrames } from './frames';

/**
 * A second copy of the log, apart from its database: Chromium, killed in the middle of a write, goes on behind the torn
 * record, takes it for damage at the opening after next and throws the origin's whole IndexedDB away (pinned in
 * `tests/e2e/storage/kill.spec.ts`).
 */
export interface Journal {
	/** Never rejects: the log itself is what must not fail. What could not be appended has the journal begun anew. */
	append(updates: readonly Uint8Array[]): Promise<void>;
	/** Every update in it, the oldest whole first. Together they are the document as it was last stored. */
	read(): Promise<readonly Uint8Array[]>;
	/** Whether it is time to begin anew: it lacks something, or has grown far beyond the document. */
	isDue(): Promise<boolean>;
	/**
	 * Begins anew with `whole()`, after `take` was given what tabs now closed had appended. What open tabs write goes on
	 * beside it. When it fails, what was there stays.
	 */
	renew(take: (updates: readonly Uint8Array[]) => Promise<void>, whole: () => Uint8Array): Promise<void>;
	close(): void;
}

/** Files are named by what they begin with: the whole document, or only updates of one tab. */
const wholeSuffix = '.whole';
const partSuffix = '.part';
const isWhole = (name: string) => name.endsWith(wholeSuffix);

/** Files above which it begins anew: each tab that writes makes one. */
const mostFiles = 12;
/** Bytes it may always have, however small the document. */
const alwaysAllowed = 512 * 1024;

export class FileJournal implements Journal {
	readonly #folder: Folder;
	#own: Promise<Own> | null = null;
	#lacks = false;

	constructor(folder: Folder) {
		this.#folder = folder;
	}

	async append(updates: readonly Uint8Array[]): Promise<void> {
		try {
			this.#own ??= this.#begin(partSuffix);
			(await this.#own).file.append(formatFrames(updates));
		} catch {
			this.#lacks = true;
			this.close();
		}
	}

	async read(): Promise<readonly Uint8Array[]> {
		const names = (await this.#folder.list()).toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)));
		const read = await Promise.allSettled(names.map((name) => this.#folder.read(name)));
		return read.flatMap((result) => (result.status === 'fulfilled' ? parseFrames(result.value) : []));
	}

	async isDue(): Promise<boolean> {
		const names = await this.#folder.list();
		const wholes = names.filter(isWhole);
		if (this.#lacks || wholes.length === 0 || names.length > mostFiles) return true;
		const heads = await Promise.all(wholes.map((name) => this.#folder.read(name, headLength)));
		const sizes = await Promise.all(names.map((name) => this.#folder.size(name)));
		const whole = Math.max(...heads.map(firstLength));
		return sizes.reduce((sum, size) => sum + size) > 2 * whole + alwaysAllowed;
	}

	async renew(take: (updates: readonly Uint8Array[]) => Promise<void>, whole: () => Uint8Array): Promise<void> {
		const left = await this.#lockLeft();
		try {
			for (const { name } of left) {
				await take(parseFrames(await this.#folder.read(name)).slice(isWhole(name) ? 1 : 0));
			}
			const own = await this.#own;
			await this.#beginWith(whole);
			for (const old of own ? [...left, own] : left) {
				old.file.close();
				await this.#folder.remove(old.name);
			}
		} finally {
			for (const { file } of left) file.close();
		}
	}

	close(): void {
		this.#own?.then(
			({ file }) => file.close(),
			() => undefined
		);
		this.#own = null;
	}

	/** Files of tabs that are gone. */
	async #lockLeft(): Promise<readonly Own[]> {
		const own = await this.#own;
		const names = (await this.#folder.list()).filter((name) => name !== own?.name);
		const locked = await Promise.all(names.map(async (name) => ({ name, file: await this.#folder.lock(name) })));
		return locked.filter((one): one is Own => one.file !== null);
	}

	/** The document is taken, written and followed in one go, so that no update falls between two files. */
	async #beginWith(whole: () => Uint8Array): Promise<void> {
		const fresh = await this.#begin(wholeSuffix);
		try {
			fresh.file.append(formatFrames([whole()]));
			this.#own = Promise.resolve(fresh);
			this.#lacks = false;
			fresh.file.flush();
		} catch (error) {
			fresh.file.close();
			await this.#folder.remove(fresh.name);
			throw error;
		}
	}

	async #begin(suffix: string): Promise<Own> {
		const name = randomId(20) + suffix;
		const file = await this.#folder.lock(name);
		if (!file) throw new Error('a fresh file is locked');
		return { name, file };
	}
}

interface Own {
	readonly name: string;
	readonly file: LockedFile;
}
