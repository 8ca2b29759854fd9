#!/usr/bin/env node
/**
 * `npm start`: everything from a fresh clone to the app in a browser. Only what Node itself brings is imported before
 * the packages are there, and nothing that an old Node cannot read before its version is known.
 */
import { nodeIsTooOld } from './node-version.js';

const tooOld = nodeIsTooOld(process.versions.node);
if (tooOld) {
	console.error(tooOld);
	process.exitCode = 1;
} else {
	const { start } = await import('./prepare-and-serve.js');
	await start(process.argv.slice(2));
}
