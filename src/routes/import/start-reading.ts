import { connectImport } from '$lib/workers/connect-import';
import { startThread } from '$lib/workers/start-thread';
import type { Reading } from './import-run.svelte';

export function startReading(): Reading {
	const worker = startThread('import');
	return { reader: connectImport(worker), stop: () => worker.terminate() };
}
