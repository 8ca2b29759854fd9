import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** No message is ever asked for in a language of its own, and the code for it, nine hundred times, is 20 kB. */
const shorterMessages: Plugin = {
	name: 'shorter-messages',
	transform: (code, id) =>
		id.includes('/paraglide/messages/')
			? code
					.replaceAll(', options = {}', '')
					.replaceAll('experimentalStaticLocale ?? options.locale ?? getLocale()', 'getLocale()')
			: null
};

/**
 * SvelteKit links the styles of whatever the server's code imports, even later. No screen is rendered there, so what is
 * loaded later is left out of that code, and its styles come with it.
 */
const lazyStyles: Plugin = {
	name: 'lazy-styles',
	apply: 'build',
	enforce: 'pre',
	applyToEnvironment: ({ name }) => name === 'ssr',
	resolveId: (id, importer = '', { kind }) =>
		kind === 'dynamic-import' && /[\\/]src[\\/](lib|routes)[\\/]/.test(importer) ? { id, external: true } : null
};

/**
 * What the shell and Today import at once, in one file instead of sixty: it compresses better, and each page names
 * fewer. Svelte is a file of its own, which most new versions leave as it was.
 */
const firstLoad = [
	{ name: 'svelte', test: /[\\/]node_modules[\\/]svelte[\\/]src[\\/]internal[\\/]/ },
	{ name: 'first', test: /[\\/]src[\\/]routes[\\/]\+(layout|page)\.svelte$/ }
];

/**
 * What few need is kept for offline once they used it (`service-worker/later.ts`): what only leads through these doors,
 * by group. What only the threads load is no part of SvelteKit's list for the service worker, and is told to it, too.
 */
const doors: Readonly<Record<string, RegExp>> = {
	sample: /\/src\/lib\/domain\/sample\/sample\.ts$/,
	devices: /\/src\/(routes\/devices\/\w+Dialog\.svelte|lib\/ui\/qr\/\w+\.svelte|lib\/workers\/devices\.ts)$/
};

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

const chunksOf = (bundle: Rolldown.OutputBundle): Chunks =>
	new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));

/** The files of these chunks and of those they load, at once or later, but for what is elsewhere. */
function reached(
	chunks: Chunks,
	from: readonly Rolldown.OutputChunk[],
	isElsewhere: (chunk: Rolldown.OutputChunk) => boolean
) {
	const found = new Set(from);
	for (const { imports, dynamicImports } of found) {
		for (const name of [...imports, ...dynamicImports]) {
			const chunk = chunks.get(name);
			if (chunk && !isElsewhere(chunk)) found.add(chunk);
		}
	}
	return new Set([...found].flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])]));
}

const later = new Map<string, Set<string>>(Object.keys(doors).map((group) => [group, new Set()]));
const ofThreads = new Set<string>();

function sortOut(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
	const chunks = chunksOf(bundle);
	const isBehind = (door: RegExp) => (chunk: Rolldown.OutputChunk) => chunk.moduleIds.some((id) => door.test(id));
	const all = [...chunks.values()];
	const isDoor = (chunk: Rolldown.OutputChunk) => Object.values(doors).some((door) => isBehind(door)(chunk));
	const always = reached(
		chunks,
		all.filter((chunk) => chunk.isEntry),
		isDoor
	);
	for (const [group, door] of Object.entries(doors)) {
		const isElsewhere = (chunk: Rolldown.OutputChunk) =>
			always.has(chunk.fileName) || (isDoor(chunk) && !isBehind(door)(chunk));
		for (const file of reached(chunks, all.filter(isBehind(door)), isElsewhere))
			if (!always.has(file)) later.get(group)?.add(file);
	}
	return always;
}

/**
 * SvelteKit builds the service worker last, with the definitions of the configuration that it was called with; the
 * client before that, with one it reads anew. This is what the two share.
 */
const forServiceWorker = globalThis as { kithDefinitions?: Record<string, unknown> };

const keptLater: Plugin = {
	name: 'kept-later',
	apply: 'build',
	configResolved: ({ define = {} }) => void (forServiceWorker.kithDefinitions ??= define),
	generateBundle(_, bundle) {
		if (this.environment.name !== 'client') return;
		sortOut(bundle);
		Object.assign(forServiceWorker.kithDefinitions ?? {}, {
			__KITH_LATER__: JSON.stringify(Object.fromEntries([...later].map(([group, files]) => [group, [...files]]))),
			__KITH_THREADS__: JSON.stringify([...ofThreads])
		});
	}
};

const keptLaterOfThreads = (): Plugin => ({
	name: 'kept-later-of-threads',
	generateBundle(_, bundle) {
		for (const file of sortOut(bundle)) ofThreads.add(file);
	}
});

/** y-webrtc's peers are links that are proven already: it finds ours where it looks for simple-peer's. */
const peerOfLinks = fileURLToPath(new URL('./src/lib/sync/exchange/link-peer.ts', import.meta.url));

export default defineConfig({
	resolve: { alias: { 'simple-peer/simplepeer.min.js': peerOfLinks } },
	// Bundled apart in development, it would have a copy of them.
	optimizeDeps: { exclude: ['y-webrtc'] },
	define: { 'import.meta.env.KITH_VERSION': JSON.stringify(version) },
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['localStorage', 'preferredLanguage', 'baseLocale']
		}),
		shorterMessages,
		lazyStyles,
		keptLater,
		sveltekit()
	],
	environments: {
		client: { build: { rolldownOptions: { output: { codeSplitting: { groups: firstLoad } } } } }
	},
	worker: { format: 'es', plugins: () => [keptLaterOfThreads()] },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		// A limit is for what hangs: a busy machine is no fault.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// Else Node resolves what it imports, and knows no alias.
		server: { deps: { inline: ['y-webrtc'] } }
	}
});
