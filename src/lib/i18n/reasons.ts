import type { Day } from '$lib/domain/date';
import { isKnownKind } from '$lib/domain/interaction';
import type { LastInteraction } from '$lib/domain/row';
import type { Reason } from '$lib/domain/today';
import * as m from '$lib/paraglide/messages';
import { cadenceOf } from './cadence';
import { dateLabel } from './date-labels';
import { formatGap } from './dates';
import { kindInWords } from './kinds';
import { nearDay } from './near-days';

/** A reminder of the last talk is a line, not the whole story. */
const longestNote = 140;

/** The first sentence of a note, cut between words when it is long, with an end. */
function firstSentence(note: string): string {
	const [first = ''] = note.trim().split(/\n|(?<=[.!?…])\s+(?=\p{Lu})/u);
	const whole = first.trim();
	if (whole.length > longestNote) return `${whole.slice(0, longestNote).replace(/\s+\S*$/, '')}…`;
	return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

function lastInWords({ note, kind }: LastInteraction): string | null {
	if (note.trim()) return m.today_reason_last_note({ note: firstSentence(note) });
	if (kind === 'other') return null;
	return isKnownKind(kind) ? m.today_reason_last_kind({ kind }) : m.today_reason_last_own({ kind: kindInWords(kind) });
}

/**
 * Why someone is suggested, each reason a sentence of its own. Null for what the card tells in another way.
 *
 * @param name as one speaks of them
 */
export function reasonInWords(reason: Reason, name: string, today: Day): string | null {
	switch (reason.kind) {
		case 'gap':
			return m.today_reason_gap({ elapsed: formatGap(reason.days), ...cadenceOf(reason.idealDays) });
		case 'long':
			return m.today_reason_long();
		case 'never':
			return m.today_reason_first({ name });
		case 'last':
			return lastInWords(reason.last);
		case 'next-time':
			return null;
		case 'date': {
			const near = nearDay(reason.on, today);
			if (reason.label !== 'birthday') return m.today_reason_date({ label: dateLabel(reason.label), ...near });
			return reason.turns === null
				? m.today_reason_birthday({ name, ...near })
				: m.today_reason_turns({ name, n: reason.turns, ...near });
		}
	}
}
