/** Sorting many people into circles, card by card. What is sorted is in no queue any more, so it can be left and resumed. */
import type { Row } from './row';
import type { Settings } from './settings';

export interface SortingProgress {
	readonly sorted: number;
	readonly total: number;
}

const isSortable = (row: Row, settings: Settings) =>
	!row.archived && !row.deceased && row.cadence !== 'never' && row.id !== settings.me;

/** How much is known of someone: a full card is more likely a friend than a plumber. */
const fullness = (row: Row) =>
	(row.photo ? 2 : 0) +
	(row.birthday ? 2 : 0) +
	(row.phone ? 1 : 0) +
	(row.email ? 1 : 0) +
	Math.min(1, row.dates.length) +
	Math.min(1, row.tags.length) +
	Math.min(1, row.cities.length);

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/** Those in no circle: favourites, then those seen last, then the fullest cards. */
export function sortingQueue(rows: Iterable<Row>, settings: Settings): readonly Row[] {
	const queue = [...rows].filter((row) => !row.circle && isSortable(row, settings));
	return queue.sort(
		(a, b) =>
			Number(b.favourite) - Number(a.favourite) ||
			descending(a.lastContact, b.lastContact) ||
			fullness(b) - fullness(a) ||
			descending(b.sortKey, a.sortKey) ||
			descending(b.id, a.id)
	);
}

export function sortingProgress(rows: Iterable<Row>, settings: Settings): SortingProgress {
	let sorted = 0;
	let total = 0;
	for (const row of rows) {
		if (!isSortable(row, settings)) continue;
		total++;
		if (row.circle) sorted++;
	}
	return { sorted, total };
}
