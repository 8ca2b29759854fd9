/** Where the page's outside world is plugged in: the fast store, the document's worker, the clock. */
import { formatDay } from '$lib/state/clock.svelte';
import { Live, type FastHead, type FastStore } from '$lib/state/live.svelte';
import { openDerived, type Derived } from '$lib/storage/derived';
import { connectKith } from '$lib/workers/connect';
import documentWorkerUrl from '$lib/workers/document?worker&url';
import { trustedScriptUrl } from '$lib/workers/trusted-url';

const noFastStore: FastStore = { readPage: async () => null, readTimeline: async () => null };

/**
 * Reads what the first screen shows, then starts the document's worker. A fast store that fails costs only its speed:
 * everything is in the document, and the worker makes the store anew.
 */
export async function openLive(): Promise<{ live: Live; fast: FastHead | null }> {
	const { store, head } = await openFast();
	const worker = new Worker(trustedScriptUrl(documentWorkerUrl), { type: 'module', name: 'kith-document' });
	return { live: new Live(connectKith(worker), store, formatDay(new Date())), fast: head };
}

async function openFast(): Promise<{ store: FastStore; head: FastHead | null }> {
	try {
		const derived: Derived = await openDerived('kith-derived');
		return { store: derived, head: await derived.readHead() };
	} catch (error) {
		console.info('Starting without the fast store:', error);
		return { store: noFastStore, head: null };
	}
}
