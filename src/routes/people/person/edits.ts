/** What one does with one person, each able to fail aloud and, where it takes something away, to be taken back. */
import type { ContactId, ContactLists, ContactTexts } from '$lib/domain/contact';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt } from '$lib/ui/trouble/attempt';
import type { ListEntry, ListKey } from './list-fields';

export type Texts = Partial<ContactTexts>;

/** False when it was not kept. */
export const setTexts = async ({ kith }: Live, id: ContactId, texts: Texts): Promise<boolean> =>
	(await attempt(kith.editContact(id, { texts }).then(() => true))) ?? false;

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

/** Sets an entry; false when that failed. One that is preferred takes that from the others. */
export async function setEntry(
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
	return (
		(await attempt(kith.editContact(id, { lists: { [list]: Object.fromEntries(changed) } }).then(() => true))) ?? false
	);
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
	const done = await attempt(set(null).then(() => true));
	if (done) void toastUndo(m.common_removed({ what }), () => void attempt(set(entry)));
	return done ?? false;
}

export async function removePerson({ kith }: Live, id: ContactId, name: string): Promise<boolean> {
	const done = await attempt(kith.remove('contact', [id]).then(() => true));
	if (done) void toastUndo(m.person_removed({ name }), () => void attempt(kith.restore('contact', [id])));
	return done ?? false;
}
