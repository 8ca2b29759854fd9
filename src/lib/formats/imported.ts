import type { ContactDraft } from '../domain/contact';

/** Something that was not, or not wholly, understood. The interface words the code. */
export interface Problem {
	/** In the file, from 1; 0 when it concerns the whole file. */
	readonly line: number;
	readonly code: ProblemCode;
	readonly params?: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
	/** `maxMegabytes`; nothing was read. */
	| 'file-too-large'
	/** The device did not give its bytes; what came before is taken. */
	| 'file-not-read'
	/** `max`; those after were left out. */
	| 'too-many-contacts'
	/** Not one contact in the file. */
	| 'no-contacts'
	/** `name`; the card breaks off; what was there is taken. */
	| 'card-not-closed'
	/** `text`; lines outside of any card. */
	| 'text-outside'
	/** `text`; a line within a card that says nothing. */
	| 'line-not-read'
	/** A card of nobody: without a name, a way to reach them or a note. Left out. */
	| 'nobody'
	/** Cards within cards within cards. */
	| 'nested-too-deep'
	/** `text`; the contact came without it. */
	| 'date-not-read'
	/** `text`, a property's name; it has no field in Kith and is too large to be kept beside. */
	| 'property-too-large'
	/** `charset`; read as if it had not been named. */
	| 'unknown-charset'
	/** `name`, `maxMegabytes`; the contact came without it. */
	| 'photo-too-large'
	/** `name`; likewise. */
	| 'photo-not-read';

export interface ImportedPhoto {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** `image/jpeg` …; empty when the file does not say. */
	readonly mediaType: string;
}

/** One property as the file has it. */
export interface RawProperty {
	readonly group: string;
	/** Upper case. */
	readonly name: string;
	/** Names in upper case; a bare `HOME` is `['TYPE', 'HOME']`. */
	readonly params: readonly (readonly [name: string, value: string])[];
	readonly value: string;
	readonly line: number;
}

export interface ImportedContact {
	readonly draft: ContactDraft;
	/** As the file shows them; empty for a card without any name. */
	readonly name: string;
	readonly photo: ImportedPhoto | null;
	/** Where the file says that a photo lies; never fetched. */
	readonly photoUrl: string;
	/** A group of people that the file holds as if it were one. */
	readonly group: boolean;
	/** Where in the file it begins, from 1. */
	readonly line: number;
}

export interface Parsed {
	readonly contacts: readonly ImportedContact[];
	readonly problems: readonly Problem[];
}
