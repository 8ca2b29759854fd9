/** The one script of all threads, so that what they have in common is fetched and kept once. Its name says which it is. */
import { startDocument } from './document';
import { startGate } from './gate';
import { startImport } from './import';
import { startSearch } from './search';

/** What a thread may be. */
const starts = { document: startDocument, gate: startGate, import: startImport, search: startSearch };
export type ThreadKind = keyof typeof starts;

const kind = Object.entries(starts).find(([kind]) => self.name === `kith-${kind}`);
if (!kind) throw new Error(`No such thread: ${self.name}`);
kind[1](self as unknown as Worker);
