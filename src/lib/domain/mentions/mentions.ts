/**
 * People mentioned in notes. A mention lies in the text as `[Grace Hopper](kith:contact/<id>)`: the id follows her
 * through any change of name, the name is what stays to be read when she is gone or the text is taken elsewhere.
 */
import type { ContactId } from '../contact';

export interface Mention {
	readonly id: ContactId;
	/** Theirs when they were mentioned. */
	readonly name: string;
	/** As it lies in the text. */
	readonly written: string;
}

/** Nothing but this is a mention, whoever wrote the text. */
const form = /\[([^[\]\\\n]+)\]\(kith:contact\/([\w-]{1,64})\)/g;
const sign = '](kith:contact/';

/** A name as it may stand in a mention. */
export const mentionedName = (name: string): string =>
	name
		.replaceAll('[', '(')
		.replaceAll(']', ')')
		.replace(/[\\\s]+/g, ' ')
		.trim();

export const formatMention = (id: ContactId, name: string): string => `[${mentionedName(name)}](kith:contact/${id})`;

/** A text cut into what lies between mentions, which may be empty, and the mentions. */
export function* piecesOf(text: string): Iterable<string | Mention> {
	let end = 0;
	if (text.includes(sign)) {
		for (const { 0: written, 1: name = '', 2: id = '', index } of text.matchAll(form)) {
			yield text.slice(end, index);
			yield { id, name, written };
			end = index + written.length;
		}
	}
	yield text.slice(end);
}

/** Null for any text that is not a mention from its beginning to its end. */
export function readMention(text: string): Mention | null {
	const [before, mention, after] = piecesOf(text);
	return before === '' && after === '' && typeof mention === 'object' ? mention : null;
}

export function mentionsIn(text: string): ReadonlySet<ContactId> {
	const ids = new Set<ContactId>();
	for (const piece of piecesOf(text)) if (typeof piece !== 'string') ids.add(piece.id);
	return ids;
}

/** The text with names alone, for wherever nothing can be a link: search, lists, other apps. */
export const withNamesOnly = (text: string): string => (text.includes(sign) ? text.replace(form, '$1') : text);
