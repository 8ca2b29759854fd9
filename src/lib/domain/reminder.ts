import type { ContactId } from './contact';
import type { Day, Instant } from './date';

export type ReminderId = string;

export interface Repeat {
	readonly every: number;
	readonly unit: 'day' | 'week' | 'month' | 'year';
	/** Whether the next one counts from the planned day or from the day it was done. */
	readonly from: 'schedule' | 'completion';
}

export interface ReminderDraft {
	readonly title: string;
	/** Empty when it is about nobody in particular. */
	readonly contactId: ContactId | '';
	/** First (or only) day. */
	readonly due: Day;
	/** Local time `HH:MM`; empty for "some time that day". */
	readonly time: string;
	/** Notice this many days ahead. */
	readonly leadDays: number;
	readonly repeat: Repeat | null;
}

export interface Reminder extends ReminderDraft {
	readonly id: ReminderId;
	readonly createdAt: Instant;
	readonly deletedAt: Instant;
	/** The last occurrence that was done, and the day it was done; empty before the first. */
	readonly doneFor: Day;
	readonly doneOn: Day;
	/** Moved to this day for now; empty otherwise. */
	readonly snoozedUntil: Day;
}
