/** The thread in which searches are answered. */
import { expose, type Endpoint } from 'comlink';
import { openDerived } from '$lib/storage/derived';
import type { SearchPort } from './connect-search';
import { SearchThread } from './search-thread';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
export function startSearch(endpoint: Endpoint): void {
	const thread = openDerived('kith-derived').then((derived) => new SearchThread(derived, wait));
	const port: SearchPort = {
		open: async () => (await thread).open(),
		query: async (text, limit) => (await thread).query(text, limit),
		update: async (entries) => (await thread).update(entries),
		remove: async (ids) => (await thread).remove(ids),
		refresh: async () => (await thread).refresh(),
		caughtUp: async () => (await thread).caughtUp()
	};
	expose(port, endpoint);
}
