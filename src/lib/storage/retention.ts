import type { Instant } from '$lib/domain/date';
import type { SnapshotInfo } from '$lib/kith';

const dayMs = 86_400_000;

/** How many are kept, and how far apart: the newest of each of the last 7 days, 4 weeks, 6 months (of 30 days). */
const rows = [
	{ count: 7, spanMs: dayMs },
	{ count: 4, spanMs: 7 * dayMs },
	{ count: 6, spanMs: 30 * dayMs }
];

/** Of those taken before an import, a restore or joining another device, or by hand, each this many. */
const cap = 5;

/**
 * Ids to remove. Spans are counted in fixed steps since 1970, not back from `now`, or a snapshot would move from one
 * span to the next and whole weeks would run empty.
 */
export function outdated(snapshots: readonly SnapshotInfo[], now: Instant): string[] {
	const newestFirst = [...snapshots].sort((a, b) => b.takenAt - a.takenAt);
	const kept = new Set<string>();
	for (const { count, spanMs } of rows) {
		const spans = new Set<number>();
		for (const { id, takenAt } of newestFirst) {
			const span = Math.floor(takenAt / spanMs);
			if (spans.has(span) || Math.floor(now / spanMs) - span >= count) continue;
			spans.add(span);
			kept.add(id);
		}
	}
	for (const reason of ['import', 'restore', 'manual', 'pairing', 'aside'] as const) {
		for (const { id } of newestFirst.filter((info) => info.reason === reason).slice(0, cap)) kept.add(id);
	}
	return newestFirst.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
}
