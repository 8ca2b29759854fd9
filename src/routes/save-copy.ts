import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastDone } from '$lib/ui/toasts';

/** How long a browser may take to begin reading what it was told to download. */
const downloadMs = 60_000;

/** Gives the owner everything in memory as a file, `kith-2026-11-23.kith`. */
export async function saveCopy(live: Live): Promise<void> {
	const bytes = await live.kith.exportDocument();
	const file = `kith-${live.today}.kith`;
	download(new Blob([bytes.slice()], { type: 'application/octet-stream' }), file);
	await toastDone(m.trouble_copy_saved({ file }));
}

function download(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), downloadMs);
}
