import { laterDay } from '$lib/domain/later';
import { localOf } from '$lib/domain/moment';
import type { Reminder } from '$lib/domain/reminder';
import type { Kith } from '$lib/kith';
import type { Answer } from '$lib/storage/reminder-table';

/** What the document has since been told otherwise, or no longer has, is left as it is. */
const isMoot = (reminder: Reminder | undefined, occurrence: string) =>
	!reminder || (reminder.doneFor !== '' && reminder.doneFor >= occurrence);

/**
 * Brings what was answered in notifications to the document; answering twice changes nothing. Rejects when the
 * document could not be changed: the answers are then to be kept.
 */
export async function applyAnswers(
	kith: Pick<Kith, 'completeReminder' | 'snoozeReminder'>,
	reminders: readonly Reminder[],
	answers: readonly Answer[],
	zone: string
): Promise<void> {
	for (const { answer, alarm, at } of answers) {
		if (alarm.kind !== 'reminder') continue;
		const reminder = reminders.find(({ id }) => id === alarm.reminderId);
		if (isMoot(reminder, alarm.occurrence)) continue;
		const { day } = localOf(at, zone);
		if (answer === 'done') await kith.completeReminder(alarm.reminderId, alarm.occurrence, day);
		else await kith.snoozeReminder(alarm.reminderId, laterDay(day));
	}
}
