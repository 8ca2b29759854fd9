import * as m from '$lib/paraglide/messages';

const words = new Map<string, () => string>([
	['birthday', m.today_date_birthday],
	['anniversary', m.today_date_anniversary],
	['nameday', m.today_date_nameday],
	['met', m.today_date_met],
	['', m.today_date_other]
]);

/** What a date is called: a known label in words, the owner's own as it is. */
export const dateLabel = (label: string): string => words.get(label)?.() ?? label;
