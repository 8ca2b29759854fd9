import { describe, expect, it } from 'vitest';

/**
 * The rooms of ARCHITECTURE.md: which folders of `src` there are, and what each may import, rooms first and packages
 * after. What a room may import it may not reach around: a package not named here is not used there.
 */
const svelte = ['svelte', '$app', '@lucide/svelte', 'svelte-sonner'];
const words = ['i18n', 'paraglide'];
const rooms: Readonly<Record<string, readonly string[]>> = {
	'src/lib/domain': ['domain', '@internationalized/date', 'chrono-node'],
	'src/lib/formats': ['domain', 'formats'],
	'src/lib/updates': ['updates', 'yjs'],
	'src/lib/doc': ['domain', 'updates', 'doc', 'yjs'],
	'src/lib/storage': ['domain', 'updates', 'storage', 'kith', 'yjs', 'y-indexeddb', 'idb'],
	'src/lib/search': ['domain', 'search', 'minisearch'],
	'src/lib/sync': [
		'domain',
		'formats',
		'updates',
		'devices',
		'sync',
		'yjs',
		'y-webrtc',
		'y-protocols',
		'lib0',
		'u8-mqtt-packet'
	],
	'src/lib/i18n': ['domain', 'formats', 'kith', 'devices', ...words, '@internationalized/date'],
	'src/lib/kith': ['domain'],
	'src/lib/devices': ['domain'],
	'src/lib/bell': [],
	'src/lib/app': ['domain', 'updates', 'doc', 'storage', 'kith', 'app', 'yjs', 'uuid'],
	'src/lib/workers': [
		'domain',
		'formats',
		'doc',
		'storage',
		'search',
		'app',
		'kith',
		'devices',
		'sync',
		'workers',
		...words,
		'$app',
		'comlink',
		'uuid'
	],
	'src/lib/state': [
		'domain',
		'formats',
		'storage',
		'kith',
		'devices',
		'workers',
		'state',
		'bell',
		...words,
		...svelte,
		'workbox-window'
	],
	'src/lib/ui': [
		'domain',
		'formats',
		'kith',
		'ui',
		...words,
		...svelte,
		'bits-ui',
		'svelte-easy-crop',
		'marked',
		'qr',
		'virtua',
		'@internationalized/date'
	],
	'src/routes': [
		'domain',
		'formats',
		'storage',
		'sync',
		'app',
		'kith',
		'devices',
		'workers',
		'state',
		'ui',
		'routes',
		'app.css',
		...words,
		...svelte,
		'@sveltejs/kit',
		'virtua',
		'@internationalized/date'
	],
	'src/service-worker': [
		'domain',
		'storage',
		'bell',
		'service-worker',
		'$service-worker',
		'workbox-core',
		'workbox-precaching',
		'workbox-routing',
		'workbox-strategies'
	],
	'src/app.css': ['ui'],
	'src/meeting-point': ['meeting-point', 'node', 'sirv', 'aedes', 'ws']
};

