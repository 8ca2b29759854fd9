import type { Day, When } from '$lib/domain/date';
import type { Interaction } from '$lib/domain/interaction';
import { dayOf, precisionOf } from '$lib/domain/when';

/** A line of the timeline. Headings are lines too, so that the list can be virtual. */
export type TimelineLine =
	/** `YYYY-MM`, or `YYYY` for what is known by the year alone. */
	| { readonly kind: 'month'; readonly key: string; readonly month: When }
	| { readonly kind: 'day'; readonly key: string; readonly day: Day }
	| { readonly kind: 'interaction'; readonly key: string; readonly interaction: Interaction };

/** @param interactions newest first */
export function timelineLines(interactions: readonly Interaction[]): readonly TimelineLine[] {
	const lines: TimelineLine[] = [];
	let lastMonth = '';
	let lastDay = '';
	for (const interaction of interactions) {
		const precision = precisionOf(interaction.when);
		const day = dayOf(interaction.when);
		const month = precision === 'year' ? day.slice(0, 4) : day.slice(0, 7);
		if (month !== lastMonth) {
			lines.push({ kind: 'month', key: `month ${month}`, month });
			lastMonth = month;
			lastDay = '';
		}
		const dated = precision === 'time' || precision === 'day' ? day : '';
		if (dated && dated !== lastDay) lines.push({ kind: 'day', key: `day ${dated}`, day: dated });
		lastDay = dated;
		lines.push({ kind: 'interaction', key: interaction.id, interaction });
	}
	return lines;
}
