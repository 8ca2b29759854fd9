/** Many contacts at once, from an import or the sample people, and back out again. */
import type { ContactId } from '$lib/domain/contact';
import { KithError, type Draft, type Going, type Kith, type TakenBack } from '$lib/kith';
import type { Opened } from './opened';

/** In one transaction: few enough that a log or an edit never waits long behind one. */
const contactsAtOnce = 250;
const interactionsAtOnce = 1000;

export async function bringIn(
	opened: Opened,
	{ contacts, interactions = [], reminders = [] }: Draft,
	origin: string,
	onProgress: (done: number) => Going
): Promise<readonly ContactId[]> {
	const { doc, projection } = opened;
	const { log, newId, now, pause } = opened.adapters;
	if (projection.live.size) await log.takeSnapshot('import', projection.live.size);
	const ids = contacts.map(newId);
	const idAt = (index: string) => ids[Number(index)] ?? '';

	for (let start = 0; start < contacts.length; start += contactsAtOnce) {
		const drafts = contacts.slice(start, start + contactsAtOnce);
		await opened.commit(() =>
			drafts.forEach((draft, at) => doc.contacts.add(ids[start + at] ?? newId(), { ...draft, origin }, now()))
		);
		if ((await onProgress(start + drafts.length)) === false) return ids.slice(0, start + drafts.length);
		await pause();
	}
	for (let start = 0; start < interactions.length; start += interactionsAtOnce) {
		await opened.commit(() => {
			for (const draft of interactions.slice(start, start + interactionsAtOnce)) {
				const contactIds = draft.contactIds.map(idAt).filter(Boolean);
				doc.interactions.add(newId(), { ...draft, contactIds }, now(), origin);
			}
		});
		await pause();
	}
	if (reminders.length) {
		await opened.commit(() => {
			for (const draft of reminders) {
				const contactId = draft.contactId === '' ? '' : idAt(draft.contactId);
				doc.reminders.add(newId(), { ...draft, contactId }, now(), origin);
			}
		});
	}
	return ids;
}

export async function takeBack(opened: Opened, origin: string): Promise<TakenBack> {
	if (!origin) throw new KithError('invalid', 'Nothing is taken back without an origin');
	const { doc, projection, adapters } = opened;
	const deletedAt = adapters.now();
	const told = [...doc.interactions.all.values()].filter((interaction) => !interaction.deletedAt);
	const taken: TakenBack = {
		contact: [...projection.live].filter((id) => doc.contacts.originOf(id) === origin),
		interaction: told.map(({ id }) => id).filter((id) => doc.interactions.originOf(id) === origin),
		reminder: projection
			.reminders()
			.map(({ id }) => id)
			.filter((id) => doc.reminders.originOf(id) === origin)
	};
	await opened.commit(() => {
		for (const id of taken.contact) doc.contacts.setDeleted(id, deletedAt);
		for (const id of taken.interaction) doc.interactions.setDeleted(id, deletedAt);
		for (const id of taken.reminder) doc.reminders.setDeleted(id, deletedAt);
	});
	return taken;
}

export const bringingOf = (opened: Opened): Pick<Kith, 'bringIn' | 'takeBack'> => ({
	bringIn: (draft, origin, onProgress) => bringIn(opened, draft, origin, onProgress),
	takeBack: (origin) => takeBack(opened, origin)
});
