/** The messages of y-webrtc, as far as it matters here what they are. */
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as decoding from 'lib0/decoding';

/** `question`: what is here, asked for the rest; `answer`: that rest; `edit`: a change as it is made; else `other`. */
export type Step = 'question' | 'answer' | 'edit' | 'other';

const steps = new Map<number | undefined, Step>([
	[messageYjsSyncStep1, 'question'],
	[messageYjsSyncStep2, 'answer'],
	[messageYjsUpdate, 'edit']
]);

/** Kind and step are numbers of one byte each. */
export const stepOf = (message: Uint8Array): Step => (message[0] === 0 ? (steps.get(message[1]) ?? 'other') : 'other');

/** The update within an answer or an edit that passed the gate. */
export const updateIn = (message: Uint8Array): Uint8Array =>
	decoding.readVarUint8Array(decoding.createDecoder(message.subarray(2)));
