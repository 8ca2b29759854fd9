/** The worker in which this page's document lives. */
import { startThread } from '$lib/workers/start-thread';

let thread: Worker | null = null;

/** Starts it at the first call. */
export const documentThread = (): Worker => (thread ??= startThread('document'));
