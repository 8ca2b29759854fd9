import type { Instant } from '$lib/domain/date';
import type { Derived } from '$lib/storage/derived';
import type { UpdateLog } from '$lib/storage/update-log';
import type { History } from './history';

/** The outside world as the app needs it. */
export interface Adapters {
	readonly log: UpdateLog;
	/** The fast store; null where there is none to keep. */
	readonly derived: Derived | null;
	readonly history: History;
	/** This writer's name among all tabs of all devices. */
	readonly replica: string;
	readonly now: () => Instant;
	/** A fresh, time-ordered id. */
	readonly newId: () => string;
	/** Lets other work run between two chunks of long work, for as long as is asked for. */
	readonly pause: (ms?: number) => Promise<void>;
}
