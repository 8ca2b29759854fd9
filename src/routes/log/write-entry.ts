import type { InteractionDraft } from '$lib/domain/interaction';
import { formatList } from '$lib/i18n/lists';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import type { LoggedEntry } from '$lib/state/sentence-entry.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';

/** Writes what happened, with whoever is new, and offers to take all of it back. False when it was refused, which is said. */
export async function writeEntry(live: Live, { draft, newPeople }: LoggedEntry): Promise<boolean> {
	const { kith } = live;
	const added: string[] = [];
	for (const person of newPeople) {
		const id = await attempt(kith.addContact(person));
		if (id === undefined) return false;
		added.push(id);
	}
	const contactIds = [...draft.contactIds, ...added];
	let id = '';
	const made = await wasMade(kith.log({ ...draft, contactIds }).then((logged) => (id = logged)));
	if (!id) return made;
	const names = contactIds.flatMap((contactId) => live.rows.get(contactId)?.shortName ?? []);
	void toastUndo(m.today_sentence_logged({ names: formatList(names) }), () => {
		void attempt(kith.remove('interaction', [id]));
		if (added.length > 0) void attempt(kith.remove('contact', added));
	});
	return true;
}

/** What the owner did with one person just now, in one tap. */
export const quickDraft = (contactId: string, kind: string, when: string): InteractionDraft => ({
	contactIds: [contactId],
	kind,
	when,
	note: '',
	place: '',
	initiator: 'me',
	direction: 'out',
	duration: 0
});
