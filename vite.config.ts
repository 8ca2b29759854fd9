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

const inSource = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
	// y-webrtc's peers are links that are proven already: it finds ours where it looks for simple-peer's.
	resolve: { alias: { 'simple-peer/simplepeer.min.js': inSource('lib/sync/exchange/link-peer.ts') } },
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
		sveltekit()
	],
	// One file a worker: SvelteKit tells the service worker of workers, but not of chunks that only workers load.
	worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		// Else Node resolves what it imports, and knows no alias.
		server: { deps: { inline: ['y-webrtc'] } }
	}
});
