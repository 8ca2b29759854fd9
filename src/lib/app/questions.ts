import { displayName } from '$lib/domain/names';
import type { Kith, TrashItem } from '$lib/kith';
import type { Opened } from './opened';

type Questions = Pick<
	Kith,
	'readHead' | 'readPage' | 'readTimeline' | 'readTrash' | 'readOthers' | 'readHistory' | 'readUids'
>;

export function questionsOf({ doc, projection, adapters }: Opened): Questions {
	return {
		readHead: async () => projection.head(),
		readPage: async (id) => projection.page(id),
		readTimeline: async (limit, before) => projection.timeline.page(limit, before),
		readTrash: async () => readTrash(doc),
		readOthers: async () => projection.others(),
		readHistory: (id) => adapters.history.read(id),
		readUids: async () => {
			const read = [...projection.live].flatMap((id) => doc.contacts.read(id) ?? []);
			return new Map(read.filter(({ uid }) => uid).map(({ uid, id }) => [uid, id]));
		}
	};
}

/** Latest deletion first. */
function readTrash({ contacts, interactions, reminders }: Opened['doc']): readonly TrashItem[] {
	const items: TrashItem[] = [];
	for (const id of contacts.ids()) {
		const contact = contacts.isLive(id) ? null : contacts.read(id);
		if (contact) items.push({ kind: 'contact', id, label: displayName(contact), deletedAt: contact.deletedAt });
	}
	for (const { id, deletedAt, note, place, contactIds, kind } of interactions.all.values()) {
		if (!deletedAt) continue;
		const someone = contacts.read(contactIds[0] ?? '');
		items.push({
			kind: 'interaction',
			id,
			label: note || place || (someone && displayName(someone)) || kind,
			deletedAt
		});
	}
	for (const id of reminders.ids()) {
		const reminder = reminders.read(id);
		if (reminder?.deletedAt) items.push({ kind: 'reminder', id, label: reminder.title, deletedAt: reminder.deletedAt });
	}
	return items.sort((a, b) => b.deletedAt - a.deletedAt);
}
