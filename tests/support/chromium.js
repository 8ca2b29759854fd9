/** Which Chromium the browser tests run in. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** For every launch: quiet, without a display, and with the addresses that WebRTC between two contexts needs. */
const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-features=WebRtcHideLocalIpsWithMdns'
];

/** The path of a Chromium that starts, or null: `KITH_CHROMIUM`, one in the PATH, or Playwright's own. */
export function findChromium() {
	const named = process.env.KITH_CHROMIUM;
	if (named) {
		if (starts(named)) return named;
		throw new Error(`KITH_CHROMIUM is ${named}, which does not start`);
	}
	return [...pathsOf(names), chromium.executablePath()].find(starts) ?? null;
}

/**
 * Where a program of one of these names would be, by the PATH.
 * @param {readonly string[]} programs
 */
export function pathsOf(programs) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

/** @param {string} path */
function starts(path) {
	return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** How every browser here is launched; throws when there is none. */
export function launchOptions() {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('No Chromium: name one with KITH_CHROMIUM, or let `npm test` get one.');
	return { executablePath, args: chromiumArgs };
}

/** Gets one, by Playwright's download or else from Debian; throws, saying what to do, when neither works. */
export function installChromium() {
	const playwright = join(import.meta.dirname, '../../node_modules/playwright/cli.js');
	call(process.execPath, [playwright, 'install', 'chromium']);
	if (!findChromium() && process.getuid?.() === 0) {
		call('apt-get', ['update']);
		call('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
	}
	const path = findChromium();
	if (path) return path;
	throw new Error(
		'No Chromium. Install one (apt install chromium, or Chrome) or name it: KITH_CHROMIUM=/path/to/chromium'
	);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function call(command, args) {
	console.log(`$ ${[command, ...args].join(' ')}`);
	spawnSync(command, args, { stdio: 'inherit', timeout: 10 * 60_000 });
}
