import { languageTag } from './dates';

/** January to December, as they stand in a list. */
export function monthNames(): readonly string[] {
	const format = new Intl.DateTimeFormat(languageTag(), { month: 'long', timeZone: 'UTC' });
	return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 15)));
}
