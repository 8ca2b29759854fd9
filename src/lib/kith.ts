/**
 * The app's verbs and questions, as the page sees them. The document and its storage live in a worker
 * (`workers/document.ts`), so everything here is plain data that can be cloned, and every answer is a promise.
 *
 * A verb's promise settles only when the change is durable on this device; it rejects with a `KithError` when
 * it is not. What changed reaches every listener as a `Change`, whoever made it: this page, another tab or,
 * later, another device.
 */
import type { Contact, ContactDraft, ContactId, ContactPatch, OtherValue } from './domain/contact';
import type { Instant, When } from './domain/date';
import type { Interaction, InteractionDraft, InteractionId } from './domain/interaction';
import type { Reminder, ReminderDraft, ReminderId } from './domain/reminder';
import type { Row } from './domain/row';
import type { KindPatch, Settings } from './domain/settings';

/** What of the projections changed; a listener patches what it holds. */
export interface Change {
	readonly rows: readonly Row[];
	/** Contacts that left the lists (deleted, purged). */
	readonly removed: readonly ContactId[];
	/** Contacts whose page (fields, notes, interactions) should be read anew if shown. */
	readonly pages: readonly ContactId[];
	/** True when any interaction changed: the timeline should be read anew. */
	readonly timeline: boolean;
	/** The whole list when any reminder changed. */
	readonly reminders: readonly Reminder[] | null;
	readonly settings: Settings | null;
}

/** What the document's storage is doing; `trouble` carries a code that the interface words. */
export type SaveStatus =
	| { readonly state: 'opening' }
	| { readonly state: 'saved' }
	| { readonly state: 'saving' }
	| { readonly state: 'unsaved'; readonly reason: TroubleCode }
	| { readonly state: 'failed'; readonly reason: TroubleCode }
	| { readonly state: 'read-only'; readonly reason: 'newer-document' };

/** `quota`, `io`, `closed`: a write failed. `open-failed`, `blocked`, `slow`: opening did. */
export type TroubleCode = 'quota' | 'io' | 'closed' | 'open-failed' | 'blocked' | 'slow' | 'newer-document';

export interface Trouble {
	/** Stored records that could not be read and were set aside (never dropped). */
	readonly quarantined: number;
	/** The browser had lost what was stored, and it was made anew from its second copy. */
	readonly broughtBack: boolean;
}

export interface Head {
	readonly rows: readonly Row[];
	readonly reminders: readonly Reminder[];
	readonly settings: Settings;
}

export interface Page {
	readonly contact: Contact;
	readonly others: readonly OtherValue[];
	/** Newest first, trash excluded. From the fast store: the newest 40; `complete` tells. */
	readonly interactions: readonly Interaction[];
	readonly complete: boolean;
	readonly mentionedIn: MentionedIn;
}

/** Where someone is mentioned, trash excluded. */
export interface MentionedIn {
	/** Whose notes mention them. */
	readonly notes: readonly ContactId[];
	/** What happened without them, newest first, at most 40. */
	readonly interactions: readonly Interaction[];
}

export interface TimelinePage {
	/** Newest first, trash excluded. */
	readonly interactions: readonly Interaction[];
	/** To pass as `before` for the next page; null at the end. */
	readonly next: TimelineCursor | null;
}
export interface TimelineCursor {
	readonly when: When;
	readonly id: InteractionId;
}

export interface TrashItem {
	readonly kind: 'contact' | 'interaction' | 'reminder';
	readonly id: string;
	readonly label: string;
	readonly deletedAt: Instant;
}

/** Ids, by what they are of. */
export type TakenBack = Readonly<Record<TrashItem['kind'], readonly string[]>>;

export interface SnapshotInfo {
	readonly id: string;
	readonly takenAt: Instant;
	/** `aside`: of another document, the one that was here before this device joined the others. */
	readonly reason: 'daily' | 'import' | 'manual' | 'restore' | 'pairing' | 'aside';
	readonly contacts: number;
	/** Bytes as stored. */
	readonly size: number;
}

export interface Draft {
	readonly contacts: readonly ContactDraft[];
	/** `contactIds` are decimal indices into `contacts`. */
	readonly interactions?: readonly InteractionDraft[];
	/** `contactId` likewise, or empty. */
	readonly reminders?: readonly ReminderDraft[];
}

