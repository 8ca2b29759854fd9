import type { ImportedContact, Problem } from '$lib/formats/imported';

/** As `ImportedContact`, its photo ready to be kept. */
export interface ReadyContact extends Omit<ImportedContact, 'photo'> {
	readonly photo: Blob | null;
}

/** Some of a file's contacts, a few at a time so that the page which takes them stays smooth. */
export interface ReadPart {
	readonly contacts: readonly ReadyContact[];
	readonly problems: readonly Problem[];
	/** Share of the file read so far, 0 to 1. */
	readonly progress: number;
}

/** Reads address books away from the page. */
export interface AddressBookReader {
	/** Settles after the last part was taken. Rejects only when the file itself cannot be read. */
	read(file: Blob, take: (part: ReadPart) => void | Promise<void>): Promise<void>;
}
