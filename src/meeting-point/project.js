/** Where the project lies and what its build is made of. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const buildFolder = join(root, 'build');

const sources = ['src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
/** Compiled from the message catalogs, or left beside them by their compiler; and what never reaches the build. */
const notBuilt =
	/(^|\/)(paraglide|meeting-point)(\/|$)|\/project\.inlang\/(?!settings\.json$)|\.test\.ts$|\.contract\.ts$/;

/**
 * Names the build that these sources give: the same on every computer, another when anything that is built changes.
 * It is the app's version, so building twice never offers an update to what one already has.
 * @param {string} folder the project's root
 * @param {string} base the path the app is served under, as in `KITH_BASE`
 */
export function sourceHash(folder, base) {
	const hash = createHash('sha256').update(`base ${base}\n`);
	for (const file of sources.flatMap((source) => filesBelow(folder, source))) {
		hash.update(`${file}\n`).update(
			createHash('sha256')
				.update(readFileSync(join(folder, file)))
				.digest()
		);
	}
	return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(folder, path) {
	const whole = join(folder, path);
	if (!existsSync(whole)) return [];
	if (path.includes('.') && !path.includes('/')) return [path];
	return readdirSync(whole, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((file) => !notBuilt.test(file))
		.sort();
}

/**
 * Whether `build` holds what the sources give. The fallback page is the last file a build writes, so an
 * interrupted build never passes for a whole one.
 * @param {string} folder the project's root
 * @param {string} base
 */
export function buildIsCurrent(folder, base) {
	const version = join(folder, 'build/_app/version.json');
	if (!existsSync(version) || !existsSync(join(folder, 'build/404.html'))) return false;
	return JSON.parse(readFileSync(version, 'utf8')).version === sourceHash(folder, base);
}

/**
 * Whether `node_modules` holds the packages the lock file names. Packages for other platforms need not be there.
 * @param {string} folder the project's root
 */
export function packagesAreCurrent(folder) {
	const present = join(folder, 'node_modules/.package-lock.json');
	if (!existsSync(present)) return false;
	const { packages: installed } = JSON.parse(readFileSync(present, 'utf8'));
	const { packages: wanted } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
	return Object.entries(wanted).every(
		([path, { optional, version }]) => path === '' || optional || installed[path]?.version === version
	);
}
