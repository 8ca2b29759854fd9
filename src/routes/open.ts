/** Where the page's outside world is plugged in: the fast store, the document's worker, the clock. */
import { lateKith } from '$lib/app/late-kith';
import type { Kith } from '$lib/kith';
import { formatDay } from '$lib/state/clock.svelte';
import { heldKith } from '$lib/state/held-kith';
import { Live, type FastHead, type FastStore } from '$lib/state/live.svelte';
import { unsavedEdits } from '$lib/state/unsaved-edits.svelte';
import { openDerived, type Derived } from '$lib/storage/derived';
import { whenIdle } from '$lib/ui/when-idle';
import { documentThread } from './document-thread';

const noFastStore: FastStore = { readPage: async () => null, readTimeline: async () => null };
/** For fetching and starting the document's worker, which then has limits of its own. */
const startLimitMs = 10_000;

/**
 * Reads what the first screen shows. The document's worker starts once that screen stands, so that the two do not
 * compete for the same disk and cores; at once when there is nothing to show without it. A fast store that fails costs
 * only its speed: everything is in the document, and the worker makes the store anew.
 */
export async function openLive(): Promise<{ live: Live; fast: FastHead | null }> {
	const { store, head } = await openFast();
	const standing = head ? new Promise<void>(whenIdle) : Promise.resolve();
	const kith = lateKith(standing.then(startDocument), startLimitMs);
	return { live: new Live(heldKith(kith, unsavedEdits), store, formatDay(new Date())), fast: head };
}

async function startDocument(): Promise<Kith> {
	const { connectKith } = await import('$lib/workers/connect');
	return connectKith(documentThread());
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