/** What stands only in the rooms named, in text. */
const confined: readonly {
	readonly what: RegExp;
	readonly only?: readonly string[];
	readonly never?: readonly string[];
}[] = [
	{ what: /\bindexedDB\b|from 'idb'/, only: ['storage'] },
	{ what: /from 'yjs'/, only: ['updates', 'doc', 'storage', 'sync', 'app'] },
	{
		what: /Date\.now\(|new Date\(\)|randomUUID|Math\.random|getRandomValues/,
		never: ['domain', 'formats', 'doc', 'ui']
	},
	{ what: /\{@html/, only: [] },
	// A table looked up by any text also finds `constructor` and `__proto__` when it is a plain object: it is a Map.
	{ what: /\bconst \w+: (?:Readonly<)?Record<string,.*= \{(?:\n|.*:)/, only: [] },
	// Whether a change was made is asked by `wasMade`: one that only waits for the disk must not be made twice.
	{ what: /\.then\(\(\) => true\)/, only: [] },
	{ what: /eslint-disable|@ts-ignore|@ts-nocheck|prettier-ignore/, only: [] }
];

const bannedNames = /^(utils?|helpers?|common|managers?|services?|index)$/;

const files = Object.entries(
	import.meta.glob<string>(['../src/**/*.{ts,js,svelte,css}', '!../src/lib/paraglide/**'], {
		query: '?raw',
		import: 'default',
		eager: true
	})
).map(([path, text]) => ({ path: path.replace('../', ''), text }));
const code = files.filter(({ path }) => !/\.(test|contract)\.ts$|\/test-|\.css$/.test(path));

const roomOf = (path: string) =>
	Object.keys(rooms).find((room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`));
const nameOf = (room: string) => room.slice(room.lastIndexOf('/') + 1);

/** The room or package that an import in `from` leads to. */
function target(from: string, specifier: string): string {
	const plain = specifier.replace(/\?.*$/, '');
	if (plain.startsWith('node:')) return 'node';
	if (/^(\$app|\.\/\$types)/.test(plain)) return '$app';
	const path = plain.startsWith('.')
		? new URL(plain, `file:///${from}`).pathname.slice(1)
		: plain.replace(/^\$lib/, 'src/lib');
	if (path.startsWith('src/lib/paraglide')) return 'paraglide';
	if (path.startsWith('src/')) return nameOf(roomOf(path) ?? path);
	return path
		.split('/')
		.slice(0, path.startsWith('@') ? 2 : 1)
		.join('/');
}

const importing = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
const importsOf = (text: string) => [...text.matchAll(importing)].map(([, named, lazy]) => named ?? lazy ?? '');

describe('every file', () => {
	it('lies in a room', () => {
		expect(files.map(({ path }) => path).filter((path) => !roomOf(path))).toEqual([]);
	});

	it('imports only what its room may', () => {
		const strays = code.flatMap(({ path, text }) => {
			const allowed = rooms[roomOf(path) ?? ''] ?? [];
			return importsOf(text)
				.filter((specifier) => !allowed.includes(target(path, specifier)))
				.map((specifier) => `${path} imports ${specifier}`);
		});
		expect(strays).toEqual([]);
	});

	it('keeps what is confined to a room in that room', () => {
		const strays = code.flatMap(({ path, text }) => {
			const room = nameOf(roomOf(path) ?? '');
			return confined
				.filter(({ what, only, never }) => what.test(text) && (only ? !only.includes(room) : never?.includes(room)))
				.map(({ what }) => `${path} has ${what.source}`);
		});
		expect(strays).toEqual([]);
	});

	it('is at most 300 lines long', () => {
		expect(files.filter(({ text }) => text.trimEnd().split('\n').length > 300).map(({ path }) => path)).toEqual([]);
	});

	it('has a name that says what it is about', () => {
		const entries = ['src/service-worker/index.ts'];
		const banned = ({ path }: { path: string }) =>
			path.split('/').some((part) => bannedNames.test(part.split('.')[0] ?? ''));
		expect(files.filter((file) => banned(file) && !entries.includes(file.path)).map(({ path }) => path)).toEqual([]);
	});
});

describe('the rules themselves', () => {
	it('read every way of importing', () => {
		const text = `import a from 'one';\nimport type { b } from "two";\nimport 'three';\nexport * from './four';\nawait import('five');
import {
	c
} from 'six';`;
		expect(importsOf(text)).toEqual(['one', 'two', 'three', './four', 'five', 'six']);
	});

	it('see through every way of naming a room', () => {
		expect(target('src/lib/ui/person/Face.svelte', '../../state/live.svelte')).toBe('state');
		expect(target('src/routes/open.ts', '$lib/workers/thread?worker&url')).toBe('workers');
		expect(target('src/lib/state/live.svelte.ts', '$lib/kith')).toBe('kith');
		expect(target('src/lib/ui/Toast.svelte', '@lucide/svelte/icons/x')).toBe('@lucide/svelte');
		expect(roomOf('src/lib/helpers/x.ts')).toBeUndefined();
	});
});
