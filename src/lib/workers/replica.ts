import { randomId } from '$lib/storage/random-id';

/**
 * A name for this writer that no other one has, of this tab, another or another device, and that it never had before. A
 * run of the app that was killed may have told other devices what it had not stored yet: it would not know of that, and
 * under the same name what is written next and what was told would be one slot, of which Yjs keeps either.
 */
export const freshReplica = (): string => randomId(10);
