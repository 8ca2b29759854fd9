import type { Clocks, FileMoment } from '../exchange/file-exchange';
import { isCovered } from '../exchange/receipts';
import { fileName, isNameOf } from './file-name';
import type { Folder, FolderFile } from './folder';
import type { GroupFiles } from './group-files';
import type { KeptFolder } from './kept-folder';
import { planSegment, usable, type OwnSegment } from './plan';

/** Keeps what the others lack in the folder, in a few files of this device. */
export class FolderWriting {
	constructor(
		private readonly folder: Folder,
		private readonly files: GroupFiles
	) {}

	/** Writes when there is something to say that the files there do not. */
	async write(
		listed: readonly FolderFile[],
		before: KeptFolder,
		keep: (kept: KeptFolder) => Promise<void>
	): Promise<void> {
		const { group } = this.files;
		const self = group.identity.id;
		const roster = `${group.entries().length} ${group.view().epoch.id}`;
		const sizes = new Map(listed.map(({ name, size }) => [name, size]));
		const isThere = before.own.every(({ number, fileSize }) => sizes.get(fileName(self, number)) === fileSize);
		const own = isThere ? before.own : [];
		const isSaid = (moment: FileMoment) =>
			isThere &&
			before.written?.fingerprint === moment.receipt.fingerprint &&
			before.written.roster === roster &&
			isOfUse(own, moment.known);

		const made = await this.files.write((moment) => {
			if (isSaid(moment)) return null;
			const { kept, from, update } = planSegment(own, moment);
			return { receipt: moment.receipt, update, after: kept.at(-1)?.number ?? 0, kept, from };
		});
		if (!made) return;
		const { number, bytes, draft } = made;
		await this.folder.write(fileName(self, number), bytes);
		const segment: OwnSegment = {
			number,
			size: draft.update.byteLength,
			fileSize: bytes.byteLength,
			from: draft.from,
			to: draft.receipt.clocks
		};
		const now = [...draft.kept, segment];
		const { fingerprint } = draft.receipt;
		await keep({ ...before, own: now, written: { fingerprint, roster } });
		const stay = new Set(now.map((one) => fileName(self, one.number)));
		for (const name of sizes.keys()) if (isNameOf(self, name) && !stay.has(name)) await this.folder.remove(name);
	}
}

/** Whether who does not know all of them yet can take them. */
function isOfUse(own: readonly OwnSegment[], known: Clocks): boolean {
	const newest = own.at(-1);
	return newest !== undefined && (isCovered(newest.to, known) || usable(own, known).at(-1) === newest);
}
