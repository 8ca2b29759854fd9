import type { Day } from '$lib/domain/date';
import type { Reminder, ReminderDraft } from '$lib/domain/reminder';
import { occurrenceOf, type DueReminder } from '$lib/domain/reminders';
import { nearDay } from '$lib/i18n/near-days';
import { comesUpInWords } from '$lib/i18n/reminders';
import * as m from '$lib/paraglide/messages';
import type { Live } from '$lib/state/live.svelte';
import { toastDone, toastUndo } from '$lib/ui/toasts';
import { attempt, wasMade } from '$lib/ui/trouble/attempt';

const progressOf = ({ doneFor, doneOn, snoozedUntil }: Reminder) => ({ doneFor, doneOn, snoozedUntil });

export async function done({ kith, today }: Live, { reminder, on }: DueReminder): Promise<void> {
	const { id, title } = reminder;
	const before = progressOf(reminder);
	const made = await wasMade(kith.completeReminder(id, on, today));
	if (made) void toastUndo(m.today_reminder_done({ title }), () => void attempt(kith.reopenReminder(id, before)));
}

export async function later({ kith, today }: Live, { reminder }: DueReminder, until: Day): Promise<void> {
	const { id, title } = reminder;
	const before = progressOf(reminder);
	const said = m.today_reminder_later_toast({ title, ...nearDay(until, today) });
	const made = await wasMade(kith.snoozeReminder(id, until));
	if (made) void toastUndo(said, () => void attempt(kith.reopenReminder(id, before)));
}

export async function remove({ kith }: Live, { id, title }: Reminder): Promise<void> {
	const made = await wasMade(kith.remove('reminder', [id]));
	if (made) void toastUndo(m.today_reminder_deleted({ title }), () => void attempt(kith.restore('reminder', [id])));
}

/**
 * Writes a new reminder, or one that was edited, and says when it comes up: it may be out of sight until then. False
 * when it was refused.
 */
export async function saveReminder({ kith, today }: Live, draft: ReminderDraft, edited?: Reminder): Promise<boolean> {
	const written = edited ? kith.editReminder(edited.id, draft) : kith.addReminder(draft);
	const made = await wasMade(written);
	const open = occurrenceOf({ ...unsaved, ...edited, ...draft }, today);
	if (made && open) void toastDone(comesUpInWords(draft, open, today));
	return made;
}

const unsaved = { id: '', createdAt: 0, deletedAt: 0, doneFor: '', doneOn: '', snoozedUntil: '' };

export const newReminder = (today: Day): ReminderDraft => ({
	title: '',
	contactId: '',
	due: today,
	time: '',
	leadDays: 0,
	repeat: null
});
