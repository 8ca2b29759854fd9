/** The messages of y-webrtc, as far as it matters here what they are. */
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** `question`: what is here, asked for the rest; `answer`: that rest; `edit`: a change as it is made; else `other`. */
export type Step = 'question' | 'answer' | 'edit' | 'other';

const steps = new Map<number | undefined, Step>([
	[messageYjsSyncStep1, 'question'],
	[messageYjsSyncStep2, 'answer'],
	[messageYjsUpdate, 'edit']
]);

/** Kind and step are numbers of one byte each. */
export const stepOf = (message: Uint8Array): Step => (message[0] === 0 ? (steps.get(message[1]) ?? 'other') : 'other');

const bodyOf = (message: Uint8Array): Uint8Array =>
	decoding.readVarUint8Array(decoding.createDecoder(message.subarray(2)));

/** The update within an answer or an edit that passed the gate. */
export const updateIn = bodyOf;

/** How far the one who asks knows each client, in a question that passed the gate. */
export const clocksIn = (question: Uint8Array): ReadonlyMap<number, number> => Y.decodeStateVector(bodyOf(question));

export const questionOf = (clocks: ReadonlyMap<number, number>): Uint8Array =>
	messageOf(messageYjsSyncStep1, Y.encodeStateVector(new Map(clocks)));

export const editOf = (update: Uint8Array): Uint8Array => messageOf(messageYjsUpdate, update);

function messageOf(step: number, body: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, body);
	return encoding.toUint8Array(encoder);
}
