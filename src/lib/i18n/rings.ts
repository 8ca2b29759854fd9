import type { Ring } from '$lib/domain/keep-in-touch';
import * as m from '$lib/paraglide/messages';
import { formatGap, gapParts } from './dates';

/** What the arc around a face shows: "3 weeks of 4". Empty for no ring. */
export function ringInWords(ring: Ring | null): string {
	if (!ring) return '';
	if (ring.days === null) return m.ring_never();
	if (ring.days === 0) return m.ring_today();
	const gone = gapParts(ring.days);
	const ideal = gapParts(ring.idealDays);
	return m.ring_words({
		gap: formatGap(ring.days),
		ideal: gone.unit === ideal.unit ? String(ideal.value) : formatGap(ring.idealDays)
	});
}
