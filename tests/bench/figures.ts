/** What a row of the bench says, and how it is printed. */

export interface Outcome {
	readonly value: number;
	readonly baseline: number;
	/** `value` over `baseline`. */
	readonly ratio: number;
	/** What `ratio` may be at most, or at least; null: the figure is only reported. */
	readonly target: number | null;
	readonly better: 'lower' | 'higher';
	readonly holds: boolean;
	/** Of `value` and `baseline`. */
	readonly unit: string;
}

export type Outcomes = Readonly<Record<string, Outcome>>;

/** The share of values at or below `percentile`, by the nearest rank. Throws on no values. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
	if (found === undefined) throw new RangeError('No values to rank');
	return found;
}

export function median(values: readonly number[]): number {
	const lower = percentile(values, 0.5);
	const upper = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? lower;
	return (lower + upper) / 2;
}

/** An outcome of which less is better: at most `target` times the baseline. */
export const atMost = (target: number, value: number, baseline: number, unit: string): Outcome => ({
	...reported(value, baseline, unit),
	target,
	holds: value / baseline <= target
});

/** An outcome of which more is better: at least `target` times the baseline. */
export const atLeast = (target: number, value: number, baseline: number, unit: string): Outcome => ({
	...reported(value, baseline, unit),
	target,
	better: 'higher',
	holds: value / baseline >= target
});

/** An outcome of which less is better, and which nothing is asked of. */
export const reported = (value: number, baseline: number, unit: string): Outcome => ({
	value: rounded(value),
	baseline: rounded(baseline),
	ratio: rounded(value / baseline),
	target: null,
	better: 'lower',
	holds: true,
	unit
});

/** Four significant digits: more would be noise. */
const rounded = (number: number) => Number(number.toPrecision(4));

export function table(outcomes: Outcomes): string {
	const head = ['', 'value', 'baseline', 'ratio', 'target', ''];
	const lines = Object.entries(outcomes).map(([row, { value, baseline, ratio, target, better, holds, unit }]) => [
		row,
		`${value} ${unit}`,
		`${baseline} ${unit}`,
		ratio.toFixed(3),
		target === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${target}`,
		target === null ? 'reported' : holds ? 'holds' : 'MISSES'
	]);
	const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
	const pad = (cell: string, column: number) =>
		column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
	return [head, ...lines].map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
