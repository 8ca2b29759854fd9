import type { Instant } from '$lib/domain/date';
import type { TrashItem } from '$lib/kith';

/** What is in the trash stays at least so long. */
export const keptDays = 90;
const dayMs = 86_400_000;

export const kinds = ['contact', 'interaction', 'reminder'] as const;

/** A line of the trash: a thing, or the kind of things that follow. */
export type TrashLine = { readonly kind: TrashItem['kind'] } | { readonly item: TrashItem };

/** By kind, the latest first. */
export function trashLines(items: readonly TrashItem[]): readonly TrashLine[] {
	return kinds.flatMap((kind): readonly TrashLine[] => {
		const those = items.filter((item) => item.kind === kind).sort((a, b) => b.deletedAt - a.deletedAt);
		return those.length ? [{ kind }, ...those.map((item) => ({ item }))] : [];
	});
}

/** Whole days until it may be gone for good; 0 when any day now. */
export const daysLeft = (deletedAt: Instant, now: Instant): number =>
	Math.max(0, keptDays - Math.floor((now - deletedAt) / dayMs));
