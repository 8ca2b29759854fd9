import type { SearchEntry } from './entry';
import { markedIn, type Marked, type Sought } from './marks';
import type { Snippet } from './result';

/** Enough for two lines on a phone. */
const longest = 140;
/** How much stands before the first mark at most. */
const before = 40;
/** Texts of one contact that are looked through; of someone with thousands, the newest. */
const mostTexts = 300;

type Text = Pick<Snippet, 'field' | 'text' | 'interactionId' | 'when'>;

/** Where a contact's texts say most of what the name does not; of equals the first, so a nickname comes before a note. */
export function snippetOf(entry: SearchEntry, sought: Sought, inName: ReadonlySet<number>): Snippet | null {
	if (inName.size === sought.terms.length) return null;
	let best: { text: Text; marked: Marked; fresh: number } | null = null;
	let looked = 0;
	for (const text of textsOf(entry)) {
		if (looked++ > mostTexts) break;
		const marked = markedIn(text.text, sought);
		const fresh = [...marked.found].filter((term) => !inName.has(term)).length;
		if (fresh > (best?.fresh ?? 0)) best = { text, marked, fresh };
		if (fresh === sought.terms.length - inName.size) break;
	}
	return best && { ...best.text, ...cut(best.text.text, best.marked) };
}

function* textsOf(entry: SearchEntry): Iterable<Text> {
	if (entry.otherNames) yield { field: 'nickname', text: entry.otherNames };
	if (entry.organization) yield { field: 'organization', text: entry.organization };
	for (const text of entry.cities) yield { field: 'city', text };
	for (const text of entry.tags) yield { field: 'tag', text };
	for (const text of entry.emails) yield { field: 'email', text };
	if (entry.notes) yield { field: 'notes', text: entry.notes };
	for (const { id, when, text } of entry.interactions) yield { field: 'interaction', text, interactionId: id, when };
}

/** A long text is cut at spaces around its first mark. */
export function cut(text: string, { marks }: Pick<Marked, 'marks'>): Pick<Snippet, 'text' | 'marks'> {
	const first = marks[0]?.[0] ?? 0;
	if (text.length <= longest) return { text: text.replace(/\s/g, ' '), marks };
	const near = first > before ? text.indexOf(' ', first - before) + 1 : 0;
	const start = near > 0 && near <= first ? near : Math.max(0, first - before);
	const far = text.lastIndexOf(' ', start + longest);
	const end = start + longest >= text.length ? text.length : far > first ? far : start + longest;
	const lead = start > 0 ? '…' : '';
	const shift = lead.length - start;
	return {
		text: lead + text.slice(start, end).replace(/\s/g, ' ') + (end < text.length ? '…' : ''),
		marks: marks
			.filter(([from, to]) => from >= start && to <= end)
			.map(([from, to]) => [from + shift, to + shift] as const)
	};
}
