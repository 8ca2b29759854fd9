/** Brings packages and build up to date by the project's own tools, each as a child process. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIsCurrent, packagesAreCurrent, root } from './project.js';

/** @typedef {(line: string) => void} Say */

/** @param {Say} say */
export async function preparePackages(say) {
	if (packagesAreCurrent(root)) return;
	say('Installing packages (once, a minute or two) …');
	await run(...npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']));
}

/**
 * @param {string} base
 * @param {Say} say
 */
export async function prepareBuild(base, say) {
	if (buildIsCurrent(root, base)) return;
	say('Building Kith …');
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { KITH_BASE: base });
}

/**
 * How to call npm without a shell: by the npm that is running us, when one is.
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
function npm(args) {
	const running = process.env.npm_execpath ?? '';
	return /npm-cli\.c?js$/.test(running) ? [process.execPath, [running, ...args]] : ['npm', [...args]];
}

/**
 * Runs a command in the project and shows its output only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
function run(command, args, env = {}) {
	return new Promise((settle, fail) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, NODE_ENV: 'production', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32' && command === 'npm'
		});
		/** @type {Buffer[]} */
		const output = [];
		child.stdout.on('data', (chunk) => output.push(chunk));
		child.stderr.on('data', (chunk) => output.push(chunk));
		child.on('error', fail);
		child.on('close', (code) => {
			if (code === 0) return settle();
			fail(new Error(`${Buffer.concat(output).toString()}\n${command} ${args.join(' ')} ended with ${code}`));
		});
	});
}
