#!/usr/bin/env node
/**
 * `npm run simulate -- --histories N --seed S --jobs J [--files]`: lives through N histories of devices, from seed S on, in
 * J processes, each with files with `--files` and else some. A history in which a rule did not hold is told with the line that plays it again; one history alone is told
 * step by step.
 */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preparePackages } from '../../src/meeting-point/prepare.js';
import { root } from '../../src/meeting-point/project.js';

/** @typedef {import('./run.ts').Report} Report */

/** Histories a process is given at once. */
const chunk = 50;
/** Milliseconds after which a history counts as hanging. */
const limitMs = 120_000;
const toldEachMs = 30_000;

process.exitCode = await simulate(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	return 2;
});

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function simulate(args) {
	const { histories, seed, jobs, files } = readArgs(args);
	await preparePackages(console.error);
	const folder = join(root, '.cache', `simulator-${process.pid}`);
	try {
		await bundle(folder);
		const total = {
			files,
			lived: 0,
			failed: 0,
			edits: 0,
			acknowledged: 0,
			removed: 0,
			virtualMs: 0,
			healedMs: 0,
			digest: 0
		};
		const since = performance.now();
		const each = () => `${((performance.now() - since) / Math.max(1, total.lived)).toFixed(1)} ms each`;
		const telling = setInterval(
			() => console.log(`${total.lived} of ${histories}, ${total.failed} failed, ${each()}`),
			toldEachMs
		);
		let next = seed;
		const take = () => {
			const from = next;
			const count = Math.min(chunk, seed + histories - from);
			next += Math.max(0, count);
			return count > 0 ? { from, count, isTold: histories === 1, hasFiles: files } : null;
		};
		await Promise.all(Array.from({ length: jobs }, () => work(join(folder, 'run.js'), take, total)));
		clearInterval(telling);
		const days = (total.virtualMs / 86_400_000).toFixed(1);
		console.log(
			`${total.lived} histories from seed ${seed}: ${total.failed} failed; ${each()} with ${jobs} at once; ${days} days of ` +
				`${total.edits} edits (${total.acknowledged} acknowledged) and ${total.removed} removals; ` +
				`healed within ${(total.healedMs / 1000).toFixed(0)} s at most; digest ${total.digest.toString(16)}`
		);
		return total.failed === 0 ? 0 : 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @param {string[]} args */
function readArgs(args) {
	const { values } = parseArgs({
		args,
		options: {
			histories: { type: 'string', default: '2000' },
			seed: { type: 'string', default: '1' },
			jobs: { type: 'string', default: '1' },
			files: { type: 'boolean', default: false }
		}
	});
	const numbers = { histories: Number(values.histories), seed: Number(values.seed), jobs: Number(values.jobs) };
	for (const [name, value] of Object.entries(numbers)) {
		if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1 on.`);
	}
	return { ...numbers, files: values.files };
}

/** @param {string} folder */
async function bundle(folder) {
	// Not before the packages are there.
	const { build } = await import('vite');
	await build({
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		resolve: {
			alias: {
				$lib: join(root, 'src/lib'),
				'simple-peer/simplepeer.min.js': join(root, 'src/lib/sync/exchange/link-peer.ts')
			}
		},
		ssr: { noExternal: true },
		build: { ssr: join(root, 'tests/simulator/run.ts'), outDir: folder, minify: false, target: 'node20' }
	});
}

/**
 * One process, given tasks until there are none. One that hangs or ends is told with its seed, and followed by another.
 * @param {string} script
 * @param {() => import('./run.ts').Task | null} take
 * @param {{ files: boolean, lived: number, failed: number, edits: number, acknowledged: number, removed: number, virtualMs: number, healedMs: number, digest: number }} total
 * @returns {Promise<void>}
 */
function work(script, take, total) {
	return new Promise((settle) => {
		/** @type {import('./run.ts').Task | null} */
		let task = null;
		let at = 0;
		/** @type {NodeJS.Timeout | undefined} */
		let limit;
		const child = start();

		function start() {
			const made = fork(script, { execArgv: [] });
			made.on('message', (/** @type {Report} */ said) => hear(made, said));
			made.on('exit', () => {
				if (!task) return;
				fail(total, at, ['the process ended, or the history hung']);
				total.lived++;
				const left = task.from + task.count - at - 1;
				const rest = left > 0 ? { ...task, from: at + 1, count: left } : null;
				give(start(), rest);
			});
			return made;
		}

		/**
		 * @param {import('node:child_process').ChildProcess} to
		 * @param {import('./run.ts').Task | null} rest
		 */
		function give(to, rest = null) {
			task = rest ?? take();
			clearTimeout(limit);
			if (!task) {
				to.disconnect();
				return settle();
			}
			at = task.from;
			watch(to);
			to.send(task);
		}

		/** @param {import('node:child_process').ChildProcess} of */
		function watch(of) {
			clearTimeout(limit);
			limit = setTimeout(() => of.kill('SIGKILL'), limitMs);
		}

		/**
		 * @param {import('node:child_process').ChildProcess} by
		 * @param {Report} said
		 */
		function hear(by, said) {
			if (said.kind === 'step') return console.log(said.what);
			if (said.kind === 'done') return give(by);
			const { seed, outcome } = said;
			at = seed + 1;
			watch(by);
			total.lived++;
			for (const name of /** @type {const} */ (['edits', 'acknowledged', 'removed', 'virtualMs']))
				total[name] += outcome[name];
			total.healedMs = Math.max(total.healedMs, outcome.healedMs);
			total.digest = (total.digest + Number.parseInt(outcome.digest.slice(0, 8), 16) || 0) >>> 0;
			if (outcome.broken.length > 0)
				fail(
					total,
					seed,
					outcome.broken.map(({ rule, what }) => `${rule} ${what}`)
				);
		}

		give(child);
	});
}

/**
 * @param {{ files: boolean, failed: number }} total
 * @param {number} seed
 * @param {readonly string[]} why
 */
function fail(total, seed, why) {
	total.failed++;
	console.log(`Seed ${seed} failed:\n  ${why.slice(0, 5).join('\n  ')}`);
	console.log(`  Replay with: npm run simulate -- --histories 1 --seed ${seed}${total.files ? ' --files' : ''}`);
}
