import type { FileOutcome } from '$lib/devices';
import { isNameOf, isSegmentName } from './file-name';
import type { Folder, FolderFile } from './folder';
import type { GroupFiles } from './group-files';
import { mostSegmentBytes } from './segment';

/** Far more than the devices of a group leave there. */
const mostFiles = 256;

/** Whatever comes later, the file will bring no more than it did. */
function isSettled(outcome: FileOutcome): boolean {
	if (outcome.kind !== 'refused') return outcome.kind === 'taken';
	return !['alone', 'foreign', 'epoch', 'not-listened'].includes(outcome.word);
}

/** Reads each file once, and again when it was changed, or what it waited for may have come. */
export class FolderReading {
	/** Not settled: how it was when it was read, and after which change. */
	readonly #tried = new Map<string, string>();
	#change = 0;

	constructor(
		private readonly folder: Folder,
		private readonly files: GroupFiles
	) {}

	/** The document or the roster is another. */
	changed(): void {
		this.#change++;
	}

	again(): void {
		this.#tried.clear();
	}

	/** @returns what is read from now on; the same when nothing is new */
	async read(listed: readonly FolderFile[], before: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
		const own = this.files.group.identity.id;
		const readable = listed
			.filter(({ name, size }) => isSegmentName(name) && !isNameOf(own, name) && size > 0 && size <= mostSegmentBytes)
			.toSorted((one, other) => other.modified - one.modified)
			.slice(0, mostFiles)
			.toSorted((one, other) => (one.name < other.name ? -1 : 1));
		const read = new Map(readable.flatMap(({ name }) => entryOf(before, name)));
		let isNew = read.size !== before.size;
		// What one brings may be what another waits for.
		for (let isMoving = true; isMoving;) {
			isMoving = false;
			for (const file of readable) {
				const outcome = await this.#readOne(file, read);
				if (outcome && isSettled(outcome)) isNew = true;
				if (outcome?.kind === 'taken' && outcome.changes > 0) isMoving = true;
			}
		}
		return isNew ? read : before;
	}

	async #readOne({ name, size, modified }: FolderFile, read: Map<string, string>): Promise<FileOutcome | null> {
		const stamp = `${size} ${modified}`;
		const tried = this.#tried.get(name);
		if (read.get(name) === stamp || tried === `${stamp} ${this.#change}` || tried === `${stamp} held`) return null;
		const bytes = await this.folder.read(name);
		if (!bytes) return null;
		const outcome = await this.files.take(bytes);
		// What is held stays so in memory alone: after a restart it is read again.
		if (isSettled(outcome)) read.set(name, stamp);
		else this.#tried.set(name, `${stamp} ${outcome.kind === 'held' ? 'held' : this.#change}`);
		return outcome;
	}
}

const entryOf = (map: ReadonlyMap<string, string>, name: string): readonly (readonly [string, string])[] => {
	const value = map.get(name);
	return value === undefined ? [] : [[name, value]];
};
