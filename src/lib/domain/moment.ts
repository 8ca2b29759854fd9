import { fromAbsolute, parseDateTime, toZoned } from '@internationalized/date';
import type { Day, Instant } from './date';

export interface LocalMoment {
	readonly day: Day;
	/** `HH:MM` */
	readonly time: string;
}

/**
 * The moment of a local day and time in a zone (`Europe/Paris`). A time that the clocks skip is as much later as they
 * skip; of one that comes twice it is the first. Throws a `RangeError` for an unknown zone or a day that is none.
 */
export const momentOf = (day: Day, time: string, zone: string): Instant =>
	toZoned(parseDateTime(`${day}T${time || '00:00'}`), zone, 'compatible')
		.toDate()
		.getTime();

/** What calendar and clock in a zone show at a moment. */
export function localOf(moment: Instant, zone: string): LocalMoment {
	const text = fromAbsolute(moment, zone).toString();
	return { day: text.slice(0, 10), time: text.slice(11, 16) };
}
