/** One process of a run: lives through the histories it is given, and tells of each. */
import { liveThrough, type Outcome } from './history';

export interface Task {
	readonly from: number;
	readonly count: number;
	/** Whether each step is told. */
	readonly isTold: boolean;
	/** In every history; else in some. */
	readonly hasFiles: boolean;
}

export type Report =
	| { readonly kind: 'step'; readonly what: string }
	| { readonly kind: 'history'; readonly seed: number; readonly outcome: Outcome }
	| { readonly kind: 'done' };

const report = (said: Report) => process.send?.(said);

async function live({ from, count, isTold, hasFiles }: Task): Promise<void> {
	for (let seed = from; seed < from + count; seed++) {
		const listener = isTold ? (what: string) => report({ kind: 'step', what }) : undefined;
		report({ kind: 'history', seed, outcome: await liveThrough(seed, {}, listener, hasFiles || undefined) });
	}
	report({ kind: 'done' });
}

process.on('message', (task: Task) => void live(task));
process.on('disconnect', () => process.exit());
