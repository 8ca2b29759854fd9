import type { Bytes } from '../trust/bytes';
import type { EntryId } from '../trust/entry';
import { dayOf, topicOf, type Secrets } from '../trust/epochs';
import type { RosterView } from '../trust/roster-reading';

/** Where devices that hold the secret of an epoch meet on a day. */
export interface Place {
	readonly epoch: EntryId;
	readonly secret: Bytes;
	readonly topic: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Twice as many topics around midnight, of the 32 that one may listen to. */
const mostEpochs = 12;

/** The topic of a meeting point that 64 hexadecimal digits stand for. */
export const topicFromHex = (hex: string): string => `kith/1/${hex}`;

/**
 * All places of this moment, those of the newest epoch first: of each secret held that counts, and within an hour of
 * midnight also of the neighbouring day, because clocks differ.
 */
export async function placesAt(now: number, view: RosterView, secrets: Secrets): Promise<readonly Place[]> {
	const held = view.epochs
		.toReversed()
		.flatMap(({ id }) => {
			const secret = secrets.get(id);
			return secret ? [{ epoch: id, secret }] : [];
		})
		.slice(0, mostEpochs);
	const places = held.flatMap(({ epoch, secret }) =>
		daysAt(now).map(async (day) => ({ epoch, secret, topic: topicFromHex(await topicOf(secret, day)) }))
	);
	return Promise.all(places);
}

export function daysAt(now: number): readonly number[] {
	const [day, time] = [dayOf(now), now % dayMs];
	if (time < hourMs) return [day, day - 1];
	return time >= dayMs - hourMs ? [day, day + 1] : [day];
}

/** Milliseconds until the days are others. */
export function untilOtherDays(now: number): number {
	const time = now % dayMs;
	return [hourMs, dayMs - hourMs, dayMs].map((moment) => moment - time).find((ms) => ms > 0) ?? dayMs;
}
