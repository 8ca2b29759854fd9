import type { Day } from '$lib/domain/date';
import type { InteractionDraft } from '$lib/domain/interaction';
import * as m from '$lib/paraglide/messages';
import { formatWhen } from './dates';
import { kindInWords } from './kinds';
import { formatList } from './lists';

/** What is about to be logged, as one says it: "Meal with Grace Okafor and Ana Silva, yesterday". */
export function draftInWords(
	draft: InteractionDraft,
	people: readonly { readonly name: string }[],
	today: Day
): string {
	const kind = kindInWords(draft.kind);
	const when = formatWhen(draft.when, today);
	const names = formatList(people.map(({ name }) => name));
	return names ? m.today_sentence_draft({ kind, names, when }) : m.today_sentence_draft_alone({ kind, when });
}
