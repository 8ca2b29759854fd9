/** The rows of the bench, by what measures them together. */
import type { Outcomes } from './figures';
import { measureDeadPeer } from './rows/dead-peer';
import { measureFirstLoad } from './rows/first-load';
import { measureFirstSync } from './rows/first-sync';
import { measureGrowth } from './rows/growth';
import { measureLog } from './rows/log';
import { measureReminderCheck } from './rows/reminder-check';
import { measureSearch } from './rows/search';
import { measureSimultaneousStarts } from './rows/simultaneous-starts';
import { measureStart } from './rows/start';
import type { Stages } from './stage';

interface Part {
	readonly rows: readonly string[];
	readonly measure: (stages: Stages) => Promise<Outcomes>;
}

export const parts: readonly Part[] = [
	{ rows: ['start'], measure: measureStart },
	{ rows: ['search', 'search-blocked'], measure: measureSearch },
	{ rows: ['reminder-check'], measure: measureReminderCheck },
	{ rows: ['log'], measure: measureLog },
	{ rows: ['growth', 'growth-size', 'growth-load'], measure: measureGrowth },
	{ rows: ['first-load', 'precache'], measure: measureFirstLoad },
	// Last of those at full size: it makes the laptop one of several devices.
	{ rows: ['first-sync', 'edit-to-other-device'], measure: measureFirstSync },
	{ rows: ['dead-peer'], measure: measureDeadPeer },
	{ rows: ['simultaneous-starts', 'third-party-bytes'], measure: measureSimultaneousStarts }
];
