import { inspectMessage, type Knowledge, type MessageVerdict } from './messages';

export type Verdict =
	| MessageVerdict
	/** It was not judged within its time, as bytes are that were made to take for ever. */
	| { readonly refused: 'slow' };

/** Judges what a peer sent before anything else reads it. */
export interface Gate {
	/**
	 * Rejects when the gate itself fails, which is no fault of the message.
	 * @param known of the document as it is with all that the same device sent before
	 */
	inspect(message: Uint8Array, known: Knowledge): Promise<Verdict>;
	close(): void;
}

/** In this thread and without a limit of time. */
export const directGate: Gate = {
	inspect: (message, known) => Promise.resolve(inspectMessage(message, known)),
	close: () => undefined
};
