/** A whole document as bytes: a snapshot, or a file of the owner's. */
import * as Y from 'yjs';
import { newestSchema, rootsOf, schemaMajor } from './roots';

export class BadState extends Error {
	constructor(
		readonly isNewer: boolean,
		message: string
	) {
		super(message);
	}
}

export const formatState = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/**
 * No client writes this many characters and entries in one session; a greater clock is damage, which once merged makes
 * a document take all that its client writes for known, and drop it.
 */
const clockLimit = 2 ** 32;

function isSane(bytes: Uint8Array): boolean {
	const { structs, ds } = Y.decodeUpdate(bytes);
	const isNear = (clock: number, length: number) => clock + length < clockLimit;
	return (
		structs.every(({ id, length }) => isNear(id.clock, length)) &&
		[...ds.clients.values()].every((ranges) => ranges.every(({ clock, len }) => isNear(clock, len)))
	);
}

/** Opens the bytes beside the living document. Throws `BadState` when they are no whole document of this app. */
export function parseState(bytes: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	try {
		if (!isSane(bytes)) throw new RangeError('a clock out of reach');
		Y.applyUpdate(doc, bytes);
	} catch {
		throw new BadState(false, 'These bytes are not a Kith document.');
	}
	const schema = newestSchema(rootsOf(doc).meta);
	if (schema > schemaMajor) throw new BadState(true, 'The file was written by a newer version of the app.');
	if (schema === 0 || doc.store.pendingStructs) throw new BadState(false, 'These bytes are not a whole Kith document.');
	return doc;
}
