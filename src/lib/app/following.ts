/** Tells listeners of each change. */
import type { Kith } from '$lib/kith';
import { DerivedKeeper } from './derived-keeper';
import type { Opened } from './opened';

export interface Following extends Pick<Kith, 'watch'> {
	/** Settles when the fast store has all that is durable. */
	followed(): Promise<void>;
}

export function followingOf(opened: Opened): Following {
	const { derived, log } = opened.adapters;
	const keeper = derived && new DerivedKeeper(opened, derived);
	return {
		watch: async (listener, seenMark) => {
			// A change that came first may not be stored yet, so the mark does not tell of it.
			const isBehind = seenMark !== undefined && (seenMark !== log.mark || opened.hasChanged);
			if (isBehind) listener(opened.projection.whole());
			return opened.watch(listener);
		},
		followed: async () => keeper?.followed()
	};
}
