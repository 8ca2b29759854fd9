import { isSmallPhoto, parseKithFile } from '$lib/formats/kith-file';
import { KithError } from '$lib/kith';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import type { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { photoIdOf } from '$lib/storage/photos';

/**
 * Brings in a file that `saveCopy` made: its photos, then its people, whose faces are there by then. Gives how many
 * photos were not what the file says they are, and were left out.
 */
export async function openCopy(live: Live, photos: PhotoUrls, file: Blob): Promise<number> {
	const read = await parseKithFile(file).catch((reason: unknown) => {
		throw new UnreadFile(String(reason));
	});
	if (!read) throw new KithError('invalid', 'not a whole Kith file');
	let leftOut = 0;
	for (const { id, photo } of read.photos) {
		const bytes = await photo.arrayBuffer();
		if (isSmallPhoto(new Uint8Array(bytes)) && (await photoIdOf(bytes)) === id) await photos.put(photo);
		else leftOut++;
	}
	await live.kith.mergeDocument(read.document);
	return leftOut;
}

class UnreadFile extends Error {
	readonly code = 'unread';
}

/** What is true after a file could not be brought in. */
export function openCopyFailure(reason: unknown): string {
	const code = (reason as { readonly code?: unknown } | null)?.code;
	return m.settings_open_copy_failed({ code: typeof code === 'string' ? code : 'unknown' });
}
