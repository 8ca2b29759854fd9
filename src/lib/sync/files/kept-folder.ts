import type { Fingerprint } from '../exchange/fingerprint';
import type { EntryId } from '../trust/entry';
import type { OwnSegment } from './plan';

/** What a device keeps of a folder: plain data. */
export interface KeptFolder {
	readonly group: EntryId;
	/** Its own segments there, the oldest first. */
	readonly own: readonly OwnSegment[];
	/** Of the document and the roster as they were written last. */
	readonly written: { readonly fingerprint: Fingerprint; readonly roster: string } | null;
	/** Files that need not be read again unless their size or time changes, by name. */
	readonly read: ReadonlyMap<string, string>;
}

export const noneKept = (group: EntryId): KeptFolder => ({ group, own: [], written: null, read: new Map() });