/** One past change of a contact, for its history. `before`/`after` are field values as shown. */
export interface HistoryEntry {
	readonly at: Instant;
	readonly contactId: ContactId;
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
}

export class KithError extends Error {
	constructor(
		readonly code: TroubleCode | 'not-found' | 'read-only' | 'invalid',
		message: string
	) {
		super(message);
		this.name = 'KithError';
	}
}

/** False for "no further"; across threads it is a promise. */
export type Going = boolean | void | Promise<boolean | void>;

export interface Kith {
	/** Settles once the document is open; rejects with the code when it could not be. */
	ready(): Promise<Trouble>;
	/** Calls back at once with the present status, then at each change; returns the stop. */
	watchStatus(listener: (status: SaveStatus) => void): Promise<() => void>;
	/**
	 * Settles once the document is open, however long that takes; rejects when it could not be opened.
	 * @param seenMark of the head that the listener already shows: when it is not the present one, everything comes first.
	 */
	watch(listener: (change: Change) => void, seenMark?: number): Promise<() => void>;

	readHead(): Promise<Head>;
	readPage(id: ContactId): Promise<Page | null>;
	readTimeline(limit: number, before: TimelineCursor | null): Promise<TimelinePage>;
	readTrash(): Promise<readonly TrashItem[]>;
	/** Concurrent values that no contact's page shows: of settings, and of reminders about nobody. */
	readOthers(): Promise<readonly OtherValue[]>;
	readHistory(id: ContactId): Promise<readonly HistoryEntry[]>;
	/** Contacts, trash excluded, by the UID of the card they were imported from. */
	readUids(): Promise<ReadonlyMap<string, ContactId>>;

	addContact(draft: ContactDraft): Promise<ContactId>;
	editContact(id: ContactId, patch: ContactPatch): Promise<void>;
	/** Merges what was typed (`after`) into the notes, given what they were when typing began (`before`). */
	editNotes(id: ContactId, before: string, after: string): Promise<void>;
	/**
	 * Keeps one of the concurrent values of a field.
	 * @param id the contact that the field is of; empty for what no page of a contact shows
	 */
	pickValue(id: ContactId | '', field: string, value: unknown): Promise<void>;

	log(draft: InteractionDraft): Promise<InteractionId>;
	editInteraction(id: InteractionId, draft: InteractionDraft): Promise<void>;

	addReminder(draft: ReminderDraft): Promise<ReminderId>;
	editReminder(id: ReminderId, draft: ReminderDraft): Promise<void>;
	completeReminder(id: ReminderId, occurrence: string, on: string): Promise<void>;
	/** Takes a completion back. */
	reopenReminder(id: ReminderId, before: Pick<Reminder, 'doneFor' | 'doneOn' | 'snoozedUntil'>): Promise<void>;
	snoozeReminder(id: ReminderId, until: string): Promise<void>;

	/** To the trash and back. */
	remove(kind: TrashItem['kind'], ids: readonly string[]): Promise<void>;
	restore(kind: TrashItem['kind'], ids: readonly string[]): Promise<void>;

	editSettings(patch: Partial<Settings>): Promise<void>;
	editKind(kind: string, patch: KindPatch): Promise<void>;

	/**
	 * Adds many at once under one origin; a snapshot is taken before.
	 *
	 * @param onProgress hears how many contacts are written; when its answer is false, nothing more is
	 */
	bringIn(draft: Draft, origin: string, onProgress: (done: number) => Going): Promise<readonly ContactId[]>;
	/** Puts all that came with an origin into the trash; gives what went there. */
	takeBack(origin: string): Promise<TakenBack>;

	readSnapshots(): Promise<readonly SnapshotInfo[]>;
	takeSnapshot(): Promise<void>;
	/** Merges a snapshot's content into the living document as changes. */
	restoreSnapshot(id: string): Promise<void>;
	/** Everything in memory, as bytes for a file of the owner's. */
	exportDocument(): Promise<Uint8Array>;
	/** Merges a file made by `exportDocument`; rejects with `invalid` when it is not one. */
	mergeDocument(bytes: Uint8Array): Promise<void>;
}
