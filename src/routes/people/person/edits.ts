/** What one does with one person, each able to fail aloud and, where it takes something away, to be taken back. */
import type { ContactId, ContactLists, ContactTexts } from '$lib/domain/contact';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import type { PhotoUrls } from '$lib/state/photo-urls.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';
import type { ListEntry, ListKey } from './list-fields';

export type Texts = Partial<ContactTexts>;

/** False when it was refused. */
export const setTexts = ({ kith }: Live, id: ContactId, texts: Texts): Promise<boolean> =>
	wasMade(kith.editContact(id, { texts }));

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
	if (await setTexts(live, id, texts)) void toastUndo(said, () => void setTexts(live, id, before));
}

/** Sets an entry; false when it was refused. One that is preferred takes that from the others. */
export function setEntry(
	{ kith }: Live,
	id: ContactId,
	list: ListKey,
	entryId: string,
	entry: Omit<ListEntry, 'id'>,
	entries: readonly ListEntry[]
): Promise<boolean> {
	const isPreferred = (one: object) => (one as { preferred?: boolean }).preferred === true;
	const changed = new Map<string, Omit<ListEntry, 'id'>>([[entryId, entry]]);
	for (const { id: otherId, ...other } of isPreferred(entry) ? entries : []) {
		const demoted = { ...other, preferred: false };
		if (otherId !== entryId && isPreferred(other)) changed.set(otherId, demoted);
	}
	return wasMade(kith.editContact(id, { lists: { [list]: Object.fromEntries(changed) } }));
}

/** Removes an entry of any list, says so, and offers to put it back. */
export async function removeEntry<L extends keyof ContactLists>(
	{ kith }: Live,
	id: ContactId,
	list: L,
	{ id: entryId, ...entry }: ContactLists[L][number],
	what: string
): Promise<boolean> {
	const set = (value: object | null) => kith.editContact(id, { lists: { [list]: { [entryId]: value } } });
	const made = await wasMade(set(null));
	if (made) void toastUndo(m.common_removed({ what }), () => void attempt(set(entry)));
	return made;
}

export async function removePerson({ kith }: Live, id: ContactId, name: string): Promise<boolean> {
	const made = await wasMade(kith.remove('contact', [id]));
	if (made) void toastUndo(m.person_removed({ name }), () => void attempt(kith.restore('contact', [id])));
	return made;
}
