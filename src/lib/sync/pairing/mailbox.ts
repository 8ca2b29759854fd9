import type { Bytes } from '../trust/bytes';
import type { Clock } from '../clock';

/**
 * Where both devices leave messages for each other: a topic of a meeting point, or a channel between them. It may drop,
 * repeat, reorder, read and invent what it likes, and may give a device its own messages.
 */
export interface Mailbox {
	/** Never fails; what cannot be sent is lost. */
	send(bytes: Bytes): void;
	/** The answer ends it. */
	receive(listener: (bytes: Uint8Array) => void): () => void;
}

/** What becomes of one message: how many milliseconds later each of its copies comes. Empty when it is lost. */
export type Fate = (bytes: Bytes, from: number) => readonly number[];

export interface Post {
	open(): Mailbox;
	/** Gives everybody a message that nobody sent. */
	invent(bytes: Bytes): void;
	/** All that was ever sent, as who runs the post sees it. */
	readonly seen: readonly Bytes[];
}

/** One topic in memory. */
export function memoryPost(clock: Clock, fate: Fate = () => [10]): Post {
	const listeners = new Map<number, (bytes: Uint8Array) => void>();
	const seen: Bytes[] = [];
	let count = 0;
	const spread = (bytes: Bytes) => {
		for (const listener of [...listeners.values()]) listener(bytes.slice());
	};
	return {
		seen,
		invent: (bytes) => spread(bytes),
		open() {
			const from = count++;
			return {
				send(bytes) {
					seen.push(bytes.slice());
					for (const delay of fate(bytes, from)) clock.after(delay, () => spread(bytes));
				},
				receive(listener) {
					listeners.set(from, listener);
					return () => void listeners.delete(from);
				}
			};
		}
	};
}
