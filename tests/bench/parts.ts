/** The rows of the bench, by what measures them together. */
import type { Outcomes } from './figures';
import { measureFirstLoad } from './rows/first-load';
import { measureGrowth } from './rows/growth';
import { measureLog } from './rows/log';
import { measureReminderCheck } from './rows/reminder-check';
import { measureSearch } from './rows/search';
import { measureStart } from './rows/start';
import type { Stages } from './stage';

export interface Part {
	readonly rows: readonly string[];
	readonly measure: (stages: Stages) => Promise<Outcomes>;
}

export const parts: readonly Part[] = [
	{ rows: ['start'], measure: measureStart },
	{ rows: ['search', 'search-blocked'], measure: measureSearch },
	{ rows: ['reminder-check'], measure: measureReminderCheck },
	{ rows: ['log'], measure: measureLog },
	{ rows: ['growth-size', 'growth-load'], measure: measureGrowth },
	{ rows: ['first-load', 'precache'], measure: measureFirstLoad }
];

/** A name stands for its row and for those that begin with it: `growth` for both of growth. */
export const isWanted = (row: string, names: readonly string[]): boolean =>
	names.length === 0 || names.some((name) => row === name || row.startsWith(`${name}-`));

/** The parts that measure the rows named, all when none is; null when a name is no row's. */
export function partsFor(names: readonly string[], among: readonly Part[] = parts): readonly Part[] | null {
	const rows = among.flatMap((part) => part.rows);
	if (names.some((name) => !rows.some((row) => isWanted(row, [name])))) return null;
	return among.filter((part) => part.rows.some((row) => isWanted(row, names)));
}
