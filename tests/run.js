#!/usr/bin/env node
/**
 * `npm test`: the whole check, on a fresh clone too. `npm test -- unit e2e` runs only the parts named. The last line
 * sums up: every unit and end-to-end test, and one for each other part.
 */
import { preparePackages } from '../src/meeting-point/prepare.js';

process.exitCode = await check(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	console.log('\n0 passed, 1 failed');
	return 1;
});

/**
 * @param {readonly string[]} names
 * @returns {Promise<number>} the exit code
 */
async function check(names) {
	await preparePackages(console.log);
	// Not before the packages are there.
	const { cleanEnvironment, runStep, steps } = await import('./support/steps.js');
	const unknown = names.filter((name) => !(name in steps));
	if (unknown.length > 0) {
		console.error(`No such part: ${unknown.join(', ')}. The parts are ${Object.keys(steps).join(', ')}.`);
		return 2;
	}

	const wanted = Object.entries(steps).filter(([name]) => names.length === 0 || names.includes(name));
	const environment = cleanEnvironment(wanted.some(([name]) => name === 'e2e') ? await chromium() : {});
	const total = { passed: 0, failed: 0 };
	for (const [name, step] of wanted) {
		console.log(`\n── ${name} ──`);
		const started = performance.now();
		const { passed, failed, skipped = 0, flaky = 0 } = await runStep(step, environment);
		const seconds = Math.round((performance.now() - started) / 1000);
		// Neither is a failure, and neither may go unseen.
		const besides = [
			...(skipped > 0 ? [`${skipped} skipped for want of what they need`] : []),
			...(flaky > 0 ? [`${flaky} only at a second try`] : [])
		];
		const outcome = failed === 0 ? 'passed' : `${failed} failed`;
		console.log(`── ${name}: ${[outcome, ...besides, `${seconds} s`].join(', ')} ──`);
		total.passed += passed;
		total.failed += failed;
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	return total.failed === 0 ? 0 : 1;
}

/**
 * Without one the rest is checked all the same; the end-to-end part then fails for want of it.
 * @returns {Promise<Record<string, string>>}
 */
async function chromium() {
	const { findChromium, installChromium } = await import('./support/chromium.js');
	try {
		return { KITH_CHROMIUM: findChromium() ?? installChromium() };
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return {};
	}
}
