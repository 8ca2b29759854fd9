/** A whole Kith in memory with its projections, as a page has them on a fixed day. */
import { openKith } from '../../src/lib/app';
import { memoryHistory } from '../../src/lib/app/history';
import { Live } from '../../src/lib/state/live.svelte';
import { memoryLog } from '../../src/lib/storage/memory-log';
import { newId } from '../../src/lib/workers/new-id';

const noFastStore = { readPage: async () => null, readTimeline: async () => null };

export async function openMemoryLive(today = '2026-11-23'): Promise<Live> {
	const kith = openKith({
		log: await memoryLog(),
		derived: null,
		history: memoryHistory(),
		replica: 'test',
		now: () => Date.parse(`${today}T10:00:00Z`),
		newId,
		pause: () => Promise.resolve()
	});
	const live = new Live(kith, noFastStore, today);
	await live.open(null);
	return live;
}
