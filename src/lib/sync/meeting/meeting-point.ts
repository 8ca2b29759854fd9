import type { Bytes } from './bytes';

/** Bytes of one message at most. */
export const largestMessage = 16 * 1024;

/** Topics one device may listen to at once. */
export const mostTopics = 32;

/**
 * Why a meeting point was left or could not be reached: nobody answers there; what answers is none, or broke the
 * protocol; it asks for a password, or for another; it does not take our topics; it sends more than anyone could mean.
 */
export type Trouble = 'unreachable' | 'protocol' | 'password' | 'topics' | 'flood';

export type MeetingState =
	| { readonly status: 'closed' }
	| { readonly status: 'connecting' }
	| { readonly status: 'open' }
	/** Asks for a password, or for another one. Not tried again before `open`. */
	| { readonly status: 'refused' }
	/** Tried again at `until` (milliseconds of the clock), or at once by `open`. */
	| { readonly status: 'waiting'; readonly why: Trouble; readonly until: number };

/**
 * Where two devices that know a topic find each other. It is not trusted: messages may be lost, repeated, late, out of
 * order or made up, so what is sent is sealed by the caller and what arrives is only bytes. A message is heard by all
 * who listen to its topic at that moment, the sender too if it listens; nothing is kept for later.
 */
export interface MeetingPoint {
	/**
	 * Connects, and from then on stays connected until `close`. Settles once it is reached, which may take for ever;
	 * rejects with a `MeetingPointError` when it asks for another password, or is closed first. While it waits to try
	 * again, this tries at once; while it is open, this makes sure of it, as after a sleep.
	 */
	open(): Promise<void>;
	/**
	 * Hears what is sent to `topic` while the meeting point is open, now and after each reconnection, until stopped. A
	 * listener must not throw. Throws a `MeetingPointError` for what is no topic, or one too many.
	 */
	listen(topic: string, listener: (bytes: Bytes) => void): () => void;
	/**
	 * Sends to whoever listens. False when the meeting point is not open: nothing is kept to be sent later. Throws a
	 * `MeetingPointError` for what is no topic, or bytes beyond `largestMessage`.
	 */
	send(topic: string, bytes: Uint8Array): boolean;
	/** Tells the state now and at each change, until stopped. */
	watchState(watcher: (state: MeetingState) => void): () => void;
	/** Leaves, and forgets every listener and, once told, every watcher. May be opened anew. */
	close(): void;
}

export class MeetingPointError extends Error {
	override readonly name = 'MeetingPointError';
	constructor(readonly why: 'topic' | 'size' | 'password' | 'closed') {
		super(`meeting point: ${why}`);
	}
}
