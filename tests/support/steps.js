/** The parts of a whole check, each the npm script one also runs alone, and how its result is read. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/meeting-point/project.js';

/** @typedef {{ passed: number, failed: number, skipped?: number, flaky?: number }} Result `flaky`: passed only when tried again */
/**
 * @typedef {object} Step
 * @property {string} script the npm script
 * @property {number} minutes after which it counts as failed
 * @property {string[]} [args]
 * @property {(report: any) => Result} [read] from its JSON report; without one the step itself counts as one
 */

const reports = join(root, '.cache/reports');
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

/** @type {Readonly<Record<string, Step>>} */
export const steps = {
	format: { script: 'check:format', minutes: 3 },
	lint: { script: 'check:lint', minutes: 5 },
	types: { script: 'check:types', minutes: 5 },
	unit: {
		script: 'test:unit',
		minutes: 15,
		args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
		read: ({ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped }) => ({
			passed,
			failed,
			skipped
		})
	},
	build: { script: 'build', minutes: 5 },
	e2e: {
		script: 'test:e2e',
		minutes: 60,
		args: ['--reporter=list,json'],
		read: ({ stats: { expected, unexpected: failed, skipped, flaky } }) => ({
			passed: expected + flaky,
			failed,
			skipped,
			flaky
		})
	}
};

/** Environment that would make a run depend on who started it: the outer tool's own settings. */
const foreign =
	/^(NODE_ENV|NODE_OPTIONS|NODE_V8_COVERAGE|VITEST.*|DEBUG|KITH_BASE|PLAYWRIGHT_JSON.*|npm_(?!config_|execpath).*)$/;

/** @param {Record<string, string>} own */
export function cleanEnvironment(own) {
	const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return { ...Object.fromEntries(kept), ...own };
}

/**
 * Runs one step, showing what it prints.
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Result>}
 */
export async function runStep(step, environment) {
	const report = step.script === 'test:e2e' ? e2eReport : unitReport;
	mkdirSync(reports, { recursive: true });
	if (step.read) rmSync(report, { force: true });
	const code = await npmRun(step, { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport });
	const counted = step.read ? readReport(report, step.read) : { passed: code === 0 ? 1 : 0, failed: 0 };
	// A tool that fails without a failed test (a file that does not load, a server that does not start) failed once.
	return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {string} path
 * @param {(report: any) => Result} read
 * @returns {Result}
 */
function readReport(path, read) {
	try {
		return read(JSON.parse(readFileSync(path, 'utf8')));
	} catch (error) {
		console.error(`No report of this step: ${error instanceof Error ? error.message : error}`);
		return { passed: 0, failed: 1 };
	}
}

/**
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code; 1 when it was stopped
 */
function npmRun({ script, args = [], minutes }, env) {
	return new Promise((settle) => {
		const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
			cwd: root,
			env,
			stdio: 'inherit',
			timeout: minutes * 60_000,
			shell: process.platform === 'win32'
		});
		child.on('error', (error) => {
			console.error(error.message);
			settle(1);
		});
		child.on('close', (code) => settle(code ?? 1));
	});
}
