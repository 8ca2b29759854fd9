/** Reminders: rows whose every field merges by itself. */
import * as Y from 'yjs';
import type { OtherValue } from '$lib/domain/contact';
import type { Instant } from '$lib/domain/date';
import type { Reminder, ReminderDraft, ReminderId, Repeat } from '$lib/domain/reminder';
import { losersOf } from './losers';
import { countOf, isRecord, oneOf, ownOf, textOf, textsOf } from './plain';
import { writeRegister, type Author } from './register';
import { deletedAtOf, isPurged, purgeRow, RowReading, rowIn, writeFields, type Born, type Row } from './row';

/** `done` is one register, so that the occurrence and the day it was done never come from two devices. */
interface StoredReminder extends ReminderDraft {
	readonly done: readonly [occurrence: string, on: string] | null;
	readonly snoozedUntil: string;
}

const units = ['day', 'week', 'month', 'year'] as const;

function repeatOf(stored: unknown): Repeat | null {
	if (!isRecord(stored)) return null;
	return {
		every: Math.max(1, countOf(ownOf(stored, 'every'), 1)),
		unit: oneOf(ownOf(stored, 'unit'), units, 'day'),
		from: oneOf(ownOf(stored, 'from'), ['schedule', 'completion'] as const, 'schedule')
	};
}

function doneOf(stored: unknown): StoredReminder['done'] {
	const [occurrence, on] = textsOf(stored);
	return occurrence ? [occurrence, on ?? ''] : null;
}

const fields = ['title', 'contactId', 'due', 'time', 'leadDays', 'repeat', 'done', 'snoozedUntil'] as const;
const isField = (name: string): name is (typeof fields)[number] => fields.some((field) => field === name);

function shown(field: string, stored: unknown): unknown {
	if (field === 'repeat') return repeatOf(stored);
	if (field === 'done') return doneOf(stored);
	return field === 'leadDays' ? countOf(stored) : textOf(stored);
}

/** All that a reminder is born with, without what is empty. */
function bornReminder(draft: ReminderDraft, createdAt: Instant, origin: string): Born {
	const born: Record<string, unknown> = { createdAt };
	for (const field of ['title', 'contactId', 'due', 'time', 'leadDays', 'repeat'] as const) {
		const value = shown(field, draft[field]);
		if (value) born[field] = value;
	}
	if (origin) born['origin'] = origin;
	return born;
}

function readReminder(id: ReminderId, row: Row): Reminder {
	const reading = new RowReading(row);
	const done = doneOf(reading.value('done'));
	return {
		id,
		title: textOf(reading.value('title')),
		contactId: textOf(reading.value('contactId')),
		due: textOf(reading.value('due')),
		time: textOf(reading.value('time')),
		leadDays: countOf(reading.value('leadDays')),
		repeat: repeatOf(reading.value('repeat')),
		createdAt: reading.createdAt,
		deletedAt: reading.deletedAt,
		doneFor: done?.[0] ?? '',
		doneOn: done?.[1] ?? '',
		snoozedUntil: textOf(reading.value('snoozedUntil'))
	};
}

const storedOf = ({ doneFor, doneOn, ...rest }: Reminder): StoredReminder => ({
	...rest,
	done: doneFor ? [doneFor, doneOn] : null
});

/** `reminders/<id>/<field>`. */
export const reminderField = (id: ReminderId, field: string) => `reminders/${id}/${field}`;

/** All reminders. What is asked of one that is not there answers null or does nothing. */
export class Reminders {
	constructor(
		private readonly root: Y.Map<unknown>,
		private readonly author: Author
	) {}

	/** All that ever were, in the trash or purged too. */
	ids(): Iterable<ReminderId> {
		return this.root.keys();
	}

	has(id: ReminderId): boolean {
		return this.#row(id) !== null;
	}

	/** Null when there is none or it was purged. */
	read(id: ReminderId): Reminder | null {
		const row = this.#row(id);
		return row && !isPurged(row) ? readReminder(id, row) : null;
	}

	originOf(id: ReminderId): string {
		const row = this.#row(id);
		return row ? textOf(ownOf(new RowReading(row).born, 'origin')) : '';
	}

	others(id: ReminderId): readonly OtherValue[] {
		const row = this.#row(id);
		if (!row) return [];
		const { registers } = new RowReading(row);
		return fields.flatMap((field) =>
			losersOf(reminderField(id, field), registers.get(field) ?? [], (stored) => shown(field, stored))
		);
	}

	/** @param id fresh */
	add(id: ReminderId, draft: ReminderDraft, createdAt: Instant, origin = ''): void {
		const row: Row = new Y.Map();
		row.set('born', bornReminder(draft, createdAt, origin));
		this.root.set(id, row);
	}

	/** Fills a row that was purged. Two devices that do so at once write the same. */
	bearAgain(id: ReminderId, reminder: Reminder): void {
		const { createdAt } = reminder;
		const row = this.#row(id);
		if (row) row.set('born', bornReminder(reminder, createdAt, ''));
		else this.add(id, reminder, createdAt);
		this.edit(id, storedOf(reminder));
	}

	/** Brings a reminder to what it was. */
	become(id: ReminderId, reminder: Reminder): void {
		this.edit(id, storedOf(reminder));
	}

	/** Makes one of a disputed field's values the only one; false when there is no such field. */
	pick(id: ReminderId, field: string, value: unknown): boolean {
		if (!this.has(id) || !isField(field)) return false;
		this.edit(id, { [field]: value });
		return true;
	}

	/** Writes what is named here and is a reminder's field. */
	edit(id: ReminderId, values: Partial<StoredReminder>): void {
		const row = this.#row(id);
		const known = Object.entries(values).filter(([field]) => isField(field));
		if (row) writeFields(row, Object.fromEntries(known), this.author, shown);
	}

	/** To the trash, or with 0 back from it. */
	setDeleted(id: ReminderId, deletedAt: Instant): void {
		const row = this.#row(id);
		if (row && deletedAtOf(row) !== deletedAt) writeRegister(row, 'deletedAt', deletedAt, this.author);
	}

	purge(id: ReminderId): void {
		const row = this.#row(id);
		if (row) purgeRow(row);
	}

	#row(id: ReminderId): Row | null {
		return rowIn(this.root, id);
	}
}
