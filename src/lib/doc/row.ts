/**
 * Rows of the roots `contacts` and `reminders`: a nested map made once, whole. `born` holds every value it was born
 * with in one plain object; what is edited later lies beside it in registers. Every edit knows the birth, so any
 * slot of a register supersedes the value born under the same name.
 */
import * as Y from 'yjs';
import type { Instant } from '$lib/domain/date';
import { isRecord, isSame, momentOf, ownOf } from './plain';
import { readSlots, writeRegister, type Author, type Registers, type Slot } from './register';

export type Row = Y.Map<unknown>;

export interface FieldChange {
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
}

export type Born = Readonly<Record<string, unknown>>;
const unborn: Born = {};

/** One row as read at one moment; `value` is the winner's, the value born, or undefined. */
export class RowReading {
	readonly registers: Registers;
	readonly born: Born;

	constructor(readonly row: Row) {
		this.registers = readSlots(row);
		const born = row.get('born');
		this.born = isRecord(born) ? born : unborn;
	}

	value(name: string): unknown {
		const slot = this.registers.get(name)?.[0];
		return slot ? slot.value : ownOf(this.born, name);
	}

	slots(name: string): readonly Slot[] {
		return this.registers.get(name) ?? [];
	}

	get createdAt(): Instant {
		return momentOf(ownOf(this.born, 'createdAt'));
	}

	get deletedAt(): Instant {
		return momentOf(this.value('deletedAt'));
	}
}

export function rowIn(root: Y.Map<unknown>, id: string): Row | null {
	const row = root.get(id);
	return row instanceof Y.Map ? (row as Row) : null;
}

/** A purged row keeps its mark of deletion, and its identity: an edit that comes late has somewhere to go. */
export const isPurged = (row: Row): boolean => !row.has('born') && new RowReading(row).deletedAt > 0;

/** Without reading the rest of the row. */
export function deletedAtOf(row: Row): Instant {
	let keys: string[] | null = null;
	row.forEach((_, key) => {
		if (key.startsWith('deletedAt~')) (keys ??= []).push(key);
	});
	return keys ? momentOf(readSlots(row, keys).get('deletedAt')?.[0]?.value) : 0;
}

/**
 * Writes what differs from what is read, and what is disputed, so that writing a value picks it.
 * @param read brings a stored value into the form it is shown in
 */
export function writeFields(
	row: Row,
	values: Readonly<Record<string, unknown>>,
	author: Author,
	read: (name: string, stored: unknown) => unknown
): readonly FieldChange[] {
	const reading = new RowReading(row);
	const changes: FieldChange[] = [];
	for (const [field, value] of Object.entries(values)) {
		const before = read(field, reading.value(field));
		const after = read(field, value);
		const differs = !isSame(before, after);
		if (!differs && reading.slots(field).length < 2) continue;
		writeRegister(row, field, value, author);
		if (differs) changes.push({ field, before, after });
	}
	return changes;
}

/** Takes everything out of a row but its mark of deletion and its (emptied) notes. */
export function purgeRow(row: Row): void {
	for (const key of [...row.keys()]) {
		const value = row.get(key);
		if (value instanceof Y.Text) value.delete(0, value.length);
		else if (!key.startsWith('deletedAt~')) row.delete(key);
	}
}
