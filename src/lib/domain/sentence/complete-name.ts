import type { Row } from '../row';
import type { PeopleIndex } from './people-index';
import type { Span } from './reading';
import { phraseKey } from './tokens';

export interface NameCompletion extends Span {
	/** Likeliest first, at most eight. */
	readonly candidates: readonly Row[];
}

/** Whom the `@…` before the caret may mean; null when nothing is being mentioned. */
export type CompleteName = (text: string, caret: number) => NameCompletion | null;

const mostCandidates = 8;
const mention = /(?<![\p{L}\p{N}.])@([^@\n,;:!?]{0,60})$/u;

/** Whom the `@…` before the caret may mean; `from` lies on the `@`. Null when nothing is being mentioned. */
export function completeName(text: string, caret: number, people: PeopleIndex): NameCompletion | null {
	const found = mention.exec(text.slice(0, caret));
	if (!found) return null;
	const key = phraseKey(found[1] ?? '');
	const finished = /\s$/.test(found[1] ?? '');
	if (!key && finished) return null;
	const candidates = people.beginning(finished ? `${key} ` : key, mostCandidates);
	return candidates.length ? { from: found.index, to: caret, candidates } : null;
}
