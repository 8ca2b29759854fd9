/** Which of a peer's messages y-webrtc may read: those of the sync protocol, with updates that pass the gate. */
import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { inspectUpdate, liveLimits, wholeLimits, type DecodedUpdate, type Fault } from './inspect';

/** y-webrtc's kinds of messages. */
const sync = 0;
const awareness = 1;
const queryAwareness = 3;

export type MessageVerdict =
	/** What the peer has, asked for what it lacks. */
	| { readonly pass: 'question' }
	| { readonly pass: 'whole' | 'live'; readonly update: DecodedUpdate }
	/** Not of use: presence, which Kith has none of, or an edit that comes again with what it builds on. */
	| { readonly pass: 'nothing' }
	| { readonly refused: Fault | 'message' };

/** More devices and sessions than any document has. */
const mostClients = 1_000_000;

export function inspectMessage(bytes: Uint8Array, doc: Y.Doc): MessageVerdict {
	try {
		const decoder = decoding.createDecoder(bytes);
		const kind = decoding.readVarUint(decoder);
		if (kind === awareness || kind === queryAwareness) return { pass: 'nothing' };
		if (kind !== sync) return { refused: 'message' };
		const step = decoding.readVarUint(decoder);
		const body = decoding.readVarUint8Array(decoder);
		if (decoding.hasContent(decoder)) return { refused: 'message' };
		if (step === messageYjsSyncStep1) return inspectQuestion(body);
		if (step === messageYjsSyncStep2) return inspectBody(body, doc, 'whole');
		return step === messageYjsUpdate ? inspectBody(body, doc, 'live') : { refused: 'message' };
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

function inspectBody(body: Uint8Array, doc: Y.Doc, pass: 'whole' | 'live'): MessageVerdict {
	const known = (client: number) => Y.getState(doc.store, client);
	const found = inspectUpdate(body, known, doc.clientID, pass === 'whole' ? wholeLimits : liveLimits);
	if ('refused' in found) return found;
	if ('sound' in found) return { pass, update: found.update };
	// An answer holds all that was asked for; only an edit made before it was answered may come too early.
	return pass === 'live' ? { pass: 'nothing' } : { refused: 'gap' };
}
