import type { Day } from '$lib/domain/date';
import type { InteractionDraft } from '$lib/domain/interaction';
import { formatWhen } from './dates';
import { kindInWords } from './kinds';
import { formatList } from './lists';

/** What is about to be logged, as one line: "yesterday, Meal, Grace Okafor and Ana Silva". */
export const draftInWords = (
	{ when, kind }: InteractionDraft,
	people: readonly { readonly name: string }[],
	today: Day
): string => formatList([formatWhen(when, today), kindInWords(kind), ...people.map(({ name }) => name)]);
