import { connectImport } from '$lib/workers/connect-import';
import importWorkerUrl from '$lib/workers/import?worker&url';
import { trustedScriptUrl } from '$lib/workers/trusted-url';
import type { Reading } from './import-run.svelte';

export function startReading(): Reading {
	const worker = new Worker(trustedScriptUrl(importWorkerUrl), { type: 'module', name: 'kith-import' });
	return { reader: connectImport(worker), stop: () => worker.terminate() };
}
