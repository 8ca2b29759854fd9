import type { InteractionDraft } from '$lib/domain/interaction';
import { formatList } from '$lib/i18n/lists';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import type { LoggedEntry } from '$lib/state/sentence-entry.svelte';
import { toastUndo } from '$lib/ui/toasts';
import { attempt } from '$lib/ui/trouble/attempt';

/** Writes what happened, with whoever is new, and offers to take all of it back. Rejects when it is not safe. */
export async function writeEntry(live: Live, { draft, newPeople }: LoggedEntry): Promise<void> {
	const { kith } = live;
	const added: string[] = [];
	for (const person of newPeople) added.push(await kith.addContact(person));
	const contactIds = [...draft.contactIds, ...added];
	const id = await kith.log({ ...draft, contactIds });
	const names = contactIds.flatMap((contactId) => live.rows.get(contactId)?.shortName ?? []);
	void toastUndo(m.today_sentence_logged({ names: formatList(names) }), () => {
		void attempt(kith.remove('interaction', [id]));
		if (added.length > 0) void attempt(kith.remove('contact', added));
	});
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
