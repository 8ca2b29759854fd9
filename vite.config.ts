import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
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
		sveltekit()
	],
	environments: {
		client: { build: { rolldownOptions: { output: { codeSplitting: { groups: firstLoad } } } } }
	},
	// One file a worker: SvelteKit tells the service worker of workers, but not of chunks that only workers load.
	worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		// Else Node resolves what it imports, and knows no alias.
		server: { deps: { inline: ['y-webrtc'] } }
	}
});
