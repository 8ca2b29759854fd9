/** Which of a peer's messages y-webrtc may read: those of the sync protocol, with updates that pass the gate. */
import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { inspectUpdate, type Fault } from './inspect';

/** y-webrtc's kinds of messages. */
const sync = 0;
const awareness = 1;
const queryAwareness = 3;

/** What of a document must be known to judge a message for it; crosses threads as it is. */
export interface Knowledge {
	/** The document's own client. */
	readonly own: number;
	/** How far each client is known. */
	readonly clocks: ReadonlyMap<number, number>;
}

export function knowledgeOf(doc: Y.Doc): Knowledge {
	const clocks = new Map<number, number>();
	for (const client of doc.store.clients.keys()) clocks.set(client, Y.getState(doc.store, client));
	return { own: doc.clientID, clocks };
}

export type MessageVerdict =
	/** What the peer has, asked for what it lacks. */
	| { readonly pass: 'question' }
	| Passed
	/** An edit that builds on something that has not come. It must be asked for with what it builds on. */
	| { readonly pass: 'early' }
	/** Not of use: presence, which Kith has none of. */
	| { readonly pass: 'nothing' }
	| { readonly refused: Fault | 'message' };

/** An answer: what was asked for. An edit: a change as it was made. */
export interface Passed {
	readonly pass: 'answer' | 'edit';
	/** How far clients are known once it is applied. */
	readonly reach: ReadonlyMap<number, number>;
}

/** More devices and sessions than any document has. */
const mostClients = 1_000_000;

export function inspectMessage(bytes: Uint8Array, known: Knowledge): MessageVerdict {
	try {
		const decoder = decoding.createDecoder(bytes);
		const kind = decoding.readVarUint(decoder);
		if (kind === awareness || kind === queryAwareness) return { pass: 'nothing' };
		if (kind !== sync) return { refused: 'message' };
		const step = decoding.readVarUint(decoder);
		const body = decoding.readVarUint8Array(decoder);
		if (decoding.hasContent(decoder)) return { refused: 'message' };
		if (step === messageYjsSyncStep1) return inspectQuestion(body);
		if (step === messageYjsSyncStep2) return inspectBody(body, known, 'answer');
		return step === messageYjsUpdate ? inspectBody(body, known, 'edit') : { refused: 'message' };
	} catch {
		// Bytes that end too early: lib0 has one error for all of them.
		return { refused: 'message' };
	}
}

function inspectQuestion(body: Uint8Array): MessageVerdict {
	const clients = decoding.readVarUint(decoding.createDecoder(body));
	// Read whole here, so that y-webrtc, which answers it, cannot fail on it.
	return clients <= mostClients && Y.decodeStateVector(body).size <= mostClients
		? { pass: 'question' }
		: { refused: 'message' };
}

function inspectBody(body: Uint8Array, { own, clocks }: Knowledge, pass: 'answer' | 'edit'): MessageVerdict {
	const found = inspectUpdate(body, (client) => clocks.get(client) ?? 0, own);
	if ('refused' in found) return found;
	if ('sound' in found) return { pass, reach: found.reach };
	// An answer holds all that was asked for; only an edit made before it was answered may come too early.
	return pass === 'edit' ? { pass: 'early' } : { refused: 'gap' };
}
