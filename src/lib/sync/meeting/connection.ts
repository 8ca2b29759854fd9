import type { Bytes } from './bytes';
import type { Trouble } from './meeting-point';

/** One connection to a meeting point, from its beginning to its end; never used again after that. */
export interface Connection {
	listen(topic: string): void;
	leave(topic: string): void;
	/** False when the bytes could not be handed over. */
	send(topic: string, bytes: Uint8Array): boolean;
	/** Makes sure that it still stands: if not, it ends soon. */
	check(): void;
	/** Ends it without a word to its events. */
	end(): void;
}

/** None of these is called before `Connect` has returned. */
export interface ConnectionEvents {
	/** It stands, and the first topics are listened to. */
	opened(): void;
	/** Of any topic and size: the meeting point says it, and may lie. */
	heard(topic: string, bytes: Bytes): void;
	/** It is over. Called at most once, and nothing after it. */
	ended(why: Trouble): void;
}

export type Connect = (topics: readonly string[], events: ConnectionEvents) => Connection;
