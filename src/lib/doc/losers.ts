import type { OtherValue } from '$lib/domain/contact';
import { instantOf } from './clock';
import { isSame } from './plain';
import type { Slot } from './register';

/** The values of a register that lost and differ from the winner's and from each other, latest first. */
export function losersOf(
	field: string,
	slots: readonly Slot[],
	shown: (stored: unknown) => unknown
): readonly OtherValue[] {
	if (slots.length < 2) return [];
	const [winner, ...losers] = slots.map(({ stamp, value }) => ({ stamp, value: shown(value) }));
	const others: OtherValue[] = [];
	for (const { stamp, value } of losers) {
		if (isSame(value, winner?.value) || others.some((other) => isSame(other.value, value))) continue;
		others.push({ field, now: winner?.value, value, editedAt: instantOf(stamp) });
	}
	return others;
}
