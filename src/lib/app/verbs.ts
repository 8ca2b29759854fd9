import { isKnownKind, type InteractionId } from '$lib/domain/interaction';
import type { ReminderId } from '$lib/domain/reminder';
import { KithError, type Kith, type TrashItem } from '$lib/kith';
import type { Opened } from './opened';

type Verbs = Pick<
	Kith,
	| 'addContact'
	| 'editContact'
	| 'editNotes'
	| 'pickValue'
	| 'log'
	| 'editInteraction'
	| 'addReminder'
	| 'editReminder'
	| 'completeReminder'
	| 'reopenReminder'
	| 'snoozeReminder'
	| 'remove'
	| 'restore'
	| 'editSettings'
	| 'editKind'
>;

export function verbsOf(opened: Opened): Verbs {
	const { doc, adapters } = opened;
	const { contacts, interactions, reminders } = doc;
	const { now, newId } = adapters;

	const changeInteraction = async (id: InteractionId, run: () => void) => {
		if (!interactions.all.has(id)) throw new KithError('not-found', `No interaction ${id}`);
		await opened.commit(run);
	};
	/** A kind named for the first time becomes one of the owner's own, and counts as contact. */
	const nameKind = (kind: string) => {
		if (kind && !isKnownKind(kind) && !opened.projection.settings.ownKinds.includes(kind))
			doc.editKind(kind, { own: true, counts: true });
	};
	const changeReminder = async (id: ReminderId, values: Parameters<typeof reminders.edit>[1]) => {
		if (!reminders.has(id)) throw new KithError('not-found', `No reminder ${id}`);
		await opened.commit(() => reminders.edit(id, values));
	};
	const setDeleted = async (kind: TrashItem['kind'], ids: readonly string[], deletedAt: number) => {
		const kept = { contact: contacts, interaction: interactions, reminder: reminders }[kind];
		await opened.commit(() => {
			for (const id of ids) kept.setDeleted(id, deletedAt);
		});
	};

	return {
		addContact: (draft) =>
			opened.commit(() => {
				const id = newId();
				contacts.add(id, draft, now());
				return id;
			}),
		editContact: (id, patch) => opened.commitFields(id, () => contacts.edit(id, patch)),
		editNotes: (id, before, after) => opened.commitFields(id, () => contacts.editNotes(id, before, after)),
		pickValue: async (id, field, value) => {
			const pick = () => doc.pick(id, field, value);
			if (id) return opened.commitFields(id, pick);
			if (!(await opened.commit(pick))) throw new KithError('invalid', `No such field: ${field}`);
		},

		log: (draft) =>
			opened.commit(() => {
				const id = newId();
				interactions.add(id, draft, now());
				nameKind(draft.kind);
				return id;
			}),
		editInteraction: (id, draft) =>
			changeInteraction(id, () => {
				// One that was taken off the list since does not return with an edit of something else.
				if (interactions.all.get(id)?.kind !== draft.kind) nameKind(draft.kind);
				interactions.edit(id, draft);
			}),

		addReminder: (draft) =>
			opened.commit(() => {
				const id = newId();
				reminders.add(id, draft, now());
				return id;
			}),
		editReminder: (id, draft) => changeReminder(id, draft),
		completeReminder: (id, occurrence, on) => changeReminder(id, { done: [occurrence, on], snoozedUntil: '' }),
		reopenReminder: (id, { doneFor, doneOn, snoozedUntil }) =>
			changeReminder(id, { done: doneFor ? [doneFor, doneOn] : null, snoozedUntil }),
		snoozeReminder: (id, until) => changeReminder(id, { snoozedUntil: until }),

		remove: (kind, ids) => setDeleted(kind, ids, now()),
		restore: (kind, ids) => setDeleted(kind, ids, 0),

		editSettings: (patch) => opened.commit(() => doc.editSettings(patch)),
		editKind: (kind, patch) => opened.commit(() => doc.editKind(kind, patch))
	};
}
