/**
 * Brings back from a past state what the present no longer shows: as new changes, so that all devices follow.
 * What came since stays.
 */
import { listNames, textFields } from './contact-fields';
import type { KithDocument } from './doc';
import { isSame } from './plain';
import type { Contact, ContactPatch } from '$lib/domain/contact';

/**
 * Rows that were live then and now lie in the trash, or were purged, return. With `withValues`, so does every value
 * that has changed or gone since; without, the present value of a row that still stands is kept.
 */
export function bringBack(then: KithDocument, now: KithDocument, withValues: boolean): void {
	for (const id of then.contacts.ids()) {
		const past = then.contacts.read(id);
		if (!past || past.deletedAt) continue;
		const present = now.contacts.read(id);
		if (!present) now.contacts.bearAgain(id, past);
		if (present?.deletedAt !== 0) now.contacts.setDeleted(id, 0);
		if (present && withValues) {
			now.contacts.edit(id, patchTowards(present, past));
			now.contacts.editNotes(id, present.notes, joinNotes(present.notes, past.notes));
		}
	}
	for (const past of then.interactions.all.values()) {
		if (past.deletedAt) continue;
		const present = now.interactions.all.get(past.id);
		if (!present) now.interactions.add(past.id, past, past.createdAt, then.interactions.originOf(past.id));
		if (present?.deletedAt !== 0) now.interactions.setDeleted(past.id, 0);
		if (present && withValues) now.interactions.edit(past.id, past);
	}
	for (const id of then.reminders.ids()) {
		const past = then.reminders.read(id);
		if (!past || past.deletedAt) continue;
		const present = now.reminders.read(id);
		if (!present) now.reminders.bearAgain(id, past);
		if (present?.deletedAt !== 0) now.reminders.setDeleted(id, 0);
		if (present && withValues) now.reminders.become(id, past);
	}
	if (withValues) now.editSettings(then.readSettings());
}

/** Without a prototype: a peer may have named an entry `__proto__`. */
const noEntries = () => Object.create(null) as Record<string, unknown>;

/** Sets what the past knew; leaves alone what was unknown then. */
function patchTowards(present: Contact, past: Contact): ContactPatch {
	const texts: Record<string, string> = {};
	for (const field of textFields) if (past[field] && past[field] !== present[field]) texts[field] = past[field];
	const lists: Record<string, Record<string, unknown>> = {};
	for (const list of listNames) {
		for (const { id, ...entry } of past[list]) {
			const { id: _, ...current } = present[list].find((other) => other.id === id) ?? { id };
			if (!isSame(entry, current)) (lists[list] ??= noEntries())[id] = entry;
		}
	}
	return { texts, lists };
}

/** The past notes, then every line written since that they lack. */
function joinNotes(present: string, past: string): string {
	if (present.includes(past)) return present;
	const known = new Set(past.split('\n'));
	const since = present.split('\n').filter((line) => !known.has(line));
	return [past, ...since].join('\n');
}
