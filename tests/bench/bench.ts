import { isWanted, partsFor } from './chosen';
import { table, type Outcome } from './figures';
import { parts } from './parts';
import { openStages } from './stage';

/** Runs the parts that the rows asked for need and prints those rows; gives the exit code. */
export async function bench(args: readonly string[]): Promise<number> {
	const json = args.includes('--json');
	const wanted = args.filter((arg) => arg !== '--json');
	const chosen = partsFor(wanted, parts);
	if (!chosen) {
		const rows = parts.flatMap(({ rows }) => rows).join(', ');
		console.error(`Usage: npm run bench -- [--json] [<row> …]\n\nRows: ${rows}`);
		return 2;
	}
	const outcomes: Record<string, Outcome> = {};
	const stages = openStages((line) => console.error(line));
	try {
		for (const { measure, rows } of chosen) {
			const measured = await measure(stages);
			for (const row of rows) if (isWanted(row, wanted) && measured[row]) outcomes[row] = measured[row];
		}
	} finally {
		await stages.close();
	}
	process.stdout.write(`${json ? JSON.stringify(outcomes) : table(outcomes)}\n`);
	return 0;
}
