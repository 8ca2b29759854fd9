import { formatKithFile } from '$lib/formats/kith-file';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import type { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { toastDone } from '$lib/ui/toasts';
import { download } from './download';

/** Gives the owner everything in memory and all photos as a file, `kith-2026-11-23.kith`. */
export async function saveCopy(live: Live, photos: PhotoUrls): Promise<void> {
	const document = await live.kith.exportDocument();
	// Where storage does not answer, what is in memory is worth the more.
	const faces = await photos.all().catch((reason: unknown) => {
		console.info('No photos could be read:', String(reason));
		return null;
	});
	const file = `kith-${live.today}.kith`;
	download(formatKithFile(document, faces ?? []), file);
	await toastDone(faces ? m.trouble_copy_saved({ file }) : m.trouble_copy_saved_bare({ file }));
}
