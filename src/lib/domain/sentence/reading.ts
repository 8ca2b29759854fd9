import type { ContactId } from '../contact';
import type { When } from '../date';

/** A piece of the typed text: `from` inclusive, `to` exclusive, in UTF-16 units. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

export interface FoundPerson extends Span {
	/** As typed, without the `@`. */
	readonly text: string;
	readonly contactId: ContactId;
	/** Everyone else of that name, likeliest first; empty when it is clear who is meant. */
	readonly others: readonly ContactId[];
}

export interface FoundName extends Span {
	readonly text: string;
}

export interface FoundValue<Value> extends Span {
	readonly value: Value;
}

/** What was understood of a sentence. Null or empty is what was not said. */
export interface SentenceReading {
	readonly when: FoundValue<When> | null;
	readonly kind: FoundValue<string> | null;
	readonly people: readonly FoundPerson[];
	/** Names of nobody in Kith, to be offered for adding. */
	readonly unknown: readonly FoundName[];
	readonly place: FoundValue<string> | null;
	/** Minutes. */
	readonly duration: FoundValue<number> | null;
	readonly initiator: '' | 'me' | 'them';
	readonly direction: '' | 'in' | 'out';
	/** What remains, cleaned of what was understood. */
	readonly note: string;
}
