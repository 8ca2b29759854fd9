/** Where the search's worker is plugged in. */
import { fold } from '$lib/domain/fold';
import type { SearchResult } from '$lib/domain/search/result';
import type { Change } from '$lib/kith';
import type { Live } from '$lib/state/live.svelte';
import { connectSearch, type Search } from '$lib/workers/connect-search';
import { startThread } from '$lib/workers/start-thread';
import { findByName } from './people/find-by-name';

export interface PeopleSearch {
	/**
	 * Best first; null when a later question has overtaken this one, or nobody is found by name while the worker gets
	 * ready to look further. Asked in an effect, it is asked again whenever the answer may be another.
	 */
	find(text: string, limit: number): Promise<readonly SearchResult[] | null>;
	/** Tells of a commit. */
	follow(change: Change): void;
	/** Starts the worker, which a first question does as well. */
	start(): void;
}

export function openSearch(live: Live): PeopleSearch {
	let search: Search | null = null;
	let state = $state<'starting' | 'ready' | 'failed'>('starting');
	/** Grows when the index has followed a commit. */
	let followed = $state(0);

	function started(): Search {
		if (search) return search;
		const worker = startThread('search');
		search = connectSearch(worker);
		ready(search).catch((reason: unknown) => {
			state = 'failed';
			console.info('Searching by name alone:', reason);
		});
		return search;
	}

	async function ready(search: Search): Promise<void> {
		await search.open();
		state = 'ready';
		await search.caughtUp();
		followed++;
	}

	return {
		find: async (text, limit) => {
			// Read so that an effect that asks does so again when there is more to find.
			void followed;
			const worker = started();
			if (state === 'ready') return worker.query(text, limit);
			const named = byName(live, text, limit);
			return named.length > 0 || state === 'failed' ? named : null;
		},
		follow(change) {
			if (change.pages.length === 0 && change.removed.length === 0) return;
			started()
				.follow(change, (id) => live.kith.readPage(id))
				.then(
					() => followed++,
					(reason: unknown) => console.info('The search missed a change:', reason)
				);
		},
		start: () => void started()
	};
}

const byName = (live: Live, text: string, limit: number): readonly SearchResult[] =>
	findByName(live.list, fold(text), limit).map(({ id, name }) => ({
		contactId: id,
		score: 0,
		name,
		nameMarks: [],
		snippet: null
	}));
