import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIsCurrent, packagesAreCurrent, sourceHash } from './project.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'kith-project-'));
	write('src/lib/kith.ts', 'one');
	write('package.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

function writeBuild(): void {
	write('build/_app/version.json', JSON.stringify({ version: sourceHash(folder, '') }));
	write('build/404.html', '');
}

describe('the version of a build', () => {
	it('is the same for the same sources', () => {
		const before = sourceHash(folder, '');
		write('src/lib/kith.ts', 'one');
		expect(sourceHash(folder, '')).toBe(before);
	});

	it.each([
		['a file changes', 'src/lib/kith.ts', 'two'],
		['a file is added', 'src/lib/new.ts', ''],
		['a package changes', 'package-lock.json', '{}'],
		['a picture is added', 'static/icon.png', ''],
		['a language is added', 'src/lib/i18n/project.inlang/settings.json', '{}']
	])('is another when %s', (_, path, content) => {
		const before = sourceHash(folder, '');
		write(path, content);
		expect(sourceHash(folder, '')).not.toBe(before);
	});

	// What a build itself writes would give the page another version than its scripts, and the app would not start.
	it.each([
		'src/lib/kith.test.ts',
		'src/meeting-point/serve.js',
		'src/lib/paraglide/runtime.js',
		'src/lib/i18n/project.inlang/README.md',
		'src/lib/i18n/project.inlang/.gitignore',
		'src/lib/i18n/project.inlang/.meta.json',
		'tests/run.js'
	])('does not depend on %s, which is not built', (path) => {
		const before = sourceHash(folder, '');
		write(path, 'changed');
		expect(sourceHash(folder, '')).toBe(before);
	});
});

describe('a build', () => {
	it('is made when there is none', () => {
		expect(buildIsCurrent(folder, '')).toBe(false);
	});

	it('is kept while nothing changes, and made anew when a source or the base path does', () => {
		writeBuild();
		expect(buildIsCurrent(folder, '')).toBe(true);
		expect(buildIsCurrent(folder, '/kith')).toBe(false);
		write('src/lib/kith.ts', 'two');
		expect(buildIsCurrent(folder, '')).toBe(false);
	});

	it('is made anew when it was interrupted', () => {
		writeBuild();
		rmSync(join(folder, 'build/404.html'));
		expect(buildIsCurrent(folder, '')).toBe(false);
	});
});

describe('packages', () => {
	const lock = (version: string) =>
		JSON.stringify({
			packages: {
				'': { version: '0.1.0' },
				'node_modules/yjs': { version },
				'node_modules/for-another-platform': { version: '1.0.0', optional: true }
			}
		});
	const present = (version: string) => JSON.stringify({ packages: { 'node_modules/yjs': { version } } });

	it('are installed when there are none', () => {
		write('package-lock.json', lock('13.6.33'));
		expect(packagesAreCurrent(folder)).toBe(false);
	});

	it('are kept while they are those of the lock file', () => {
		write('package-lock.json', lock('13.6.33'));
		write('node_modules/.package-lock.json', present('13.6.33'));
		expect(packagesAreCurrent(folder)).toBe(true);
	});

	it('are installed anew when the lock file names others', () => {
		write('package-lock.json', lock('13.6.34'));
		write('node_modules/.package-lock.json', present('13.6.33'));
		expect(packagesAreCurrent(folder)).toBe(false);
	});
});
