import type { Day, Instant, PartialDate } from './date';

export type ContactId = string;
/** Content address of a photo: the SHA-256 of its bytes, hex. The bytes live outside the document. */
export type PhotoId = string;

/** One of many e-mails, phones …: `label` is a known key (`home`, `work`, `mobile` …) or the owner's own word. */
export interface Labelled {
	readonly label: string;
	readonly value: string;
	readonly preferred?: boolean;
}

export interface Address {
	readonly label: string;
	readonly street: string;
	readonly city: string;
	readonly region: string;
	readonly postcode: string;
	readonly country: string;
	readonly preferred?: boolean;
}

/** A social profile or a messenger: `service` is a known key (`instagram`, `whatsapp`, `signal`, `telegram` …) or free text. */
export interface Account {
	readonly label: string;
	readonly service: string;
	readonly value: string;
	readonly preferred?: boolean;
}

/** `label` is a known key (`anniversary`, `nameday`, `met`) or the owner's own word. */
export interface ImportantDate {
	readonly label: string;
	readonly date: PartialDate;
}

/** Something to say or ask next time. */
export interface NextTime {
	readonly text: string;
	readonly done: boolean;
}

/** The fields of a contact that are one short text each; empty text when unknown. */
export interface ContactTexts {
	readonly prefix: string;
	readonly given: string;
	readonly middle: string;
	readonly family: string;
	readonly suffix: string;
	readonly secondFamily: string;
	readonly maiden: string;
	readonly nickname: string;
	readonly phoneticGiven: string;
	readonly phoneticMiddle: string;
	readonly phoneticFamily: string;
	readonly pronouns: string;
	readonly organization: string;
	readonly department: string;
	readonly title: string;
	readonly birthday: PartialDate;
	readonly food: string;
	readonly allergies: string;
	readonly metHow: string;
	readonly metOn: PartialDate;
	readonly metWhere: string;
	/** A contact's id, or a name in words when that person is not in Kith. */
	readonly metThrough: string;
	readonly language: string;
	readonly photo: PhotoId;
	/** A circle's id; empty when the contact is in none. */
	readonly circle: string;
	/** Own cadence over the circle's: days, `30`, or with the most of them, `30/45`; `never`; empty for the circle's. */
	readonly cadence: string;
	/** Not suggested before this day. */
	readonly snoozedUntil: Day;
	/** `yes` while keeping in touch is paused with no end. */
	readonly paused: string;
	readonly favourite: string;
	readonly archived: string;
	/** Empty while living; a `PartialDate`, or `yes` when the date is unknown. */
	readonly deceased: string;
	/** `yes` while the notes stand at the top of the page. */
	readonly notesPinned: string;
	/** The import or sample this contact came with, so that it can be undone as one. */
	readonly origin: string;
	/** UID of the card it was imported from, for a safe re-import. */
	readonly uid: string;
	/** What that card says and no field here holds, as lines of vCard, to be written back. */
	readonly cardLines: string;
}

/** The fields of a contact that hold many entries, by entry id. Order is by `order`, then id. */
export interface ContactLists {
	readonly emails: readonly Entry<Labelled>[];
	readonly phones: readonly Entry<Labelled>[];
	readonly addresses: readonly Entry<Address>[];
	readonly websites: readonly Entry<Labelled>[];
	readonly profiles: readonly Entry<Account>[];
	readonly messengers: readonly Entry<Account>[];
	readonly dates: readonly Entry<ImportantDate>[];
	readonly tags: readonly Entry<Tag>[];
	readonly nextTime: readonly Entry<NextTime>[];
}

export interface Tag {
	readonly name: string;
}

export type Entry<T> = T & { readonly id: string };

export interface Contact extends ContactTexts, ContactLists {
	readonly id: ContactId;
	readonly createdAt: Instant;
	/** 0 when not deleted. */
	readonly deletedAt: Instant;
	/** Long notes, a subset of Markdown. */
	readonly notes: string;
}

/** A value that lost to a later concurrent edit and is kept until the owner picks ("also: …"). */
export interface OtherValue {
	/**
	 * `given`, `emails/<entry id>`, `interactions/<id>`, `reminders/<id>/<part>`, `settings/<part>`. What is to be
	 * picked is named by it alone, but for a contact's own fields.
	 */
	readonly field: string;
	/** The value that won, in the same form. */
	readonly now: unknown;
	readonly value: unknown;
	readonly editedAt: Instant;
}

/** What a new contact is made of: any texts, and lists without ids. */
export type ContactDraft = Partial<ContactTexts> & {
	readonly [L in keyof ContactLists]?: readonly Omit<ContactLists[L][number], 'id'>[];
} & { readonly notes?: string };

/**
 * A change to a contact: texts to set, and per list the entries to set (a new id adds one) or, with null, to remove.
 * Only what is named changes.
 */
export interface ContactPatch {
	readonly texts?: Partial<ContactTexts>;
	readonly lists?: {
		readonly [L in keyof ContactLists]?: Readonly<Record<string, Omit<ContactLists[L][number], 'id'> | null>>;
	};
}
