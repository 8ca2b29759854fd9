import type { Instant } from '$lib/domain/date';
import type { KithDocument } from './doc';

/** How long what was deleted can be restored. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

/**
 * Takes away for good what was deleted more than 90 days ago and before `confirmedUpTo`, up to when every device that
 * may still restore it is known to have heard of all deletions. Writes nothing when there is none. True when there was.
 */
export function purgeTrash(doc: KithDocument, now: Instant, confirmedUpTo: Instant): boolean {
	const { contacts, interactions, reminders } = doc;
	const before = Math.min(now - keptMs, confirmedUpTo);
	const isDue = (deleted: { readonly deletedAt: Instant } | null) =>
		deleted !== null && deleted.deletedAt > 0 && deleted.deletedAt < before;
	const due = {
		contacts: [...contacts.ids()].filter((id) => !contacts.isLive(id) && isDue(contacts.read(id))),
		interactions: [...interactions.all.values()].filter(isDue).map(({ id }) => id),
		reminders: [...reminders.ids()].filter((id) => isDue(reminders.read(id)))
	};
	if (!due.contacts.length && !due.interactions.length && !due.reminders.length) return false;
	doc.change(() => {
		for (const id of due.contacts) contacts.purge(id);
		for (const id of due.interactions) interactions.purge(id);
		for (const id of due.reminders) reminders.purge(id);
	});
	return true;
}
