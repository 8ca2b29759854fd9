import type { ContactId } from '../contact';
import type { When } from '../date';
import type { InteractionId } from '../interaction';

/** A stretch of a text, as [start, end) in UTF-16 units. */
export type Mark = readonly [start: number, end: number];

/** Where besides the name the words were found. */
export interface Snippet {
	readonly field: 'nickname' | 'organization' | 'city' | 'tag' | 'email' | 'phone' | 'notes' | 'interaction';
	/** The text around the first mark. */
	readonly text: string;
	readonly marks: readonly Mark[];
	/** Of an interaction. */
	readonly interactionId?: InteractionId;
	readonly when?: When;
}

export interface SearchResult {
	readonly contactId: ContactId;
	/** Of this search only; higher is better. */
	readonly score: number;
	readonly name: string;
	readonly nameMarks: readonly Mark[];
	/** Null when the name says it all. */
	readonly snippet: Snippet | null;
}
