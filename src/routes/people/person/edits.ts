/** What one does with one person, each able to fail aloud and, where it takes something away, to be taken back. */
import type { ContactId, ContactTexts } from '$lib/domain/contact';
import type { Interaction } from '$lib/domain/interaction';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import type { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';
import type { ListEntry, ListKey } from './list-fields';

export type Texts = Partial<ContactTexts>;

export const setTexts = ({ kith }: Live, id: ContactId, texts: Texts) => attempt(kith.editContact(id, { texts }));

/** Keeps a photo on this device and as theirs; false when it could not be, which is said. */
export async function setPhoto({ kith }: Live, id: ContactId, photos: PhotoUrls, photo: Blob): Promise<boolean> {
	const kept = await attempt(photos.put(photo));
	return kept !== undefined && wasMade(kith.editContact(id, { texts: { photo: kept } }));
}

/** Sets texts, says so, and offers to set them back to `before`. */
export async function setTextsAloud(
	live: Live,
	id: ContactId,
	texts: Texts,
	before: Texts,
	said: string
): Promise<void> {
	await attempt(
		live.kith.editContact(id, { texts }).then(() => toastUndo(said, () => void setTexts(live, id, before)))
	);
}

/** Sets or, with null, removes an entry; false when refused. One that is preferred takes that from the others. */
export function setEntry(
	{ kith }: Live,
	id: ContactId,
	list: ListKey,
	entryId: string,
	entry: Omit<ListEntry, 'id'> | null,
	entries: readonly ListEntry[]
): Promise<boolean> {
	const isPreferred = (one: object) => (one as { preferred?: boolean }).preferred === true;
	const changed: Record<string, Omit<ListEntry, 'id'> | null> = { [entryId]: entry };
	for (const { id: otherId, ...other } of entry && isPreferred(entry) ? entries : []) {
		const demoted = { ...other, preferred: false };
		if (otherId !== entryId && isPreferred(other)) changed[otherId] = demoted;
	}
	return wasMade(kith.editContact(id, { lists: { [list]: changed } }));
}

export async function removePerson({ kith }: Live, id: ContactId, name: string): Promise<boolean> {
	const done = await attempt(kith.remove('contact', [id]).then(() => true));
	if (done) void toastUndo(m.person_removed({ name }), () => void attempt(kith.restore('contact', [id])));
	return done ?? false;
}

export async function removeInteraction({ kith }: Live, interaction: Interaction): Promise<void> {
	const ids = [interaction.id];
	const done = await attempt(kith.remove('interaction', ids).then(() => true));
	if (done) void toastUndo(m.person_interaction_removed(), () => void attempt(kith.restore('interaction', ids)));
}
