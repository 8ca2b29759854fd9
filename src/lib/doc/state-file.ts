/** A whole document as bytes: a snapshot, or a file of the owner's. */
import * as Y from 'yjs';
import { isSound } from '$lib/updates/soundness';
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

/** Opens the bytes beside the living document. Throws `BadState` when they are no whole document of this app. */
export function parseState(bytes: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	try {
		if (!isSound(bytes)) throw new RangeError('not a sound update');
		Y.applyUpdate(doc, bytes);
	} catch {
		throw new BadState(false, 'These bytes are not a Kith document.');
	}
	const schema = newestSchema(rootsOf(doc).meta);
	if (schema > schemaMajor) throw new BadState(true, 'The file was written by a newer version of the app.');
	if (schema === 0 || doc.store.pendingStructs) throw new BadState(false, 'These bytes are not a whole Kith document.');
	return doc;
}
