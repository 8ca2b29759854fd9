#!/usr/bin/env node
/**
 * `npm run bench`: what the app costs, each figure against a baseline measured in the same run. `-- --json` prints one
 * object instead of a table, `-- <row>…` runs only those. On a fresh clone it first brings what is missing. Standard
 * output is for the figures alone.
 */
import { join } from 'node:path';
import { prepareBuild, preparePackages } from '../../src/meeting-point/prepare.js';
import { root } from '../../src/meeting-point/project.js';

// What others print on the way is no figure.
console.log = console.error;
process.exitCode = await run(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Error ? (error.stack ?? error.message) : error);
	return 1;
});

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
async function run(args) {
	await preparePackages(console.error);
	await prepareBuild('', console.error);
	// Not before the packages are there.
	const { runnerImport } = await import('vite');
	const { module } = await runnerImport(join(root, 'tests/bench/bench.ts'), {
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(root, 'src/lib') } }
	});
	return /** @type {typeof import('./bench.ts')} */ (module).bench(args);
}
